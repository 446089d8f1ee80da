import type { StaffId } from '../ids';
import type { Author, Content, JoinChoice, ShareChoice } from '../protocol/content';
import type { Entry, UpTo } from './entry';

export interface Summary {
  readonly author: StaffId;
  readonly text: string;
}

/**
 * What one member may see of the conversation. The first counsellor sees all. Somebody who comes later sees what is
 * said from then on, and of what was said before only what the visitor shares.
 */
export class Sharing {
  /** null: the first counsellor, with whom nothing has to be shared. */
  #choice: ShareChoice | null = null;
  #answered = true;
  #owed = false;
  #summary: Summary | null = null;
  #hidden = new Set<Entry>();
  /** Members who are here together: each sees what the other says from then on. */
  readonly #company = new Set<Author>();
  readonly #staffId: StaffId;

  private constructor(staffId: StaffId) {
    this.#staffId = staffId;
  }

  static withFirst(staffId: StaffId): Sharing {
    return new Sharing(staffId);
  }

  /** After a counsellor was lost: nothing that anybody may have read goes further before the visitor has chosen. */
  static unanswered(staffId: StaffId, entries: readonly Entry[]): Sharing {
    const sharing = new Sharing(staffId);
    sharing.#hidden = new Set(entries.filter((entry) => entry.exposed));
    if (sharing.#hidden.size === 0) return sharing;
    sharing.#choice = 'nothing';
    sharing.#answered = false;
    return sharing;
  }

  static agreed(
    staffId: StaffId,
    entries: readonly Entry[],
    choice: ShareChoice,
    summary: Summary | null,
  ): Sharing {
    const sharing = Sharing.unanswered(staffId, entries);
    sharing.answer(choice, summary);
    return sharing;
  }

  /** Of somebody who joins the counsellor. */
  static beside(
    counsellor: StaffId,
    staffId: StaffId,
    entries: readonly Entry[],
    choice: JoinChoice,
  ): Sharing {
    const sharing = Sharing.agreed(staffId, entries, choice, null);
    sharing.#company.add(counsellor);
    return sharing;
  }

  /** The same after the visitor's client has lost its memory; `upTo`: what was not to be seen. */
  static restored(
    counsellor: StaffId,
    staffId: StaffId,
    entries: readonly Entry[],
    choice: JoinChoice,
    upTo: UpTo,
  ): Sharing {
    const sharing = Sharing.beside(counsellor, staffId, entries, choice);
    if (choice === 'nothing')
      sharing.#hidden = new Set(
        entries.filter(({ author, number }) => number > 0 && number <= (upTo[author] ?? 0)),
      );
    return sharing;
  }

  /** True until the visitor has chosen. */
  get asks(): boolean {
    return !this.#answered;
  }

  /** The conversation was promised and has not arrived yet. */
  get owed(): boolean {
    return this.#owed;
  }

  answer(choice: ShareChoice, summary: Summary | null): void {
    this.#answered = true;
    this.#choice = choice === 'summary' && !summary ? 'nothing' : choice;
    this.#summary = this.#choice === 'summary' ? summary : null;
    this.#owed = this.#choice === 'conversation' && this.#hidden.size > 0;
    if (this.#choice === 'conversation') this.#hidden = new Set();
  }

  /** Somebody is here too: what they say from now on is seen, what they said before stays as it was. */
  admit(author: StaffId, entries: readonly Entry[]): void {
    if (this.#company.has(author)) return;
    for (const entry of entries) if (entry.author === author && !this.sees(entry)) this.#hidden.add(entry);
    this.#company.add(author);
  }

  /** What is not to be seen, up to which number of each author. */
  hides(entry: Entry): boolean {
    return this.#hidden.has(entry);
  }

  paid(): void {
    this.#owed = false;
  }

  sees(entry: Entry): boolean {
    if (entry.author === this.#staffId) return !this.#hidden.has(entry);
    if (this.#choice === null || this.#choice === 'conversation') return true;
    return (entry.author === 'visitor' || this.#company.has(entry.author)) && !this.#hidden.has(entry);
  }

  /** What is said on every new link before the history. */
  preamble(): readonly Content[] {
    if (this.#choice === null) return [];
    const shared: Content = { kind: 'shared', body: { choice: this.#choice } };
    return this.#summary ? [shared, { kind: 'summary', body: this.#summary }] : [shared];
  }
}
