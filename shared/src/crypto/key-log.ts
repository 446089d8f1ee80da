import { err, ok, type Result } from '../result';
import { concat, equalBytes, lp, u8, u64 } from './bytes';
import {
  type Certificate,
  type DeviceClaims,
  decodeDeviceCertificate,
  decodeIssuerCertificate,
  type IssuerClaims,
} from './certificate';
import { hash, STAFF_TAG, tagged } from './hash';
import { Reader } from './reader';
import { decodeRevocationList, type RevocationClaims } from './revocation-list';
import type { Sodium } from './sodium';
import { toUtf8 } from './utf8';
import { wordsOf } from './words';

/** The numbers stand in the log. */
export const LOGGED = { issuer: 1, device: 2, revocations: 3 } as const;
export type Logged = keyof typeof LOGGED;

/** Something that was signed, as it stands in the log: whoever signed it may since have been withdrawn. */
export type LogEntry =
  | { readonly kind: 'issuer'; readonly claims: IssuerClaims }
  | { readonly kind: 'device'; readonly claims: DeviceClaims }
  | { readonly kind: 'revocations'; readonly claims: RevocationClaims };

/** How many entries there are, and a hash over all of them in their order. */
export interface LogHead {
  readonly size: number;
  readonly hash: Uint8Array;
}

export type KeyLogError =
  /** An entry is not the bytes that anybody would have logged. */
  | 'malformed-entry'
  /** The log ends before entries that were seen in it. */
  | 'log-shrunk'
  /** The entries shown do not lead from the head that was seen to the head that is shown. */
  | 'log-forked';

export const encodeLogEntry = (kind: Logged, signed: Uint8Array): Uint8Array =>
  tagged(STAFF_TAG.keyLogEntry, u8(LOGGED[kind]), lp(signed));

const claimsOf = (kind: Logged, signed: Uint8Array): Result<LogEntry, unknown> => {
  const decoded =
    kind === 'issuer'
      ? decodeIssuerCertificate(signed)
      : kind === 'device'
        ? decodeDeviceCertificate(signed)
        : decodeRevocationList(signed);
  if (!decoded.ok) return decoded;
  const { claims }: Pick<Certificate<unknown>, 'claims'> = decoded.value;
  return ok({ kind, claims } as LogEntry);
};

export const decodeLogEntry = (bytes: Uint8Array): Result<LogEntry, 'malformed-entry'> => {
  const reader = new Reader(bytes);
  reader.lp();
  const code = reader.u8();
  const signed = reader.lp();
  const kind = (Object.keys(LOGGED) as Logged[]).find((each) => LOGGED[each] === code);
  if (!reader.complete || kind === undefined) return err('malformed-entry');
  if (!equalBytes(encodeLogEntry(kind, signed), bytes)) return err('malformed-entry');
  const entry = claimsOf(kind, signed);
  return entry.ok ? entry : err('malformed-entry');
};

/** Before the first entry. The organisation is in it, so that one's log is never taken for another's. */
export const emptyLog = (sodium: Sodium, organisation: string): LogHead => ({
  size: 0,
  hash: hash(sodium, 32, STAFF_TAG.keyLog, toUtf8(organisation)),
});

export const appendToLog = (sodium: Sodium, head: LogHead, entry: Uint8Array): LogHead => {
  const size = head.size + 1;
  return { size, hash: hash(sodium, 32, STAFF_TAG.keyLog, concat(head.hash, u64(size)), entry) };
};

export const equalHeads = (a: LogHead, b: LogHead): boolean =>
  a.size === b.size && equalBytes(a.hash, b.hash);

/**
 * Whether the log that is shown now holds everything that was seen in it before, unchanged and in its place.
 * @param entries what follows the head that was seen, up to the one that is shown
 * @returns what was added
 */
export const verifyExtension = (
  sodium: Sodium,
  seen: LogHead,
  shown: LogHead,
  entries: readonly Uint8Array[],
): Result<readonly LogEntry[], KeyLogError> => {
  if (shown.size < seen.size) return err('log-shrunk');
  const reached = entries.reduce((head, entry) => appendToLog(sodium, head, entry), seen);
  if (!equalHeads(reached, shown)) return err('log-forked');
  const added: LogEntry[] = [];
  for (const bytes of entries) {
    const entry = decodeLogEntry(bytes);
    if (!entry.ok) return entry;
    added.push(entry.value);
  }
  return ok(added);
};

/** Certificates for this person on devices that she has not said to be hers. */
export const strangeDevices = (
  entries: readonly LogEntry[],
  me: { readonly staffId: string; readonly known: readonly Uint8Array[] },
): readonly DeviceClaims[] =>
  entries
    .flatMap((entry) => (entry.kind === 'device' ? entry.claims : []))
    .filter(
      ({ staffId, publicKey }) =>
        staffId === me.staffId && !me.known.some((key) => equalBytes(key, publicKey)),
    );

/** Four words (44 bits) of a head: two people who read the same ones, under the same size, were shown one log. */
export const headWords = (sodium: Sodium, head: LogHead): string[] =>
  wordsOf(hash(sodium, 32, STAFF_TAG.keyLogWords, u64(head.size), head.hash), 4);
