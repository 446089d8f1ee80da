import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Signer, signerFromSeed } from '@haven/shared/crypto/certify';
import { enrolmentRequest, fourWords, readEnrolmentRequest } from '@haven/shared/crypto/enrolment';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { StaffId } from '@haven/shared/ids';
import type { Role } from '@haven/shared/protocol/presence';
import type { Instant } from '@haven/shared/units';
import { runKeys } from '../command';
import { Refusal } from '../host';

const sodium = await loadSodium();
export const NOON: Instant = Date.UTC(2026, 2, 2, 12);
export const ORGANISATION = 'Stichting De Haven';

const places: string[] = [];

/** An empty folder of its own, until `clearUp`. */
export const newPlace = (): string => {
  const place = mkdtempSync(join(tmpdir(), 'haven-keys-'));
  places.push(place);
  return place;
};

export const clearUp = (): void => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true });
};

export interface Run {
  readonly said: string;
  /** What the person was asked, and whether the answer was hidden. */
  readonly asked: readonly { readonly question: string; readonly hidden: boolean }[];
  /** The sentence the command ended with, when it refused. */
  readonly refused: string | undefined;
}

/** An administrator at a table, with a folder of her own. */
export class Table {
  readonly folder = join(newPlace(), 'keys');
  now: Instant = NOON;

  async run(args: readonly string[], answers: readonly string[] = []): Promise<Run> {
    const lines: string[] = [];
    const asked: { question: string; hidden: boolean }[] = [];
    const left = [...answers];
    const host = {
      sodium,
      random: systemRandom(sodium),
      now: this.now,
      say: (line: string) => {
        lines.push(line);
      },
      ask: async (question: string, options?: { readonly hidden: boolean }) => {
        asked.push({ question, hidden: options?.hidden === true });
        return left.shift() ?? '';
      },
    };
    let refused: string | undefined;
    try {
      await runKeys([...args, '--folder', this.folder], host);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = error.message;
    }
    return { said: lines.join('\n'), asked, refused };
  }

  files(): string[] {
    return readdirSync(this.folder).toSorted((a, b) => a.localeCompare(b));
  }

  content(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8').trim();
  }

  mode(name: string): number {
    return statSync(join(this.folder, name)).mode & 0o777;
  }
}

/** The 24 words as `keys root` shows them, in rows of six. */
export const wordsOn = (screen: string): string =>
  [...screen.matchAll(/^ +\d{1,2} [a-z].*$/gm)].flatMap(([row]) => row.match(/[a-z]+/g) ?? []).join(' ');

export interface Laptop {
  readonly signer: Signer;
  readonly request: string;
  readonly words: string;
}

/** A staff member's laptop that asks to be certified. */
export const laptopOf = async (
  staffId: string,
  displayName: string,
  role: Role = 'counsellor',
  organisation = ORGANISATION,
): Promise<Laptop> => {
  const signer = signerFromSeed(sodium, systemRandom(sodium)(32));
  const claims = { organisation, staffId: staffId as StaffId, displayName, role };
  const request = await enrolmentRequest(signer, claims);
  const read = readEnrolmentRequest(sodium, request);
  if (!read.ok) throw new Error(read.error);
  return { signer, request, words: fourWords(sodium, read.value).join(' ') };
};
