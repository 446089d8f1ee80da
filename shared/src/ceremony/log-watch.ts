import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import type { DeviceClaims } from '../crypto/certificate';
import type { Signer } from '../crypto/certify';
import { emptyLog, headWords, type LogHead, strangeDevices, verifyExtension } from '../crypto/key-log';
import type { Sodium } from '../crypto/sodium';
import type { Instant } from '../units';
import type { LogState, StrangeDevice } from './keys-work';

/** What outlives a page in this browser, beside its keys. */
export interface Memory {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
}

interface Seen extends LogHead {
  /** Public keys, base64url, of devices that the person said to be hers. */
  readonly mine: readonly string[];
  readonly strange: readonly StrangeDevice[];
}

export interface LogWatchDeps {
  readonly sodium: Sodium;
  readonly now: () => Instant;
  readonly device: () => Promise<Signer>;
  readonly memory: Memory;
}

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  typeof value.size === 'number' &&
  'hash' in value &&
  value.hash instanceof Uint8Array &&
  'mine' in value &&
  Array.isArray(value.mine) &&
  'strange' in value &&
  Array.isArray(value.strange);

const nameOf = (organisation: string): string => `log:${organisation}`;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const shownOf = ({ publicKey, displayName, serial, notBefore, notAfter }: DeviceClaims): StrangeDevice => ({
  publicKey: toBase64Url(publicKey),
  displayName,
  serial: hex(serial),
  from: notBefore,
  until: notAfter,
});

/** The key log as this browser has seen it: it remembers the head, and what of the person's own stands in it. */
export class LogWatch {
  readonly #deps: LogWatchDeps;
  /** One after the other, or two looks would each remember what the other does not. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: LogWatchDeps) {
    this.#deps = deps;
  }

  async seen(organisation: string): Promise<Seen> {
    const kept = await this.#deps.memory.read(nameOf(organisation));
    return isSeen(kept) ? kept : { ...emptyLog(this.#deps.sodium, organisation), mine: [], strange: [] };
  }

  /** A log that does not continue what was seen is an alarm, and what was seen stays. */
  follow(look: {
    readonly organisation: string;
    readonly staffId: string;
    readonly entries: readonly Uint8Array[];
    readonly shown: LogHead;
  }): Promise<LogState> {
    return this.#inTurn(async () => {
      const { sodium, now, device, memory } = this.#deps;
      const before = await this.seen(look.organisation);
      const added = verifyExtension(sodium, before, look.shown, look.entries);
      if (!added.ok) return { ...this.#state(before), fault: added.error };
      const known = before.mine.map(fromBase64Url).flatMap((key) => (key.ok ? [key.value] : []));
      known.push((await device()).publicKey);
      const strange = strangeDevices(added.value, { staffId: look.staffId, known }).map(shownOf);
      const after: Seen = {
        ...look.shown,
        mine: before.mine,
        strange: newest([...before.strange, ...strange]).filter(({ until }) => until > now()),
      };
      await memory.write(nameOf(look.organisation), after);
      return this.#state(after);
    });
  }

  know(organisation: string, publicKey: string): Promise<void> {
    return this.#inTurn(async () => {
      const { mine, strange, ...head } = await this.seen(organisation);
      await this.#deps.memory.write(nameOf(organisation), {
        ...head,
        mine: [...mine, publicKey],
        strange: strange.filter((each) => each.publicKey !== publicKey),
      });
    });
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

/** A device is an alarm once, whatever number of certificates it has. */
const newest = (strange: readonly StrangeDevice[]): readonly StrangeDevice[] => [
  ...new Map(strange.map((each) => [each.publicKey, each])).values(),
];
