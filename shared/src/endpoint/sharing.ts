import type { StaffId } from '../ids';
import type { Content, ShareChoice } from '../protocol/content';
import type { Entry } from './entry';

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
  #hidden: ReadonlySet<Entry> = new Set();
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

  paid(): void {
    this.#owed = false;
  }

  sees(entry: Entry): boolean {
    if (entry.author === this.#staffId) return !this.#hidden.has(entry);
    if (this.#choice === null || this.#choice === 'conversation') return true;
    return entry.author === 'visitor' && !this.#hidden.has(entry);
  }

  /** What is said on every new link before the history. */
  preamble(): readonly Content[] {
    if (this.#choice === null) return [];
    const shared: Content = { kind: 'shared', body: { choice: this.#choice } };
    return this.#summary ? [shared, { kind: 'summary', body: this.#summary }] : [shared];
  }
}
