import type { Content, JoinChoice } from '../protocol/content';
import type { JoinAsk, VerifiedPerson } from './conversation';
import { personFromPeer } from './from-peer';

/** At a staff device: the ask that a colleague may join, and who is in the chat by the visitor's client's word. */
export class StaffJoin {
  #ask: JoinAsk | null = null;
  #cancelled = false;
  #answer: { readonly choice: JoinChoice | null } | null = null;
  #present: readonly VerifiedPerson[] = [];

  get answer(): { readonly choice: JoinChoice | null } | null {
    return this.#answer;
  }

  get present(): readonly VerifiedPerson[] {
    return this.#present;
  }

  ask(ask: JoinAsk): void {
    this.#ask = ask;
    this.#cancelled = false;
    this.#answer = null;
  }

  cancel(): void {
    // Another tab of hers may have asked.
    this.#cancelled = true;
    this.#ask = null;
    this.#answer = null;
  }

  /** On a new link it is told again who is there, if anybody is. */
  secured(): void {
    this.#present = [];
  }

  /** Again on every new link: what was said on the one before may not have arrived. */
  owed(): Content | null {
    if (this.#ask && !this.#answer) return { kind: 'join-ask', body: this.#ask };
    return this.#cancelled ? { kind: 'join-cancel', body: {} } : null;
  }

  heard(content: Content): void {
    if (content.kind === 'members') this.#present = content.body.present.map(personFromPeer);
    if (content.kind === 'join-answer' && this.#ask) this.#answer = content.body;
  }
}
