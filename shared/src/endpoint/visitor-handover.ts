import type { StaffId } from '../ids';
import { TIMING } from '../protocol/limits';
import type { Member, VisitorView } from '../protocol/chat';
import type { Content, ShareChoice } from '../protocol/content';
import type { Instant } from '../units';
import type { LinkFault, TransferAsk } from './conversation';
import { type Handover, NO_HANDOVER } from './handover';
import type { MemberLink } from './member-link';
import type { Outcome } from './relay-requests';
import { Sharing } from './sharing';
import { ENDPOINT_TIMING } from './timing';
import type { Timeline } from './timeline';
import { giveUp } from './undelivered';

export interface HandoverHost {
  readonly now: () => Instant;
  readonly timeline: Timeline;
  /** The counsellor's link; a transfer replaces it. */
  current: MemberLink | null;
  readonly view: VisitorView | null;
  openLink(member: Member, sharing: Sharing): MemberLink;
  submit(event: 'transfer:complete' | 'transfer:refuse', payload: object, outcome: Outcome): void;
  /** Looks at the relay's view again, the transfer being over or off. */
  reconcile(): void;
}

/** A transfer as the visitor's client carries it out: link, share what was agreed, let go. */
export class VisitorHandover {
  readonly #host: HandoverHost;
  #state: Handover = NO_HANDOVER;
  #fault: LinkFault | null = null;
  #reporting = false;
  incoming: MemberLink | null = null;
  /** The previous counsellor's link between the close and the answer to it. */
  leaving: MemberLink | null = null;

  constructor(host: HandoverHost) {
    this.#host = host;
  }

  get ask(): TransferAsk | null {
    return this.#state.step === 'asked' ? this.#state.ask : null;
  }

  get handingOver(): TransferAsk | null {
    return this.#state.step === 'linking' ? this.#state.ask : null;
  }

  get fault(): LinkFault | null {
    return this.#fault;
  }

  /** A hand-over is asked for or under way. */
  get busy(): boolean {
    return this.#state.step !== 'none';
  }

  /** While true the relay may still name the previous counsellor. */
  get finishing(): boolean {
    return this.#state.step === 'closing' || this.#state.step === 'completing';
  }

  due(): Instant | null {
    return this.#state.step === 'linking' || this.#state.step === 'closing' ? this.#state.until : null;
  }

  asked(from: MemberLink, ask: TransferAsk): void {
    if (from !== this.#host.current || this.finishing || ask.staffId === from.staffId) return;
    this.#fault = null;
    if (this.#state.step === 'linking') {
      if (this.#state.ask.staffId === ask.staffId) {
        // Asked again on a fresh link: the answer went with the old one.
        from.send({ kind: 'transfer-answer', body: { choice: this.#state.choice } });
        return;
      }
      this.#off();
    }
    this.#state = { step: 'asked', ask, shown: false };
    if (this.#host.view) this.follow(this.#host.view);
  }

  cancelled(from: MemberLink): void {
    if (from !== this.#host.current || this.finishing) return;
    this.#off();
  }

  answer(staffId: StaffId, choice: ShareChoice | null): boolean {
    if (this.#state.step !== 'asked' || this.#state.ask.staffId !== staffId) return false;
    const { ask } = this.#state;
    const counsellor = this.#host.current;
    counsellor?.send({ kind: 'transfer-answer', body: { choice } });
    if (choice === null) {
      this.#state = NO_HANDOVER;
      this.#host.submit('transfer:refuse', {}, () => undefined);
      return true;
    }
    counsellor?.pause(true);
    const summary =
      ask.summary !== null && counsellor ? { author: counsellor.staffId, text: ask.summary } : null;
    const sharing = Sharing.agreed(staffId, this.#host.timeline.entries, choice, summary);
    const until = this.#host.now() + TIMING.transferAnswer;
    this.#state = { step: 'linking', ask, choice, sharing, until, shown: false };
    this.#host.reconcile();
    return true;
  }

  /** Follows the relay's view. True when the members are this transfer's business for now. */
  follow(view: VisitorView): boolean {
    const { current } = this.#host;
    const member = (staffId: StaffId | undefined): Member | undefined =>
      view.members.find((candidate) => candidate.staffId === staffId);
    if (this.finishing) {
      const colleague = member(current?.staffId);
      if (!current || !colleague) return this.#end();
      current.update(colleague, view.epoch);
      if (colleague.role === 'counsellor' && this.#state.step === 'completing') this.#end();
      return true;
    }
    const state = this.#state;
    if (state.step !== 'asked' && state.step !== 'linking') return false;
    const colleague = member(state.ask.staffId);
    if (!colleague) {
      if (state.shown) this.#off();
      return false;
    }
    this.#state = { ...state, shown: true };
    if (state.step === 'asked') return false;
    if (this.incoming) this.incoming.update(colleague, view.epoch);
    else this.incoming = this.#host.openLink(colleague, state.sharing);
    // The relay may already call the colleague the counsellor, the one before being gone.
    return colleague.role === 'counsellor';
  }

  secured(link: MemberLink): void {
    if (link === this.#host.current) this.#report();
  }

  content(from: MemberLink, content: Content): void {
    if (content.kind === 'held' && from === this.incoming) this.#letGo(from);
    if (content.kind === 'close' && from === this.leaving) this.#complete();
  }

  tick(): void {
    if (this.#state.step === 'linking') {
      const failed = this.incoming?.stopped ? this.incoming.fault : null;
      if (failed !== null || this.#host.now() >= this.#state.until) {
        this.#off();
        this.#fault = failed ?? 'no-answer';
        this.#host.submit('transfer:refuse', {}, () => undefined);
      }
    }
    if (this.#state.step === 'closing' && this.#host.now() >= this.#state.until) this.#complete();
  }

  /** The counsellor is gone, or the chat: what she asked for counts no more. */
  drop(): void {
    if (this.#state.step === 'asked') this.#state = NO_HANDOVER;
  }

  wipe(): void {
    this.incoming?.wipe();
    this.leaving?.wipe();
    this.incoming = null;
    this.leaving = null;
    this.#state = NO_HANDOVER;
  }

  /** Everything stays as it was; what was written meanwhile goes to the counsellor. */
  #off(): void {
    this.wipe();
    const { current, timeline } = this.#host;
    if (!current) return;
    current.pause(false);
    for (const entry of timeline.entries) {
      if (entry.author === timeline.own && !entry.exposed) current.pass(entry);
    }
  }

  #letGo(colleague: MemberLink): void {
    this.leaving = this.#host.current;
    this.incoming = null;
    this.#host.current = colleague;
    this.#state = { step: 'closing', until: this.#host.now() + ENDPOINT_TIMING.closing };
    this.leaving?.close('transferred');
    if (!this.leaving?.secure) this.#complete();
  }

  #complete(): void {
    const { current, timeline } = this.#host;
    this.leaving?.wipe();
    this.leaving = null;
    this.#state = { step: 'completing' };
    if (current) giveUp(timeline, (entry) => !current.sharing.sees(entry));
    this.#report();
  }

  /** The relay knows the colleague's link by its epoch, so a link made again meanwhile is told again. */
  #report(): void {
    const { current } = this.#host;
    const epoch = current?.epoch ?? 0;
    if (this.#state.step !== 'completing' || this.#reporting || !current?.secure) return;
    this.#reporting = true;
    this.#host.submit('transfer:complete', { epoch }, (error) => {
      this.#reporting = false;
      if (error === null || this.#state.step !== 'completing') return;
      if (error !== 'unknown-epoch') this.#end();
      else if (this.#host.current?.epoch !== epoch) this.#report();
    });
  }

  #end(): boolean {
    this.leaving?.wipe();
    this.leaving = null;
    this.#state = NO_HANDOVER;
    this.#host.reconcile();
    return true;
  }
}
