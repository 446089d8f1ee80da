import { isRevoked, type VerifiedDevice } from '../crypto/chain';
import type { FramePrefix } from '../crypto/frame';
import type { LinkRole } from '../crypto/handshake';
import { FRAME_TYPE } from '../crypto/frame';
import type { StaffId } from '../ids';
import type { Member } from '../protocol/chat';
import type { Content } from '../protocol/content';
import type { Instant } from '../units';
import { Attempts } from './attempts';
import type { LinkFault, LinkView, VerifiedPerson } from './conversation';
import { Dial, type DialDeps } from './dial';
import { faultOf, mendsItself } from './faults';
import type { Outcome } from './relay-requests';
import { type ConversationLink, conversationLink } from './conversation-link';
import type { ReliableLink } from './reliable-link';
import type { Cargo } from './replica';
import type { Sharing } from './sharing';
import { ENDPOINT_LIMITS, ENDPOINT_TIMING } from './timing';
import type { Entry } from './entry';
import type { Timeline } from './timeline';
import { earliest } from './earliest';

export interface MemberLinkDeps extends DialDeps {
  readonly timeline: Timeline;
  readonly submit: (frame: string, outcome: Outcome) => void;
  /** The next epoch of the chat; it is kept before this returns. */
  readonly nextEpoch: () => number;
  /** Content that is not about the conversation's order is the endpoint's business, `held` included. */
  readonly onContent: (from: MemberLink, content: Content) => void;
  readonly onSecured: (link: MemberLink) => void;
  /** Set for somebody who joins a counsellor: the role that was announced. */
  readonly joinsAs?: LinkRole | undefined;
}

interface Secure extends ConversationLink {
  readonly device: VerifiedDevice;
  readonly seat: string;
}

/** The visitor's side of the links with one member: one at a time, replaced without a gap. */
export class MemberLink {
  readonly staffId: StaffId;
  sharing: Sharing;
  person: VerifiedPerson | null = null;
  readonly #deps: MemberLinkDeps;
  readonly #attempts = new Attempts();
  #member: Member;
  #relayEpoch = 0;
  #up: boolean;
  #secure: Secure | null = null;
  #dial: Dial | null = null;
  /** The new link of `#dial`, accepted, the staff device's answer still to come. */
  #opening: Secure | null = null;
  #fault: LinkFault | null = null;
  #stopped = false;
  #alteredHandshakes = 0;
  #paused = false;

  constructor(member: Member, sharing: Sharing, deps: MemberLinkDeps, up: boolean) {
    this.staffId = member.staffId;
    this.sharing = sharing;
    this.#member = member;
    this.#deps = deps;
    this.#up = up;
  }

  get secure(): boolean {
    return this.#secure !== null;
  }

  /** No attempt is under way or planned. */
  get stopped(): boolean {
    return this.#stopped;
  }

  get fault(): LinkFault | null {
    return this.#fault;
  }

  get epoch(): number {
    return this.#secure?.link.epoch ?? 0;
  }

  get th(): Uint8Array | null {
    return this.#secure?.link.th ?? null;
  }

  /** All that was said on this link was acknowledged. */
  get settled(): boolean {
    return this.#secure?.link.settled ?? true;
  }

  view(): LinkView {
    const epoch = this.#dial?.epoch ?? this.epoch;
    const trouble = this.#secure?.link.trouble() ?? null;
    const altered = this.#secure?.link.altered ? ('altered' as const) : null;
    const fault = this.#fault ?? trouble ?? altered;
    if (this.#usable()) return { state: 'secure', epoch: this.epoch, fault, words: [] };
    return { state: this.#stopped ? 'broken' : 'linking', epoch, fault, words: [] };
  }

  /** The relay's word on this member. `relayEpoch`: the highest epoch it knew when it said so. */
  update(member: Member, relayEpoch: number): void {
    if (member.seat !== this.#member.seat) {
      // Who left mends nothing; another device, or the same one come back, may.
      if (member.seat !== null) {
        this.#stopped = false;
        this.#alteredHandshakes = 0;
      }
      if (this.#dial && this.#dial.seat !== member.seat) this.#dropDial();
    }
    this.#member = member;
    this.#relayEpoch = relayEpoch;
    this.tick();
  }

  /** A person asked for another attempt. */
  again(): void {
    this.#stopped = false;
    this.#alteredHandshakes = 0;
    this.#attempts.reset();
  }

  /** Nothing more is said here while a colleague's link is made, so that the words after the choice are hers. */
  pause(paused: boolean): void {
    this.#paused = paused;
  }

  pass(entry: Entry): void {
    if (!this.#paused) this.#secure?.replica.pass(entry);
  }

  /** The last word on this link; no other one is made. */
  close(reason: 'ended' | 'transferred' | 'left'): void {
    this.#dropDial();
    this.#stopped = true;
    this.send({ kind: 'close', body: { reason } });
  }

  sendAll(): void {
    if (this.#secure?.replica.synced) this.#secure.replica.sendAll();
  }

  send(content: Content): void {
    this.#secure?.link.send(content);
  }

  frame(bytes: Uint8Array, prefix: FramePrefix): void {
    if (prefix.type === FRAME_TYPE.offer) this.#offer(bytes, prefix.epoch);
    else this.#message(bytes, prefix);
  }

  connection(up: boolean): void {
    this.#up = up;
    this.#dial?.connection(up);
    this.#opening?.link.connection(up);
    this.#secure?.link.connection(up);
  }

  tick(): void {
    this.#dropWithdrawn();
    this.#dial?.tick();
    this.#opening?.link.tick();
    this.#secure?.link.tick();
    if (this.#dial?.expired) this.#giveUpDial(this.#dial);
    if (this.#secure) this.#attempts.settled(this.#secure.link.born, this.#deps.now());
    if (this.#wantsDial() && this.#deps.now() >= this.#attempts.notBefore) this.#startDial();
  }

  due(): Instant | null {
    const wait = this.#wantsDial() ? this.#attempts.notBefore : null;
    const times = [wait, this.#dial?.due(), this.#opening?.link.due(), this.#secure?.link.due()];
    return earliest(times);
  }

  wipe(): void {
    this.#dropDial();
    this.#secure?.link.wipe();
    this.#secure = null;
    this.#stopped = true;
  }

  /** A link with a device that was withdrawn meanwhile ends here and now. */
  #dropWithdrawn(): void {
    const lists = this.#deps.revocations();
    if (![this.#opening, this.#secure].some((link) => link && isRevoked(link.device, lists))) return;
    this.wipe();
    this.#fault = 'revoked';
  }

  #usable(): boolean {
    const secure = this.#secure;
    return secure !== null && secure.link.trouble() === null && secure.seat === this.#member.seat;
  }

  #wantsDial(): boolean {
    const { seat, epoch } = this.#member;
    if (seat === null || this.#dial || this.#stopped || !this.#up) return false;
    if (!this.#secure || this.#secure.seat !== seat) return true;
    const { link } = this.#secure;
    // A word of the relay from before this link was opened asks for nothing that has not been done.
    if (this.#relayEpoch >= link.epoch && (epoch === null || epoch > link.epoch)) return true;
    const old = this.#deps.now() - link.born >= ENDPOINT_TIMING.freshHandshake;
    return old || link.messages >= ENDPOINT_LIMITS.messagesPerLink || link.trouble() !== null;
  }

  #startDial(): void {
    const { seat } = this.#member;
    if (seat === null) return;
    const patience = ENDPOINT_TIMING.handshake * 2 ** Math.min(this.#attempts.count, 2);
    this.#attempts.begin(this.#deps.now());
    const target = { staffId: this.staffId, seat, epoch: this.#deps.nextEpoch(), role: this.#deps.joinsAs };
    this.#dial = new Dial(target, this.#deps, patience, this.#up);
  }

  #giveUpDial(dial: Dial): void {
    // A fresh handshake that nobody answered yet is no news for the person: the link goes on.
    if (dial.refused === null && !this.#usable()) {
      this.#fault ??= this.#opening?.link.altered ? 'altered' : 'no-answer';
    }
    this.#dropDial();
    if (this.#fault === 'altered' && ++this.#alteredHandshakes >= ENDPOINT_LIMITS.alteredHandshakes) {
      this.#stopped = true;
    }
  }

  #dropDial(): void {
    this.#dial = null;
    this.#opening?.link.wipe();
    this.#opening = null;
  }

  #offer(bytes: Uint8Array, epoch: number): void {
    const dial = this.#dial;
    if (!dial || dial.epoch !== epoch || this.#opening) return;
    const accepted = dial.accept(bytes);
    if (!accepted.ok) {
      this.#fault = faultOf(accepted.error);
      if (mendsItself(this.#fault)) return;
      this.#dropDial();
      this.#stopped = true;
      return;
    }
    const { device } = accepted.value;
    const { staffId, displayName, role } = device;
    // The handshake lets no administrator through.
    this.person = { staffId, displayName, role: role === 'supervisor' ? role : 'counsellor' };
    dial.extend();
    const opening = conversationLink(
      accepted.value.link,
      {
        ...this.#deps,
        visible: (entry) => this.sharing.sees(entry) && !(this.#paused && !entry.exposed),
        preamble: () => this.sharing.preamble(),
        owed: () => this.sharing.owed,
        paid: () => this.sharing.paid(),
        delivers: this.#deps.joinsAs === undefined,
      },
      (link, content) => this.#content(link, content),
      this.#up,
      accepted.value.accept,
    );
    this.#opening = { ...opening, device, seat: dial.seat };
    opening.link.send({ kind: 'confirm', body: {} });
  }

  #message(bytes: Uint8Array, prefix: FramePrefix): void {
    for (const { link } of [this.#opening, this.#secure].filter((candidate) => candidate !== null)) {
      if (link.epoch === prefix.epoch) link.receive(bytes, prefix.number);
    }
  }

  #content(link: ReliableLink<Cargo>, content: Content): void {
    if (link === this.#opening?.link) {
      if (content.kind === 'confirm') this.#promote(this.#opening);
      return;
    }
    if (link !== this.#secure?.link) return;
    if (content.kind === 'held') this.#secure.replica.peerHolds(content.body.upTo);
    this.#deps.onContent(this, content);
  }

  /** From here on nothing of the previous link counts: what it did not bring comes again by `held`. */
  #promote(opened: Secure): void {
    this.#secure?.link.wipe();
    this.#secure = opened;
    this.#opening = null;
    this.#dial = null;
    this.#fault = null;
    this.#alteredHandshakes = 0;
    opened.replica.greet(this.staffId);
    this.#deps.onSecured(this);
  }
}
