import { decodePrefix, SENDER } from '../crypto/frame';
import { equalBytes } from '../crypto/bytes';
import type { StaffId } from '../ids';
import type { Member, VisitorView } from '../protocol/chat';
import type { Content, Item, ShareChoice } from '../protocol/content';
import type { LinkRole } from '../crypto/handshake';
import type { Instant } from '../units';
import type { ChatIdentity } from './dial';
import type { VerifiedPerson } from './conversation';
import { askFromPeer, fromPeer, personFromPeer } from './from-peer';
import { MemberLink, type MemberLinkDeps } from './member-link';
import type { Outcome } from './relay-requests';
import { Sharing } from './sharing';
import type { Entry } from './entry';
import { Timeline } from './timeline';
import { OwnTyping, PeerTyping } from './typing';
import { giveUp, takeUp } from './undelivered';
import { type ConsultHost, VisitorConsult } from './visitor-consult';
import { earliest } from './earliest';
import { type HandoverHost, VisitorHandover } from './visitor-handover';
import type { KeptJoin, MemberEvent } from './visitor-worker';

export interface VisitorChatDeps extends Omit<MemberLinkDeps, 'timeline' | 'onContent' | 'onSecured'> {
  readonly relay: (event: MemberEvent, payload: object, outcome: Outcome) => void;
  readonly remember: ConsultHost['remember'];
}

/** The hub: the visitor's conversation, and the links of those the visitor speaks with. */
export class VisitorChat implements HandoverHost, ConsultHost {
  readonly identity: ChatIdentity;
  readonly timeline = new Timeline('visitor');
  readonly handover: VisitorHandover;
  readonly consult: VisitorConsult;
  readonly peerTyping = new PeerTyping();
  readonly #typing = new OwnTyping();
  readonly #deps: VisitorChatDeps;
  current: MemberLink | null = null;
  view: VisitorView | null = null;
  #restoring: boolean;
  #up = true;
  #over = false;
  /** Whom the visitor spoke with last, so that her coming back needs no question. */
  #last: { readonly staffId: StaffId; readonly sharing: Sharing } | null = null;
  #undelivered = false;

  /** `earlier`: null when nothing can have been said before. */
  constructor(deps: VisitorChatDeps, earlier: { readonly joined: KeptJoin | null } | null) {
    this.#deps = deps;
    this.identity = deps.identity;
    this.#restoring = earlier !== null;
    this.handover = new VisitorHandover(this);
    this.consult = new VisitorConsult(this, earlier?.joined ?? null);
  }

  get restoring(): boolean {
    return this.#restoring;
  }

  get over(): boolean {
    return this.#over;
  }

  /** A counsellor who came after another and has to be told what she may see. */
  get shareWith(): VerifiedPerson | null {
    const { current } = this;
    return current?.secure && current.sharing.asks ? current.person : null;
  }

  now = (): Instant => this.#deps.now();

  submit: VisitorChatDeps['relay'] = (event, payload, outcome) => this.#deps.relay(event, payload, outcome);

  remember: ConsultHost['remember'] = (joined) => this.#deps.remember(joined);

  openLink(member: Member, sharing: Sharing, joinsAs?: LinkRole): MemberLink {
    const link = new MemberLink(
      member,
      sharing,
      {
        ...this.#deps,
        timeline: this.timeline,
        onContent: (from, content) => this.#content(from, content),
        onSecured: (secured) => {
          this.handover.secured(secured);
          this.consult.secured(secured);
        },
        joinsAs,
      },
      this.#up,
    );
    link.update(member, this.view?.epoch ?? 0);
    return link;
  }

  follow(view: VisitorView): void {
    if (this.#over) return;
    this.view = view;
    if (view.phase === 'ended') this.finish();
    else this.reconcile();
  }

  reconcile(): void {
    const { view } = this;
    if (!view || this.#over || this.handover.follow(view)) return;
    const counsellor = view.members.find((member) => member.role === 'counsellor');
    if (counsellor && this.current?.staffId === counsellor.staffId) {
      this.current.update(counsellor, view.epoch);
      this.consult.follow(view);
      return;
    }
    if (this.current) this.#lose(this.current);
    if (counsellor) this.#meet(counsellor);
    this.consult.follow(view);
  }

  frame(bytes: Uint8Array): void {
    const prefix = decodePrefix(bytes);
    if (!prefix.ok || prefix.value.sender !== SENDER.staff || this.#over) return;
    if (!equalBytes(prefix.value.cid, this.identity.cid)) return;
    for (const link of this.#links()) link.frame(bytes, prefix.value);
  }

  write(text: string): void {
    const entry = this.timeline.write(text, this.#deps.wall(), !this.#restoring);
    this.#typing.wrote();
    this.#pass(entry, null);
  }

  sendAgain(id: string): void {
    const entry = this.timeline.find(id);
    if (entry?.delivery !== 'failed' || this.#over) return;
    if (this.current && !this.current.sharing.sees(entry)) {
      this.#pass(this.timeline.renew(entry, this.#deps.wall(), !this.#restoring), null);
    } else {
      this.linkAgain();
    }
  }

  linkAgain(): void {
    for (const link of [this.current, this.consult.link]) link?.again();
    this.#reviveUndelivered();
  }

  typing(on: boolean): void {
    if (!this.current?.secure || !this.#up || this.handover.handingOver) return;
    if (!this.#typing.set(on, this.now())) return;
    for (const link of [this.current, this.consult.link]) link?.send({ kind: 'typing', body: { on } });
  }

  share(staffId: StaffId, choice: ShareChoice | null): void {
    if (this.handover.answer(staffId, choice)) return;
    if (this.consult.answer(staffId, choice === 'summary' ? 'nothing' : choice)) return;
    const { current } = this;
    if (!current || current.staffId !== staffId || !current.sharing.asks) return;
    current.sharing.answer(choice === 'conversation' ? choice : 'nothing', null);
    if (current.sharing.owed) current.sendAll();
    giveUp(this.timeline, (entry) => !current.sharing.sees(entry));
  }

  connection(up: boolean): void {
    this.#up = up;
    for (const link of this.#links()) link.connection(up);
  }

  tick(): void {
    for (const link of this.#links()) link.tick();
    this.handover.tick();
    this.consult.tick();
    if (this.current?.stopped && !this.current.secure) this.#markUndelivered();
    else if (this.#undelivered) this.#reviveUndelivered();
  }

  due(): Instant | null {
    const times = [
      ...this.#links().map((link) => link.due()),
      this.handover.due(),
      this.consult.due(),
      this.peerTyping.due(this.now()),
    ];
    return earliest(times);
  }

  /** Says on every link that the chat ends. */
  bid(): void {
    for (const link of this.#links()) link.close('ended');
  }

  /** The chat is over: every key of it is overwritten, and what was not received will not be. */
  finish(): void {
    this.#over = true;
    for (const link of this.#links()) link.wipe();
    this.handover.wipe();
    this.consult.wipe();
    this.#markUndelivered();
  }

  #links(): readonly MemberLink[] {
    return [...this.#listening(), this.handover.leaving, this.consult.leaving].filter(
      (link) => link !== null,
    );
  }

  /** Those to whom the conversation goes on. */
  #listening(): readonly MemberLink[] {
    return [this.current, this.handover.incoming, this.consult.link].filter((link) => link !== null);
  }

  #lose(link: MemberLink): void {
    this.#last = { staffId: link.staffId, sharing: link.sharing };
    link.wipe();
    this.current = null;
    this.peerTyping.wrote();
    this.handover.drop();
    // Who had joined was there beside her.
    this.consult.off();
  }

  #meet(member: Member): void {
    const known = this.#last?.staffId === member.staffId ? this.#last.sharing : null;
    const sharing = known ?? Sharing.unanswered(member.staffId, this.timeline.entries);
    this.current = this.openLink(member, sharing);
  }

  #content(from: MemberLink, content: Content): void {
    this.handover.content(from, content);
    this.consult.content(from, content);
    switch (content.kind) {
      case 'held':
        if (this.#restoring) this.timeline.reserve(content.body.upTo['visitor'] ?? 0);
        break;
      case 'history':
        this.#history(from, content.body);
        break;
      case 'text':
        if (content.body.author === from.staffId) this.#arrived(from, content.body);
        break;
      case 'typing':
        if (from === this.current) this.peerTyping.heard(content.body.on, this.now());
        break;
      case 'transfer-ask':
        this.consult.off();
        this.handover.asked(from, askFromPeer(content.body));
        break;
      case 'transfer-cancel':
        this.handover.cancelled(from);
        break;
      case 'join-ask':
        if (!this.handover.busy) this.consult.asked(from, personFromPeer(content.body));
        break;
      case 'join-cancel':
        this.consult.cancelled(from);
        break;
      default:
        break;
    }
  }

  #arrived(from: MemberLink, item: Item): void {
    const entry = this.timeline.receive(fromPeer(item));
    if (!entry) return;
    if (from === this.current) this.peerTyping.wrote();
    this.#pass(entry, from);
  }

  #history(from: MemberLink, body: Extract<Content, { kind: 'history' }>['body']): void {
    if (!this.#restoring) {
      for (const item of body.items) if (item.author === from.staffId) this.#arrived(from, item);
      return;
    }
    this.timeline.merge(body.after, body.items.map(fromPeer));
    if (!body.last) return;
    this.#restoring = false;
    for (const entry of this.timeline.numberDrafts()) this.#pass(entry, null);
    if (this.view) this.consult.follow(this.view);
  }

  #pass(entry: Entry, from: MemberLink | null): void {
    for (const link of this.#listening()) if (link !== from) link.pass(entry);
  }

  #markUndelivered(): void {
    this.#undelivered = true;
    giveUp(this.timeline);
  }

  #reviveUndelivered(): void {
    this.#undelivered = false;
    takeUp(this.timeline, (entry) => this.current?.sharing.sees(entry) ?? true);
  }
}
