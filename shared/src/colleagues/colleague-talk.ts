import { toBase64Url } from '../crypto/bytes';
import type { LinkFault } from '../endpoint/conversation';
import { ENDPOINT_TIMING } from '../endpoint/timing';
import { WordsOfLink } from '../endpoint/words-of-link';
import type { SeatId, StaffId } from '../ids';
import type { Instant } from '../units';
import { ColleagueLine, type ColleagueLineDeps } from './colleague-line';
import { goneAt } from './keeping';
import { TEXT_ID_BYTES, type Word } from './words';
import type { ColleagueText, ColleagueView } from './worker-messages';

/** Attempts at a text before somebody has to say that it should be sent again. */
const TRIES = 2;

interface Text {
  readonly id: Uint8Array;
  readonly name: string;
  readonly at: Instant;
  /** On the clock for waiting. */
  readonly since: Instant;
  readonly text: string;
  delivery: ColleagueText['delivery'];
  tries: number;
  /** When it was last sealed and not yet acknowledged. */
  sentAt: Instant | null;
}

export interface ColleagueTalkDeps
  extends Omit<ColleagueLineDeps, 'onReady' | 'onWord' | 'onGone' | 'onLost' | 'onTrouble' | 'onFault'> {
  readonly wall: () => Instant;
  readonly shiftEnd: () => Instant | null;
  readonly changed: () => void;
  /** Nobody was there to whom it could be said. */
  readonly gaveBack: (text: string) => void;
}

/** What is said with one colleague, for as long as it is kept. It is in this worker's memory and nowhere else. */
export class ColleagueTalk {
  readonly #deps: ColleagueTalkDeps;
  readonly #line: ColleagueLine;
  readonly #words: WordsOfLink;
  #texts: Text[] = [];
  #fault: LinkFault | null = null;
  #away = false;

  constructor(deps: ColleagueTalkDeps) {
    this.#deps = deps;
    this.#words = new WordsOfLink(deps.changed);
    this.#line = new ColleagueLine({
      ...deps,
      onReady: () => this.#ready(),
      onWord: (word, answer) => this.#heard(word, answer),
      onGone: () => this.#gone(),
      onLost: () => this.#again((text) => text.sentAt !== null),
      onTrouble: (fault) => this.#trouble(fault),
      onFault: (fault) => this.#note(fault),
    });
  }

  view(staffId: StaffId): ColleagueView {
    return {
      staffId,
      displayName: this.#line.displayName,
      words: this.#words.of(this.#line.th),
      fault: this.#fault,
      away: this.#away,
      texts: this.#texts.map(({ name, at, text, delivery }) => ({
        id: name,
        mine: delivery !== null,
        at,
        text,
        delivery,
      })),
    };
  }

  write(text: string): void {
    const { random, wall } = this.#deps;
    this.#away = false;
    this.#fault = null;
    this.#add(random(TEXT_ID_BYTES), wall(), text, 'sending');
    this.#flush();
  }

  sendAgain(name: string): void {
    const text = this.#texts.find((each) => each.name === name);
    if (text?.delivery !== 'failed') return;
    this.#fault = null;
    text.tries = 0;
    this.#again((each) => each === text);
  }

  async frame(seat: SeatId, bytes: Uint8Array): Promise<void> {
    try {
      await this.#line.frame(seat, bytes);
    } catch {
      // The device key would not sign. Nothing leaves.
      this.#note('no-answer');
    }
    this.#deps.changed();
  }

  tick(): void {
    const { now, shiftEnd } = this.#deps;
    this.#line.tick();
    const late = (text: Text): boolean =>
      text.sentAt !== null && now() - text.sentAt >= ENDPOINT_TIMING.handshake;
    if (this.#texts.some(late)) {
      this.#line.abandon();
      for (const text of this.#texts) if (late(text) && text.tries >= TRIES) fail(text);
      if (this.#texts.some(({ delivery }) => delivery === 'failed')) this.#fault ??= 'no-answer';
      this.#again((text) => text.sentAt !== null);
    }
    const kept = this.#texts.filter(({ since }) => now() < goneAt(since, shiftEnd()));
    if (kept.length === this.#texts.length) return;
    this.#texts = kept;
    // With the last word the keys go, too.
    if (kept.length === 0) this.wipe();
  }

  wipe(): void {
    this.#line.wipe();
    this.#texts = [];
    this.#fault = null;
  }

  #add(id: Uint8Array, at: Instant, text: string, delivery: Text['delivery']): void {
    const name = toBase64Url(id);
    const since = this.#deps.now();
    this.#texts.push({ id, name, at, since, text, delivery, tries: 0, sentAt: null });
  }

  /** Says what waits to be said, or sees to it that it can be. */
  #flush(): void {
    const waiting = this.#texts.filter(({ delivery, sentAt }) => delivery === 'sending' && sentAt === null);
    for (const text of waiting) {
      const { id, at, text: written } = text;
      const said = this.#line.say({ kind: 'text', id, at, text: written }, (error) => {
        if (error === null && text.delivery === 'sending') text.delivery = 'sent';
        this.#deps.changed();
      });
      if (!said) return this.#line.open();
      text.sentAt = this.#deps.now();
      text.tries += 1;
    }
  }

  #again(which: (text: Text) => boolean): void {
    for (const text of this.#texts) {
      if (text.delivery === null || text.delivery === 'received' || !which(text)) continue;
      text.delivery = 'sending';
      text.sentAt = null;
    }
    this.#flush();
  }

  #ready(): void {
    this.#fault = null;
    this.#away = false;
    this.#flush();
  }

  #heard(word: Word, answer: (word: Word) => void): void {
    if (word.kind === 'confirm') return;
    const name = toBase64Url(word.id);
    const known = this.#texts.find((text) => text.name === name);
    if (word.kind === 'received') {
      if (known === undefined || known.delivery === null) return;
      known.delivery = 'received';
      known.sentAt = null;
      return;
    }
    this.#fault = null;
    this.#away = false;
    if (!known) this.#add(word.id, word.at, word.text, null);
    answer({ kind: 'received', id: word.id });
  }

  #gone(): void {
    const unsaid = this.#texts.filter(({ delivery }) => delivery === 'sending');
    this.#texts = this.#texts.filter((text) => !unsaid.includes(text));
    this.#away = true;
    if (unsaid.length > 0) this.#deps.gaveBack(unsaid.map(({ text }) => text).join('\n'));
    this.#deps.changed();
  }

  #trouble(fault: LinkFault): void {
    for (const text of this.#texts) if (text.delivery === 'sending') fail(text);
    this.#note(fault);
  }

  #note(fault: LinkFault): void {
    this.#fault = fault;
    this.#deps.changed();
  }
}

const fail = (text: Text): void => {
  text.delivery = 'failed';
  text.sentAt = null;
};
