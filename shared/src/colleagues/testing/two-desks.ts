import { toBase64Url } from '../../crypto/bytes';
import type { Random, Sodium } from '../../crypto/sodium';
import { deterministicRandom } from '../../crypto/testing/deterministic-random';
import {
  authority,
  type Authority,
  karim,
  NOON,
  sanne,
  type StaffDevice,
  type StaffMember,
  staffDevice,
} from '../../crypto/testing/organisation';
import { createStaffEndpoint } from '../../endpoint/staff-endpoint';
import type { Endpoint } from '../../endpoint/endpoint';
import type { FromStaffEndpoint, ToStaffEndpoint } from '../../endpoint/staff-worker';
import type { DeskId, SeatId, StaffId } from '../../ids';
import type { ErrorCode } from '../../protocol/errors';
import type { Instant, Milliseconds } from '../../units';
import type { ColleagueText, ColleagueView } from '../worker-messages';

export type Packet = {
  readonly from: StaffId;
  readonly fromSeat: SeatId;
  readonly to: StaffId;
  readonly seat: SeatId | null;
  readonly frame: string;
};
/** What the relay hands on in place of a packet: usually that packet. */
export type Lie = (packet: Packet) => readonly Packet[];

/** One tab of a console: the real endpoint. */
export class Tab {
  readonly staffId: StaffId;
  readonly seat: SeatId;
  readonly #endpoint: Endpoint<ToStaffEndpoint>;
  readonly views = new Map<StaffId, ColleagueView>();
  readonly everShown = new Set<string>();
  readonly refused: { readonly text: string; readonly reason: string }[] = [];

  constructor(sodium: Sodium, random: Random, house: Desks, device: StaffDevice) {
    this.staffId = device.staffId;
    this.seat = toBase64Url(random(16)) as SeatId;
    this.#endpoint = createStaffEndpoint({
      sodium,
      random,
      now: () => house.now,
      device: { publicKey: device.signer.publicKey, sign: device.signer.sign },
      post: (message) => this.#posted(house, message),
    });
    const chain = { issuer: toBase64Url(device.chain.issuer), device: toBase64Url(device.chain.device) };
    const desk = 'general' as DeskId;
    const me = { staffId: device.staffId, seat: this.seat, organisation: 'haven', desk };
    this.tell({ type: 'begin', ...me, chain });
  }

  tell(message: ToStaffEndpoint): void {
    this.#endpoint.handle(message);
  }

  tick(): void {
    this.#endpoint.tick();
  }

  say(to: Tab, text: string): void {
    this.tell({ type: 'colleague-send', to: to.staffId, text });
  }

  view(of: Tab): ColleagueView | undefined {
    return this.views.get(of.staffId);
  }

  texts(of: Tab): readonly string[] {
    return this.view(of)?.texts.map(({ text }) => text) ?? [];
  }

  deliveries(of: Tab): readonly ColleagueText['delivery'][] {
    return this.view(of)?.texts.map(({ delivery }) => delivery) ?? [];
  }

  #posted(house: Desks, message: FromStaffEndpoint): void {
    if (message.type === 'colleague') {
      this.views.set(message.view.staffId, message.view);
      for (const { text, mine } of message.view.texts) if (!mine) this.everShown.add(text);
    } else if (message.type === 'colleague-refused') {
      this.refused.push(message);
    } else if (message.type === 'relay' && message.event === 'colleague:send') {
      const { token, payload } = message;
      house.carry({ from: this.staffId, fromSeat: this.seat, ...payload }, (error) =>
        this.tell({ type: 'relay-outcome', token, error }),
      );
    }
  }
}

/** Sanne and Karim at their consoles, on a relay that may lie. */
export class Desks {
  now: Instant = NOON;
  lie: Lie = (packet) => [packet];
  readonly carried: Packet[] = [];
  readonly haven: Authority;
  readonly random: Random;
  readonly #sodium: Sodium;
  #tabs: Tab[] = [];
  #under: Promise<void>[] = [];

  private constructor(sodium: Sodium, random: Random, haven: Authority) {
    this.#sodium = sodium;
    this.random = random;
    this.haven = haven;
  }

  static async open(sodium: Sodium, seed: string): Promise<Desks> {
    const random = deterministicRandom(sodium, seed);
    return new Desks(sodium, random, await authority(sodium, random));
  }

  async seat(member: StaffMember, device?: StaffDevice): Promise<Tab> {
    const made = device ?? (await staffDevice(this.#sodium, this.haven, member, this.random));
    const tab = new Tab(this.#sodium, this.random, this, made);
    this.#tabs.push(tab);
    return tab;
  }

  async both(): Promise<readonly [Tab, Tab]> {
    return [await this.seat(sanne), await this.seat(karim)];
  }

  close(tab: Tab): void {
    this.#tabs = this.#tabs.filter((other) => other !== tab);
  }

  /** As the server does: to that tab, or to the one that was opened last; nothing is kept. */
  carry(packet: Packet, outcome: (error: ErrorCode | null) => void): void {
    this.carried.push(packet);
    const there = this.#find(packet);
    const step = Promise.resolve().then(() => {
      if (there) for (const each of this.lie(packet)) this.deliver(each);
      outcome(there ? null : 'unknown-member');
    });
    this.#under.push(step);
  }

  deliver(packet: Packet): void {
    const { from, fromSeat, frame } = packet;
    this.#find(packet)?.tell({ type: 'colleague-frame', from, seat: fromSeat, frame });
  }

  /** Until nothing is on its way any more, and then some time. */
  async pass(time: Milliseconds = 0): Promise<void> {
    const until = this.now + time;
    for (;;) {
      await this.#quiet();
      if (this.now >= until) return;
      this.now = Math.min(until, this.now + 1_000);
      for (const tab of this.#tabs) tab.tick();
    }
  }

  #find({ to, seat }: Pick<Packet, 'to' | 'seat'>): Tab | undefined {
    const theirs = this.#tabs.filter((tab) => tab.staffId === to);
    return seat === null ? theirs.at(-1) : theirs.find((tab) => tab.seat === seat);
  }

  async #quiet(): Promise<void> {
    // Signatures are promises as well: some turns without anything under way.
    for (let idle = 0; idle < 20; idle += 1) {
      const steps = this.#under.splice(0);
      if (steps.length > 0) idle = 0;
      await Promise.all(steps);
    }
  }
}
