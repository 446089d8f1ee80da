import { equalBytes, fromBase64Url } from '../crypto/bytes';
import { decodePrefix, FRAME_TYPE } from '../crypto/frame';
import type { HandshakeError } from '../crypto/errors';
import type { SeatId, StaffId } from '../ids';
import type { Member, StaffChat as ChatFacts } from '../protocol/chat';
import type { Content, ShareChoice } from '../protocol/content';
import type { Instant } from '../units';
import { Attempts } from './attempts';
import type { LinkFault, LinkView, TransferAsk } from './conversation';
import { faultOf } from './faults';
import { fromPeer } from './from-peer';
import { ReliableLink } from './reliable-link';
import { type Cargo, Replica } from './replica';
import { StaffOffers, type StaffOffersDeps } from './staff-offers';
import type { StaffChatState } from './staff-worker';
import { type Entry, Timeline } from './timeline';
import { ENDPOINT_TIMING } from './timing';
import { OwnTyping, PeerTyping } from './typing';

export interface StaffChatDeps extends Omit<StaffOffersDeps, 'cid'> {
  readonly me: StaffId;
  readonly seat: SeatId;
  /** Something changed outside of a call: a signature came. */
  readonly changed: () => void;
  readonly linkWanted: () => void;
}

interface Opened {
  readonly link: ReliableLink<Cargo>;
  readonly replica: Replica;
  readonly visitorPk: Uint8Array;
}

/** One chat at a staff device: the link with the visitor's client and the conversation as far as it is known here. */
export class StaffChat {
  readonly timeline: Timeline;
  readonly #deps: StaffChatDeps;
  readonly #cid: Uint8Array;
  readonly #offers: StaffOffers;
  readonly #wanted = new Attempts();
  readonly #typing = new OwnTyping();
  readonly #visitorTyping = new PeerTyping();
  #facts: ChatFacts;
  #up: boolean;
  #secure: Opened | null = null;
  #opening: Opened | null = null;
  #fault: LinkFault | null = null;
  /** Until the visitor's client has said all that is known, own messages have no number. */
  #fresh = true;
  readonly #cameLater: boolean;
  #linklessSince: Instant;
  #closed: StaffChatState['closed'] = null;
  #ask: TransferAsk | null = null;
  #answer: StaffChatState['transferAnswer'] = null;
  #summary: StaffChatState['summary'] = null;
  #shared: ShareChoice | null = null;
  #visitorWroteAt: Instant | null = null;

  constructor(facts: ChatFacts, deps: StaffChatDeps, up: boolean) {
    this.#facts = facts;
    this.#deps = deps;
    this.#up = up;
    const cid = fromBase64Url(facts.chat);
    this.#cid = cid.ok ? cid.value : new Uint8Array(0);
    this.timeline = new Timeline(deps.me);
    this.#offers = new StaffOffers({ ...deps, cid: this.#cid });
    this.#cameLater = facts.epoch > 0;
    this.#linklessSince = deps.now();
  }

  /** Nothing can be sent any more. */
  get over(): boolean {
    return this.#facts.phase === 'ended' || this.#closed !== null;
  }

  get th(): Uint8Array | null {
    return this.#secure?.link.th ?? null;
  }

  state(words: readonly string[]): StaffChatState {
    const link = this.#linkView();
    return {
      chat: this.#facts.chat,
      link: link?.state === 'secure' ? { ...link, words } : link,
      restoring: this.#fresh && this.#cameLater && this.#closed === null,
      visitorTyping: this.#secure !== null && this.#visitorTyping.isOn(this.#deps.now()),
      visitorWroteAt: this.#visitorWroteAt,
      transferAnswer: this.#answer,
      summary: this.#summary,
      sharedWithMe: this.#shared,
      closed: this.#closed,
    };
  }

  update(facts: ChatFacts): void {
    this.#facts = facts;
    if (facts.phase === 'ended' || !facts.members.some((member) => member.staffId === this.#deps.me))
      this.#over();
    else if (this.#member()?.epoch === null && this.#closed !== null) this.#closed = null;
  }

  frame(bytes: Uint8Array): void {
    const prefix = decodePrefix(bytes);
    if (!prefix.ok || !equalBytes(prefix.value.cid, this.#cid) || !this.#member()) return;
    const { type, epoch, number } = prefix.value;
    if (type === FRAME_TYPE.hello) void this.#hello(bytes);
    else if (type === FRAME_TYPE.accept) this.#accept(bytes, epoch);
    else {
      for (const opened of [this.#opening, this.#secure]) {
        if (opened?.link.epoch === epoch) opened.link.receive(bytes, number);
      }
    }
  }

  write(text: string): void {
    const entry = this.timeline.write(text, this.#deps.now(), !this.#fresh);
    this.#typing.wrote();
    this.#secure?.replica.pass(entry);
  }

  sendAgain(id: string): void {
    const entry = this.timeline.find(id);
    if (entry?.delivery !== 'failed' || !this.#member() || this.#facts.phase === 'ended') return;
    const renewed = this.timeline.renew(entry, this.#deps.now(), !this.#fresh);
    this.#secure?.replica.pass(renewed);
  }

  typing(on: boolean): void {
    if (!this.#secure || !this.#up) return;
    if (this.#typing.set(on, this.#deps.now())) this.#secure.link.send({ kind: 'typing', body: { on } });
  }

  askTransfer(ask: TransferAsk): void {
    this.#ask = ask;
    this.#answer = null;
    this.#sendAsk();
  }

  cancelTransfer(): void {
    if (this.#ask && this.#secure) this.#secure.link.send({ kind: 'transfer-cancel', body: {} });
    this.#ask = null;
    this.#answer = null;
  }

  connection(up: boolean): void {
    this.#up = up;
    for (const opened of [this.#opening, this.#secure]) opened?.link.connection(up);
    if (up) {
      this.#offers.repeat();
      this.#linklessSince = this.#deps.now();
    }
  }

  tick(): void {
    for (const opened of [this.#opening, this.#secure]) opened?.link.tick();
    const now = this.#deps.now();
    if (this.#secure && now - this.#secure.link.born >= ENDPOINT_TIMING.settled) this.#wanted.settled();
    if (!this.#wantsLink() || now < this.#wanted.notBefore) return;
    this.#wanted.begin(now);
    this.#linklessSince = now;
    this.#deps.linkWanted();
  }

  due(): Instant | null {
    const links = [this.#opening?.link.due(), this.#secure?.link.due()];
    const times = [...links, this.#visitorTyping.due(this.#deps.now())];
    const known = times.filter((time) => time !== null && time !== undefined);
    return known.length > 0 ? Math.min(...known) : null;
  }

  wipe(): void {
    this.#opening?.link.wipe();
    this.#secure?.link.wipe();
    this.#opening = null;
    this.#secure = null;
    this.#linklessSince = this.#deps.now();
  }

  /** My part in this chat, when it is this tab's. */
  #member(): Member | undefined {
    const { me, seat } = this.#deps;
    return this.#facts.members.find((member) => member.staffId === me && member.seat === seat);
  }

  #linkView(): LinkView | null {
    if (!this.#member() || this.#closed !== null || this.#facts.phase === 'ended') return null;
    const link = this.#secure?.link;
    const epoch = this.#opening?.link.epoch ?? link?.epoch ?? 0;
    const trouble = link?.trouble() ?? null;
    const fault = this.#fault ?? trouble ?? (link?.altered ? 'altered' : null);
    if (link && trouble === null) return { state: 'secure', epoch: link.epoch, fault, words: [] };
    const stuck = this.#fault === 'other-person';
    return { state: stuck ? 'broken' : 'linking', epoch, fault, words: [] };
  }

  /** The visitor's client opens links; the relay is asked to have it do so when this one has gone bad. */
  #wantsLink(): boolean {
    const member = this.#member();
    if (!member || member.epoch === null || !this.#up || this.#closed !== null) return false;
    if (this.#facts.visitorLostSince !== null || this.#opening) return false;
    if (this.#secure) return this.#secure.link.trouble() !== null;
    return this.#deps.now() - this.#linklessSince > ENDPOINT_TIMING.handshake;
  }

  async #hello(bytes: Uint8Array): Promise<void> {
    try {
      this.#note(await this.#offers.hello(bytes));
    } catch {
      // The device key would not sign. Nothing leaves, and the visitor's client says that nobody answers.
      this.#fault = 'no-answer';
    }
    this.#deps.changed();
  }

  #note(error: HandshakeError | null): void {
    // What is said again of earlier links is no attack, and nothing in a hello can harm a link in use.
    if (error === null || error === 'stale-epoch' || this.#secure) return;
    this.#fault = faultOf(error);
  }

  #accept(bytes: Uint8Array, epoch: number): void {
    const accepted = this.#offers.accept(bytes, epoch);
    if (!accepted) return;
    if (!accepted.ok) {
      this.#note(accepted.error);
      return;
    }
    const { sodium, random, now, submit } = this.#deps;
    const link: ReliableLink<Cargo> = new ReliableLink(
      accepted.value.link,
      {
        sodium,
        random,
        now,
        submit,
        onContent: (content) => this.#content(link, content),
        onSealed: (cargo) => replica.sealed(cargo),
        onStored: (cargo) => replica.stored(cargo),
        onReceived: (cargo) => replica.received(cargo),
      },
      this.#up,
    );
    const everything = { visible: () => true, preamble: () => [], owed: () => false, paid: () => undefined };
    const replica = new Replica({ timeline: this.timeline, link, ...everything });
    this.#opening?.link.wipe();
    this.#opening = { link, replica, visitorPk: accepted.value.visitorPk };
  }

  /** From here on nothing of the previous link counts: what it did not bring comes again by `held`. */
  #promote(opened: Opened): void {
    this.#secure?.link.wipe();
    this.#secure = opened;
    this.#opening = null;
    this.#fault = null;
    this.#closed = null;
    this.#offers.confirmed(opened.link.epoch, opened.visitorPk);
    opened.link.send({ kind: 'confirm', body: {} });
    opened.replica.greet('visitor');
  }

  #content(link: ReliableLink<Cargo>, content: Content): void {
    if (link === this.#opening?.link) {
      if (content.kind === 'confirm') this.#promote(this.#opening);
      return;
    }
    if (link !== this.#secure?.link) return;
    const { replica } = this.#secure;
    switch (content.kind) {
      case 'held':
        this.timeline.reserve(content.body.upTo[this.#deps.me] ?? 0);
        replica.peerHolds(content.body.upTo);
        this.#sendAsk();
        break;
      case 'history':
        this.#history(replica, content.body);
        break;
      case 'text':
        if (content.body.author !== this.#deps.me)
          this.#arrived(this.timeline.receive(fromPeer(content.body)));
        break;
      case 'typing':
        this.#visitorTyping.heard(content.body.on, this.#deps.now());
        break;
      case 'transfer-answer':
        if (this.#ask) this.#answer = content.body;
        if (content.body.choice === null) this.#ask = null;
        break;
      case 'shared':
        this.#shared = content.body.choice;
        break;
      case 'summary':
        this.#summary = content.body;
        break;
      case 'close':
        // Carries the acknowledgement of all that came before it.
        link.send({ kind: 'close', body: content.body });
        this.#closed = content.body.reason;
        this.#over();
        break;
      default:
        break;
    }
  }

  #history(replica: Replica, body: Extract<Content, { kind: 'history' }>['body']): void {
    const mine = (author: string): boolean => author === this.#deps.me;
    // Own words come back only to who has lost them.
    const items = body.items.filter((item) => !mine(item.author) || this.#fresh || this.timeline.holds(item));
    for (const entry of this.timeline.merge(body.after, items.map(fromPeer))) this.#arrived(entry);
    if (!body.last || !this.#fresh) return;
    this.#fresh = false;
    for (const entry of this.timeline.numberDrafts()) replica.pass(entry);
  }

  #arrived(entry: Entry | undefined): void {
    if (entry?.author !== 'visitor') return;
    this.#visitorTyping.wrote();
    this.#visitorWroteAt = Math.max(this.#visitorWroteAt ?? 0, Math.min(entry.at, this.#deps.now()));
  }

  #sendAsk(): void {
    if (!this.#ask || this.#answer || !this.#secure?.replica.synced) return;
    this.#secure.link.send({ kind: 'transfer-ask', body: this.#ask });
  }

  #over(): void {
    this.wipe();
    for (const entry of this.timeline.entries) {
      if (entry.delivery === 'sending' || entry.delivery === 'sent') entry.delivery = 'failed';
    }
  }
}
