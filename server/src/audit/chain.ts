import { createHash } from 'node:crypto';
import type { AuditEntry, AuditHead } from '@haven/shared/protocol/audit';

export type ChainedEntry = AuditEntry & { readonly hash: string };

/** What stands before the first entry. */
export const NOTHING: AuditHead = { number: 0, hash: '0'.repeat(64) };

/**
 * The hash of an entry: SHA-256 over the hash before it and the entry as a JSON array, in UTF-8. An array, because its
 * order is certain; JSON, because no content can look like the end of a field.
 */
export function hashOf(before: string, { number, at, by, act, about, reason }: AuditEntry): string {
  const bytes = JSON.stringify([before, number, at, by, act, about, reason]);
  return createHash('sha256').update(bytes, 'utf8').digest('hex');
}

export type ChainFault = {
  /** The entry at which it shows. */
  readonly number: number;
  readonly fault: 'missing' | 'changed';
};

/** Whether this entry continues what is before it; null: it does. */
export function faultOf(before: AuditHead, entry: ChainedEntry): ChainFault | null {
  const number = before.number + 1;
  if (entry.number !== number) return { number, fault: 'missing' };
  return hashOf(before.hash, entry) === entry.hash ? null : { number, fault: 'changed' };
}
