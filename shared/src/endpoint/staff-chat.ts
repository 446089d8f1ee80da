import { equalBytes, fromBase64Url } from '../crypto/bytes';
import { decodePrefix, SENDER } from '../crypto/frame';
import type { SeatId, StaffId } from '../ids';
import type { Member, StaffChat as ChatFacts } from '../protocol/chat';
import type { Content, ShareChoice } from '../protocol/content';
import type { Instant } from '../units';
import type { JoinAsk, TransferAsk } from './conversation';
import { fromPeer } from './from-peer';
import { StaffJoin } from './staff-join';
import { StaffLink, type StaffLinkDeps } from './staff-link';
import type { StaffChatState } from './staff-worker';
import type { Entry } from './entry';
import { Timeline } from './timeline';
import { cleanText } from './text';
import { OwnTyping, PeerTyping } from './typing';
import { giveUp } from './undelivered';
import { earliest } from './earliest';

export interface StaffChatDeps extends Omit<StaffLinkDeps, 'cid' | 'timeline' | 'onSecured' | 'onContent'> {
  readonly me: StaffId;
  readonly seat: SeatId;
  /** The device's clock, for what is dated; `now` is for waiting. */
  readonly wall: () => Instant;
}

/** One chat at a staff device: the conversation as far as it is known here, and what the visitor said about it. */
export class StaffChat {
  readonly timeline: Timeline;
  readonly #deps: StaffChatDeps;
  readonly #cid: Uint8Array;
  readonly #link: StaffLink;
  readonly #typing = new OwnTyping();
  readonly #visitorTyping = new PeerTyping();
  readonly #join = new StaffJoin();
  #facts: ChatFacts;
  #up: boolean;
  /** The visitor's client has said, on the present link, all that is known: own messages may have numbers. */
  #agreed = false;
  #restored = false;
  readonly #cameLater: boolean;
  #closed: StaffChatState['closed'] = null;
  /** By this person's own word, after which no hello is answered. */
  #left = false;
  #ask: TransferAsk | null = null;
  #cancelled = false;
  #answer: StaffChatState['transferAnswer'] = null;
  #summary: StaffChatState['summary'] = null;
  #shared: ShareChoice | null = null;
  #visitorWroteAt: Instant | null = null;

  constructor(facts: ChatFacts, deps: StaffChatDeps, up: boolean) {
    this.#facts = facts;
    this.#deps = deps;
    this.#up = up;
    this.timeline = new Timeline(deps.me);
    const cid = fromBase64Url(facts.chat);
    this.#cid = cid.ok ? cid.value : new Uint8Array(0);
    this.#link = new StaffLink(
      {
        ...deps,
        cid: this.#cid,
        timeline: this.timeline,
        onSecured: () => this.#secured(),
        onContent: (content) => this.#content(content),
      },
      up,
    );
    this.#cameLater = facts.epoch > 0;
  }

  /** Nothing can be sent any more. */
  get over(): boolean {
    return this.#facts.phase === 'ended' || this.#closed !== null;
  }

  get th(): Uint8Array | null {
    return this.#link.th;
  }

  state(words: readonly string[]): StaffChatState {
    const linked = this.#member() !== undefined && !this.over;
    return {
      chat: this.#facts.chat,
      link: linked ? this.#link.view(words) : null,
      restoring: !this.#restored && this.#cameLater && linked,
      visitorTyping: this.#link.secure && this.#visitorTyping.isOn(this.#deps.now()),
      visitorWroteAt: this.#visitorWroteAt,
      transferAnswer: this.#answer,
      summary: this.#summary,
      sharedWithMe: this.#shared,
      joinAnswer: this.#join.answer,
      present: linked ? this.#join.present : [],
      closed: this.#closed,
    };
  }

  update(facts: ChatFacts): void {
    this.#facts = facts;
    const mine = facts.members.some((member) => member.staffId === this.#deps.me);
    if (facts.phase === 'ended' || !mine) this.#letGo();
    else if (this.#member()?.epoch === null && !this.#left) this.#closed = null;
  }

  frame(bytes: Uint8Array): void {
    const prefix = decodePrefix(bytes);
    if (!prefix.ok || prefix.value.sender !== SENDER.visitor || !this.#member()) return;
    if (this.#facts.phase === 'ended' || this.#left) return;
    if (equalBytes(prefix.value.cid, this.#cid)) this.#link.frame(bytes, prefix.value);
  }

  write(text: string): void {
    this.#typing.wrote();
    this.#pass(this.timeline.write(text, this.#deps.wall(), this.#agreed));
  }

  sendAgain(id: string): void {
    const entry = this.timeline.find(id);
    if (entry?.delivery !== 'failed' || !this.#member() || this.over) return;
    this.#pass(this.timeline.renew(entry, this.#deps.wall(), this.#agreed));
  }

  typing(on: boolean): void {
    if (!this.#link.synced || !this.#up) return;
    if (this.#typing.set(on, this.#deps.now())) this.#link.send({ kind: 'typing', body: { on } });
  }

  askTransfer(ask: TransferAsk): void {
    this.#ask = ask;
    this.#cancelled = false;
    this.#answer = null;
    this.#sendAsk();
  }

  cancelTransfer(): void {
    if (this.#ask) this.#cancelled = true;
    this.#ask = null;
    this.#answer = null;
    this.#sendAsk();
  }

  askJoin(ask: JoinAsk): void {
    this.#join.ask(ask);
    this.#sendJoin();
  }

  cancelJoin(): void {
    this.#join.cancel();
    this.#sendJoin();
  }

  /** Who joined goes; the visitor's client is told, and nothing stays of the link. */
  leave(): void {
    this.#link.send({ kind: 'close', body: { reason: 'left' } });
    this.#left = true;
    this.#closed = 'left';
    this.#letGo();
  }

  connection(up: boolean): void {
    this.#up = up;
    this.#link.connection(up);
  }

  tick(): void {
    const expected = !this.over && this.#facts.visitorLostSince === null;
    this.#link.tick(expected ? (this.#member() ?? null) : null);
  }

  due(): Instant | null {
    return earliest([this.#link.due(), this.#visitorTyping.due(this.#deps.now())]);
  }

  wipe(): void {
    this.#link.wipe();
  }

  /** My part in this chat, when it is this tab's. */
  #member(): Member | undefined {
    const { me, seat } = this.#deps;
    return this.#facts.members.find((member) => member.staffId === me && member.seat === seat);
  }

  #secured(): void {
    this.#agreed = false;
    this.#join.secured();
    this.timeline.takeBackNumbers();
  }

  #pass(entry: Entry): void {
    this.#link.replica?.pass(entry);
  }

  #content(content: Content): void {
    switch (content.kind) {
      case 'held':
        // The visitor's client may come back to whom it had left.
        this.#closed = null;
        this.timeline.reserve(content.body.upTo[this.#deps.me] ?? 0);
        this.#sendAsk();
        this.#sendJoin();
        break;
      case 'history':
        this.#history(content.body);
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
      case 'join-answer':
      case 'members':
        this.#join.heard(content);
        break;
      case 'shared':
        this.#shared = content.body.choice;
        break;
      case 'summary':
        this.#summary = { author: content.body.author, text: cleanText(content.body.text) };
        break;
      case 'close':
        // Carries the acknowledgement of all that came before it.
        this.#link.send({ kind: 'close', body: content.body });
        this.#closed = content.body.reason;
        this.#letGo();
        break;
      default:
        break;
    }
  }

  #history(body: Extract<Content, { kind: 'history' }>['body']): void {
    // Own words come back to who has lost them; nobody else gives them numbers that were not given here.
    const { me } = this.#deps;
    const given = this.#agreed ? this.timeline.highest(me) : Number.POSITIVE_INFINITY;
    const items = body.items.filter((item) => item.author !== me || item.number <= given);
    for (const entry of this.timeline.merge(body.after, items.map(fromPeer))) this.#arrived(entry);
    if (!body.last || this.#agreed) return;
    this.#agreed = true;
    this.#restored = true;
    for (const entry of this.timeline.numberDrafts()) this.#pass(entry);
  }

  #arrived(entry: Entry | undefined): void {
    if (entry?.author !== 'visitor') return;
    this.#visitorTyping.wrote();
    this.#visitorWroteAt = Math.max(this.#visitorWroteAt ?? 0, Math.min(entry.at, this.#deps.wall()));
  }

  /** Again on every new link: what was said on the one before may not have arrived. */
  #sendAsk(): void {
    if (!this.#link.synced) return;
    if (this.#ask && !this.#answer) this.#link.send({ kind: 'transfer-ask', body: this.#ask });
    else if (this.#cancelled) this.#link.send({ kind: 'transfer-cancel', body: {} });
  }

  #sendJoin(): void {
    const owed = this.#link.synced ? this.#join.owed() : null;
    if (owed) this.#link.send(owed);
  }

  #letGo(): void {
    this.#link.wipe();
    giveUp(this.timeline);
  }
}
