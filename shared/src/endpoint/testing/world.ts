import * as z from 'zod/mini';
import { toBase64Url } from '../../crypto/bytes';
import { decodePrefixText } from '../../crypto/frame';
import type { Sodium } from '../../crypto/sodium';
import {
  type Authority,
  authority,
  must,
  ORGANISATION,
  staffDevice,
} from '../../crypto/testing/organisation';
import type { StaffDevice, StaffMember } from '../../crypto/testing/organisation';
import { deterministicRandom } from '../../crypto/testing/deterministic-random';
import type { ChatId } from '../../ids';
import type { ErrorCode } from '../../protocol/errors';
import type { PayloadOf, VisitorRequests } from '../../protocol/event-maps';
import { visitorRequests } from '../../protocol/visitor-events';
import type { Milliseconds } from '../../units';
import type { Endpoint } from '../endpoint';
import { createVisitorEndpoint } from '../visitor-endpoint';
import type { FromVisitorWorker, ToVisitorWorker, VisitorRelayEvent } from '../visitor-worker';
import { Clockwork } from './clockwork';
import { DeskChat } from './desk';
import { Ring, type Stored } from './ring';
import { StaffPage } from './staff-page';
import { VisitorPage } from './visitor-page';

const LATENCY = 20;

/** What a relay may do with a frame it was given; it says "stored" in any case. */
export type Mischief =
  | { readonly kind: 'drop' }
  | { readonly kind: 'twice' }
  | { readonly kind: 'late'; readonly by: Milliseconds }
  | { readonly kind: 'tamper'; readonly change: (frame: string) => string };

/** A relay, a desk, one visitor and some staff, all in memory and in virtual time. */
export class World {
  readonly clock = new Clockwork();
  readonly sodium: Sodium;
  readonly random: (length: number) => Uint8Array;
  readonly desk: DeskChat;
  readonly ring = new Ring();
  readonly visitor: VisitorPage;
  readonly staff: StaffPage[] = [];
  readonly authority: Authority;
  /** Applied to the frames that come next, one each. */
  readonly mischief: (Mischief | null)[] = [];
  /** Frames that the relay says it has and never passes on. */
  withhold: (frame: string) => boolean = () => false;
  /** What the relay makes of each frame. */
  alter: (frame: string) => string = (frame) => frame;
  /** Every frame the relay was ever given. */
  readonly carried: string[] = [];

  #alterNext: ((frame: string) => string) | null = null;

  static async open(sodium: Sodium, label: string): Promise<World> {
    const random = deterministicRandom(sodium, label);
    return new World(sodium, random, await authority(sodium, random));
  }

  private constructor(sodium: Sodium, random: (length: number) => Uint8Array, by: Authority) {
    this.sodium = sodium;
    this.random = random;
    this.authority = by;
    this.desk = new DeskChat(toBase64Url(random(16)) as ChatId);
    this.visitor = new VisitorPage(this, {
      roots: [toBase64Url(by.root.publicKey)],
      organisation: ORGANISATION,
    });
  }

  async hire(member: StaffMember, device?: StaffDevice): Promise<StaffPage> {
    const certified = device ?? (await staffDevice(this.sodium, this.authority, member, this.random));
    const page = new StaffPage(this, certified);
    this.staff.push(page);
    return page;
  }

  async pass(time: Milliseconds): Promise<void> {
    await this.clock.pass(time, () => Math.min(...[this.visitor, ...this.staff].map((page) => page.wake())));
  }

  /** Everybody is told what the desk knows. */
  announce(): void {
    this.visitor.told(this.desk.view());
    for (const page of this.staff) page.told(this.desk.staffView());
  }

  typeOf(frame: string): 'hello' | 'offer' | 'accept' | 'message' {
    const { type } = must(decodePrefixText(frame));
    return (['hello', 'offer', 'accept', 'message'] as const)[type];
  }

  /** A frame from a page reaches the relay. */
  store(frame: string): ErrorCode | null {
    const mischief = this.mischief.shift() ?? null;
    this.carried.push(frame);
    if (this.withhold(frame)) return null;
    if (mischief?.kind === 'drop') return null;
    if (mischief?.kind === 'late') {
      this.clock.plan(mischief.by, () => this.#store(frame));
      return null;
    }
    if (mischief?.kind === 'tamper') this.#alterNext = mischief.change;
    const error = this.#store(frame);
    if (mischief?.kind === 'twice') this.#push(this.ring.all.at(-1));
    return error;
  }

  /** The relay puts a frame of its own making, or an old one, in front of somebody. */
  inject(frame: string, to: 'visitor' | StaffPage): void {
    this.clock.plan(LATENCY, () => (to !== 'visitor' ? to.hears(frame, 0) : this.visitor.hears(frame, 0)));
  }

  #store(given: string): ErrorCode | null {
    const change = this.#alterNext ?? this.alter;
    this.#alterNext = null;
    const stored = this.ring.put(given, change(given));
    if (stored === 'known') return null;
    if (typeof stored === 'string') return stored;
    this.#push(stored);
    return null;
  }

  #push(stored: Stored | undefined): void {
    if (!stored) return;
    this.clock.plan(LATENCY, () => {
      if (!stored.fromVisitor) this.visitor.hears(stored.frame, stored.seq);
      else for (const page of this.staff) page.hearsFor(stored);
    });
  }

  /** Somebody who knows all that the relay knows of this chat, and has a chat key of his own. */
  strangerInTheChat(): {
    readonly endpoint: Endpoint<ToVisitorWorker>;
    readonly frames: (event: VisitorRelayEvent) => readonly string[];
  } {
    const posted: FromVisitorWorker[] = [];
    const endpoint = createVisitorEndpoint({
      sodium: this.sodium,
      random: this.random,
      now: () => this.clock.now,
      post: (message) => posted.push(message),
    });
    endpoint.handle({ type: 'begin', chat: this.desk.id, roots: [], organisation: '', kept: null });
    return {
      endpoint,
      frames: (event) =>
        posted.flatMap((message) =>
          message.type === 'relay' && message.event === event
            ? [(message.payload as { readonly frame: string }).frame]
            : [],
        ),
    };
  }

  visitorAsks(event: VisitorRelayEvent, payload: unknown): ErrorCode | null {
    switch (event) {
      case 'link:open':
        return this.#openLink(z.parse(visitorRequests['link:open'].payload, payload));
      case 'frame':
        return this.store(z.parse(visitorRequests.frame.payload, payload).frame);
      case 'transfer:complete': {
        const error = this.desk.complete(
          z.parse(visitorRequests['transfer:complete'].payload, payload).epoch,
        );
        this.announce();
        return error;
      }
      case 'transfer:refuse':
        this.desk.callOff();
        this.announce();
        return null;
      case 'consult:complete': {
        const { epoch } = z.parse(visitorRequests['consult:complete'].payload, payload);
        const error = this.desk.completeConsult(epoch);
        this.announce();
        return error;
      }
      case 'consult:end':
        this.desk.endConsult();
        this.announce();
        return null;
    }
  }

  #openLink(payload: PayloadOf<VisitorRequests, 'link:open'>): ErrorCode | null {
    const { staffId, seat, frame } = payload;
    const { epoch } = must(decodePrefixText(frame));
    if (this.ring.seatOfEpoch.get(epoch) === seat) return this.store(frame);
    const error = this.desk.openLink(staffId, seat, epoch);
    if (error) return error;
    this.ring.seatOfEpoch.set(epoch, seat);
    this.announce();
    return this.store(frame);
  }

  /** How long anything takes from a page to the relay or back. */
  get latency(): Milliseconds {
    return LATENCY;
  }
}
