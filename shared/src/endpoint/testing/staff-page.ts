import { toBase64Url } from '../../crypto/bytes';
import { ORGANISATION, type StaffDevice } from '../../crypto/testing/organisation';
import type { DeskId, SeatId, StaffId } from '../../ids';
import type { StaffChat } from '../../protocol/chat';
import type { ErrorCode } from '../../protocol/errors';
import type { Instant } from '../../units';
import type { ConversationItem } from '../conversation';
import type { Endpoint } from '../endpoint';
import { createStaffEndpoint } from '../staff-endpoint';
import type { FromStaffEndpoint, StaffChatState, ToStaffEndpoint } from '../staff-worker';
import { PageRequests } from './page-requests';
import type { Stored } from './ring';
import type { World } from './world';

/** One console tab with one chat: its connection and what it shows. */
export class StaffPage {
  readonly staffId: StaffId;
  readonly requests: PageRequests;
  readonly #world: World;
  readonly device: StaffDevice;
  seat: SeatId;
  #endpoint: Endpoint<ToStaffEndpoint>;
  items: readonly ConversationItem[] = [];
  /** Everything this person's screens have ever shown. */
  readonly everShown = new Set<string>();
  state: StaffChatState | null = null;
  linksWanted = 0;
  refused: readonly string[] = [];
  #seen = 0;
  #pretends: StaffId | null = null;
  #life = 0;

  constructor(world: World, device: StaffDevice) {
    this.#world = world;
    this.device = device;
    this.staffId = device.staffId;
    this.requests = new PageRequests(world.clock, world.latency);
    this.seat = toBase64Url(world.random(16)) as SeatId;
    this.#endpoint = this.#start();
  }

  tell(message: ToStaffEndpoint): void {
    this.#endpoint.handle(message);
  }

  say(text: string): void {
    this.tell({ type: 'send', chat: this.#world.desk.id, text });
  }

  /** Another tab of the same person. */
  async openTab(): Promise<StaffPage> {
    const tab = await this.#world.hire(
      { staffId: this.staffId, displayName: '', role: 'counsellor' },
      this.device,
    );
    tab.tell({ type: 'chat', chat: this.#world.desk.staffView() });
    return tab;
  }

  /** The relay says that this device is somebody else's. */
  pretend(staffId: StaffId): void {
    const chat = this.#world.desk.staffView();
    const members = chat.members.map((member) => ({ ...member, staffId: this.staffId }));
    this.tell({ type: 'chat', chat: { ...chat, members } });
    this.#pretends = staffId;
  }

  /** "Continue here": this tab wants the link. */
  continueHere(): void {
    this.#world.desk.requestLink(this.staffId, this.seat);
    this.#world.announce();
  }

  /** The console lets go of the chat; what was on the screen is gone. */
  forget(): void {
    this.tell({ type: 'forget', chat: this.#world.desk.id });
    this.items = [];
    this.state = null;
  }

  claim(): void {
    this.#world.desk.claim(this.staffId, this.seat);
    this.tell({ type: 'chat', chat: this.#world.desk.staffView() });
    this.#world.announce();
  }

  /** Asks, once the colleague has said yes at the desk. */
  handOver(to: StaffPage, summary: string | null = null): void {
    this.#world.desk.ask(to.staffId);
    this.#world.desk.claim(to.staffId, to.seat);
    to.tell({ type: 'chat', chat: this.#world.desk.staffView() });
    this.#world.announce();
    const ask = { staffId: to.staffId, displayName: to.staffId, deskName: 'Almere', summary };
    this.tell({ type: 'transfer-ask', chat: this.#world.desk.id, ask });
  }

  /** Asks whether the colleague may join, once that one has said yes at the desk. */
  consult(colleague: StaffPage, role: 'counsellor' | 'supervisor' = 'counsellor'): void {
    const { desk } = this.#world;
    desk.askToJoin(colleague.staffId);
    desk.claim(colleague.staffId, colleague.seat);
    colleague.tell({ type: 'chat', chat: desk.staffView() });
    this.#world.announce();
    const { staffId } = colleague;
    this.tell({ type: 'join-ask', chat: desk.id, ask: { staffId, displayName: staffId, role } });
  }

  /** The counsellor has enough, or who joined goes. */
  endConsult(): void {
    const { desk } = this.#world;
    const joined = desk.consult?.to === this.staffId;
    this.tell({ type: joined ? 'leave' : 'join-cancel', chat: desk.id });
    desk.endConsult();
    this.#world.announce();
  }

  told(chat: StaffChat): void {
    const life = this.#life;
    if (this.#pretends) return;
    if (!this.state && !chat.members.some((member) => member.staffId === this.staffId)) return;
    this.#world.clock.plan(this.#world.latency, () => {
      if (this.requests.up && life === this.#life) this.tell({ type: 'chat', chat });
    });
  }

  hearsFor(stored: Stored): void {
    if (stored.seat === this.seat) this.hears(stored.frame, stored.seq);
  }

  hears(frame: string, seq: number): void {
    if (!this.requests.up) return;
    if (seq > 0 && seq <= this.#seen) return;
    this.#seen = Math.max(this.#seen, seq);
    this.tell({ type: 'frame', chat: this.#world.desk.id, frame });
  }

  disconnect(): void {
    this.requests.up = false;
    this.tell({ type: 'connection', up: false });
  }

  reconnect(): void {
    this.requests.up = true;
    this.tell({ type: 'chat', chat: this.#world.desk.staffView() });
    for (const stored of this.#world.ring.since(this.#seen)) {
      this.#seen = Math.max(this.#seen, stored.seq);
      if (stored.fromVisitor && stored.seat === this.seat) {
        this.tell({ type: 'frame', chat: this.#world.desk.id, frame: stored.frame });
      }
    }
    this.tell({ type: 'connection', up: true });
    this.requests.flush();
  }

  /** A new tab in the place of this one. */
  reload(): void {
    this.requests.reset();
    this.requests.up = true;
    this.#life += 1;
    this.#seen = 0;
    this.items = [];
    this.state = null;
    this.seat = toBase64Url(this.#world.random(16)) as SeatId;
    this.#endpoint = this.#start();
    this.#world.desk.requestLink(this.staffId, this.seat);
    this.tell({ type: 'chat', chat: this.#world.desk.staffView() });
    this.#world.announce();
  }

  /** Ticks when the endpoint wants it; says when that will be next. */
  wake(): Instant {
    const { now } = this.#world.clock;
    if ((this.#endpoint.due() ?? Number.POSITIVE_INFINITY) <= now) this.#endpoint.tick();
    return this.#endpoint.due() ?? Number.POSITIVE_INFINITY;
  }

  texts(): readonly string[] {
    return this.items.map((item) => item.text);
  }

  #start(): Endpoint<ToStaffEndpoint> {
    const life = this.#life;
    const { sodium, random, clock } = this.#world;
    const endpoint = createStaffEndpoint({
      sodium,
      random,
      now: () => clock.now,
      device: { publicKey: this.device.signer.publicKey, sign: this.device.signer.sign },
      post: (message) => {
        if (life === this.#life) this.#posted(message, life);
      },
    });
    endpoint.handle({
      type: 'begin',
      staffId: this.staffId,
      desk: 'almere' as DeskId,
      seat: this.seat,
      organisation: ORGANISATION,
      chain: {
        issuer: toBase64Url(this.device.chain.issuer),
        device: toBase64Url(this.device.chain.device),
      },
    });
    return endpoint;
  }

  #posted(message: FromStaffEndpoint, life: number): void {
    switch (message.type) {
      case 'colleague':
      case 'colleague-refused':
        break;
      case 'relay': {
        const answer = (error: ErrorCode | null): void => {
          if (life === this.#life) this.tell({ type: 'relay-outcome', token: message.token, error });
        };
        this.requests.send(() => this.#world.store(message.payload.frame), answer);
        break;
      }
      case 'items':
        this.items = message.items;
        for (const item of message.items) this.everShown.add(item.text);
        break;
      case 'state':
        this.state = message.state;
        break;
      case 'link-wanted':
        this.linksWanted += 1;
        this.#world.desk.requestLink(this.staffId, this.seat);
        this.#world.announce();
        break;
      case 'refused':
        this.refused = [...this.refused, message.refusal.reason];
        break;
      case 'ready':
        break;
      case 'failed':
        throw new Error(`The endpoint of ${this.staffId} failed: ${message.reason}.`);
    }
  }
}
