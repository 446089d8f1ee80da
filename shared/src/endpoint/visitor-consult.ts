import type { StaffId } from '../ids';
import { TIMING } from '../protocol/limits';
import type { Member, VisitorView } from '../protocol/chat';
import type { Content, JoinChoice } from '../protocol/content';
import type { Instant } from '../units';
import type { JoinAsk, LinkFault, VerifiedPerson } from './conversation';
import type { MemberLink } from './member-link';
import type { Outcome } from './relay-requests';
import { Sharing } from './sharing';
import { ENDPOINT_TIMING } from './timing';
import type { Timeline } from './timeline';
import type { KeptJoin } from './visitor-worker';

export interface ConsultHost {
  readonly now: () => Instant;
  readonly timeline: Timeline;
  readonly current: MemberLink | null;
  readonly view: VisitorView | null;
  readonly restoring: boolean;
  openLink(member: Member, sharing: Sharing, joinsAs: JoinAsk['role']): MemberLink;
  submit(event: 'consult:complete' | 'consult:end', payload: object, outcome: Outcome): void;
  /** Lays down, or takes back, who is in, so that a reload of the page does not send them out. */
  remember(joined: KeptJoin | null): void;
}

/** Let in by the visitor: `shown` once the relay has shown them, `until` while the first link is to come. */
interface LetIn {
  readonly who: KeptJoin;
  readonly displayName: string;
  sharing: Sharing | null;
  shown: boolean;
  until: Instant | null;
}

/**
 * Somebody joins the counsellor. No link is made before the counsellor has named the person inside the encryption and
 * the visitor has said yes; it ends at the word of the visitor, the counsellor, the person, or the relay.
 */
export class VisitorConsult {
  readonly #host: ConsultHost;
  #ask: { readonly person: JoinAsk; shown: boolean } | null = null;
  #letIn: LetIn | null;
  #fault: LinkFault | null = null;
  link: MemberLink | null = null;
  /** The link of who has left, between the close and the answer to it. */
  leaving: MemberLink | null = null;
  #leavingUntil: Instant = 0;

  constructor(host: ConsultHost, kept: KeptJoin | null) {
    this.#host = host;
    // The name is not kept: it comes again with the certificate.
    this.#letIn = kept && {
      who: kept,
      displayName: '',
      sharing: null,
      shown: false,
      until: this.#patience(),
    };
  }

  get ask(): JoinAsk | null {
    return this.#ask?.person ?? null;
  }

  get fault(): LinkFault | null {
    return this.#fault;
  }

  /** Who has been let in, from the yes on; once linked, under the certified name. */
  get joined(): (VerifiedPerson & { readonly here: boolean }) | null {
    if (!this.#letIn) return null;
    const { who, displayName } = this.#letIn;
    const { staffId, role } = who;
    return { staffId, role, displayName, ...this.link?.person, here: this.link?.secure ?? false };
  }

  due(): Instant | null {
    return this.leaving ? this.#leavingUntil : (this.#letIn?.until ?? null);
  }

  asked(from: MemberLink, person: JoinAsk): void {
    if (from !== this.#host.current || person.staffId === from.staffId) return;
    if (this.#letIn?.who.staffId === person.staffId) {
      // Asked again on a fresh link: the answer went with the old one.
      from.send({ kind: 'join-answer', body: { choice: this.#letIn.who.choice } });
      return;
    }
    this.off();
    this.#fault = null;
    this.#ask = { person, shown: false };
    if (this.#host.view) this.follow(this.#host.view);
  }

  cancelled(from: MemberLink): void {
    if (from === this.#host.current) this.off();
  }

  answer(staffId: StaffId, choice: JoinChoice | null): boolean {
    const { current, timeline, view } = this.#host;
    const person = this.#ask?.person;
    if (!current || person?.staffId !== staffId) return false;
    this.#ask = null;
    current.send({ kind: 'join-answer', body: { choice } });
    if (choice === null) {
      this.#host.submit('consult:end', {}, () => undefined);
      return true;
    }
    const sharing = Sharing.beside(current.staffId, staffId, timeline.entries, choice);
    const upTo = timeline.held((entry) => sharing.hides(entry));
    const who = { by: current.staffId, staffId, role: person.role, choice, upTo };
    this.#letIn = { who, displayName: person.displayName, sharing, shown: false, until: this.#patience() };
    this.#host.remember(who);
    if (view) this.follow(view);
    return true;
  }

  follow(view: VisitorView): void {
    const member = (staffId: StaffId | undefined): Member | undefined =>
      view.members.find(
        (each) => each.staffId === staffId && (each.role === 'joining' || each.role === 'joined'),
      );
    if (this.#ask) {
      const shown = member(this.#ask.person.staffId) !== undefined;
      if (this.#ask.shown && !shown) this.#ask = null;
      else this.#ask.shown = shown;
      return;
    }
    const letIn = this.#letIn;
    const { current, timeline, restoring } = this.#host;
    if (!letIn) return;
    const found = member(letIn.who.staffId);
    if (!found) {
      if (letIn.shown) this.off();
      return;
    }
    letIn.shown = true;
    // First the counsellor gives the conversation back, for it tells what is not to be seen.
    if (!current || restoring) return;
    const { by, staffId, role, choice, upTo } = letIn.who;
    if (by !== current.staffId) {
      this.off();
      return;
    }
    letIn.sharing ??= Sharing.restored(current.staffId, staffId, timeline.entries, choice, upTo);
    current.sharing.admit(staffId, timeline.entries);
    if (this.link) this.link.update(found, view.epoch);
    else this.link = this.#host.openLink(found, letIn.sharing, role);
    if (found.role === 'joining') this.#report();
  }

  secured(link: MemberLink): void {
    if (this.#letIn && link === this.link) {
      this.#letIn.until = null;
      this.#report();
    }
    if (this.link?.secure) this.#tell();
  }

  content(from: MemberLink, { kind }: Content): void {
    if (kind !== 'close') return;
    if (from === this.leaving) this.#wipeLeaving();
    if (from === this.link) this.sendOut();
  }

  /** The visitor's word: nobody stays but the counsellor. */
  sendOut(): void {
    if (!this.#letIn) return;
    this.off();
    this.#host.submit('consult:end', {}, () => undefined);
  }

  tick(): void {
    const { link } = this;
    if (this.leaving && this.#host.now() >= this.#leavingUntil) this.#wipeLeaving();
    const failed = link?.stopped ? link.fault : null;
    const late = this.#host.now() >= (this.#letIn?.until ?? Number.POSITIVE_INFINITY);
    if (failed === null && !late) return;
    this.sendOut();
    this.#fault = failed ?? 'no-answer';
  }

  /** Whoever has joined, or was to, is out; the link is closed and wiped. */
  off(): void {
    this.#ask = null;
    if (!this.#letIn) return;
    this.#letIn = null;
    this.#host.remember(null);
    const { link } = this;
    this.link = null;
    if (!link?.secure) link?.wipe();
    else {
      this.#wipeLeaving();
      this.leaving = link;
      this.#leavingUntil = this.#host.now() + ENDPOINT_TIMING.closing;
      link.close('left');
      this.#tell();
    }
  }

  wipe(): void {
    this.link?.wipe();
    this.link = null;
    this.#wipeLeaving();
    this.#ask = null;
    this.#letIn = null;
  }

  #wipeLeaving(): void {
    this.leaving?.wipe();
    this.leaving = null;
  }

  #patience(): Instant {
    return this.#host.now() + TIMING.transferAnswer;
  }

  /** Everybody who is here hears who is. */
  #tell(): void {
    const links = [this.#host.current, this.link].filter((link) => link?.secure);
    const present = links.flatMap((link) => link?.person ?? []);
    for (const link of links) link?.send({ kind: 'members', body: { present } });
  }

  /** Until the relay says so itself; to be told twice changes nothing there. */
  #report(): void {
    const { link } = this;
    if (link?.secure) this.#host.submit('consult:complete', { epoch: link.epoch }, () => undefined);
  }
}
