import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import type { DeviceClaims } from '../crypto/certificate';
import type { Signer } from '../crypto/certify';
import {
  emptyLog,
  headWords,
  type KeyLogError,
  type LogEntry,
  type LogHead,
  strangeDevices,
  verifyExtension,
} from '../crypto/key-log';
import type { Sodium } from '../crypto/sodium';
import { err, ok, type Result } from '../result';
import type { Instant } from '../units';
import type { LogReader, LogState, StrangeDevice } from './keys-work';

/** What outlives a page in this browser, beside its keys. */
export interface Memory {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

/** What one person has seen of the log in this browser, and what of her own stands in it. */
interface Seen extends LogHead {
  /** Public keys, base64url, of devices that she said to be hers. */
  readonly mine: readonly string[];
  readonly strange: readonly StrangeDevice[];
}

export interface LogWatchDeps {
  readonly sodium: Sodium;
  readonly now: () => Instant;
  readonly device: () => Promise<Signer>;
  readonly memory: Memory;
}

const isHead = (value: unknown): value is LogHead =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  typeof value.size === 'number' &&
  'hash' in value &&
  value.hash instanceof Uint8Array;

const isSeen = (value: unknown): value is Seen =>
  isHead(value) &&
  'mine' in value &&
  Array.isArray(value.mine) &&
  'strange' in value &&
  Array.isArray(value.strange);

const nameOf = (organisation: string): string => `log:${organisation}`;
const nameFor = ({ organisation, staffId }: LogReader): string => `${nameOf(organisation)}:${staffId}`;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const shownOf = ({ publicKey, displayName, serial, notBefore, notAfter }: DeviceClaims): StrangeDevice => ({
  publicKey: toBase64Url(publicKey),
  displayName,
  serial: hex(serial),
  from: notBefore,
  until: notAfter,
});

/**
 * The key log as this browser has seen it. All who sign in here remember one head; each reads the whole log for what
 * stands in it in her own name.
 */
export class LogWatch {
  readonly #deps: LogWatchDeps;
  /** One after the other, or two looks would each remember what the other does not. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: LogWatchDeps) {
    this.#deps = deps;
  }

  async seen(reader: LogReader): Promise<Seen> {
    const kept = await this.#deps.memory.read(nameFor(reader));
    return isSeen(kept) ? kept : { ...this.#empty(reader), mine: [], strange: [] };
  }

  /**
   * A log that does not continue what was seen, by whoever signed in here, is an alarm, and what was seen stays.
   * @param entries from the first one that this person has not seen
   */
  follow(
    reader: LogReader,
    { entries, shown }: { readonly entries: readonly Uint8Array[]; readonly shown: LogHead },
  ): Promise<LogState> {
    return this.#inTurn(async () => {
      const { sodium, now, device, memory } = this.#deps;
      const before = await this.seen(reader);
      const browser = await this.#browserHead(reader);
      const added = extend(sodium, [before, browser, shown], entries);
      if (!added.ok) return { ...this.#state({ ...before, ...browser }), fault: added.error };
      const known = before.mine.map(fromBase64Url).flatMap((key) => (key.ok ? [key.value] : []));
      known.push((await device()).publicKey);
      const strange = strangeDevices(added.value, { staffId: reader.staffId, known }).map(shownOf);
      const after: Seen = {
        ...shown,
        mine: before.mine,
        strange: newest([...before.strange, ...strange]).filter(({ until }) => until > now()),
      };
      await memory.write(nameOf(reader.organisation), shown);
      await memory.write(nameFor(reader), after);
      return this.#state(after);
    });
  }

  know(reader: LogReader, publicKey: string): Promise<void> {
    return this.#inTurn(async () => {
      const { mine, strange, ...head } = await this.seen(reader);
      await this.#deps.memory.write(nameFor(reader), {
        ...head,
        mine: [...mine, publicKey],
        strange: strange.filter((each) => each.publicKey !== publicKey),
      });
    });
  }

  #empty({ organisation }: LogReader): LogHead {
    return emptyLog(this.#deps.sodium, organisation);
  }

  async #browserHead(reader: LogReader): Promise<LogHead> {
    const kept = await this.#deps.memory.read(nameOf(reader.organisation));
    return isHead(kept) ? { size: kept.size, hash: kept.hash } : this.#empty(reader);
  }

  #state({ size, hash, strange }: Seen): LogState {
    return { size, words: headWords(this.#deps.sodium, { size, hash }), fault: null, strange };
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act, act);
    this.#last = turn;
    return turn;
  }
}

/** What was added since the first of these heads, where each leads to the next. */
const extend = (
  sodium: Sodium,
  [person, browser, shown]: readonly [LogHead, LogHead, LogHead],
  entries: readonly Uint8Array[],
): Result<readonly LogEntry[], KeyLogError> => {
  if (browser.size <= person.size) return verifyExtension(sodium, person, shown, entries);
  if (shown.size < browser.size) return err('log-shrunk');
  const seenHere = entries.slice(0, browser.size - person.size);
  const first = verifyExtension(sodium, person, browser, seenHere);
  if (!first.ok) return first;
  const rest = verifyExtension(sodium, browser, shown, entries.slice(seenHere.length));
  return rest.ok ? ok([...first.value, ...rest.value]) : rest;
};

/** A device is an alarm once, whatever number of certificates it has. */
const newest = (strange: readonly StrangeDevice[]): readonly StrangeDevice[] => [
  ...new Map(strange.map((each) => [each.publicKey, each])).values(),
];
