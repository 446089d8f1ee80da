import type { StaffId } from '@haven/shared/ids';
import { AUDIT_ACTS } from '@haven/shared/protocol/audit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainedEntry, type ChainFault, faultOf, hashOf, NOTHING } from './chain';

type Deed = Omit<ChainedEntry, 'number' | 'hash'>;

const deed: fc.Arbitrary<Deed> = fc.record({
  at: fc.integer({ min: 0, max: 2 ** 45 }),
  by: fc.option(fc.constantFrom('wilma' as StaffId, 'fatma' as StaffId)),
  act: fc.constantFrom(...AUDIT_ACTS),
  about: fc.string({ unit: 'grapheme', maxLength: 20 }),
  reason: fc.string({ unit: 'grapheme', maxLength: 20 }),
});
const deeds = fc.array(deed, { minLength: 2, maxLength: 12 });

function chained(all: readonly Deed[]): ChainedEntry[] {
  let before = NOTHING;
  return all.map((each) => {
    const entry = { ...each, number: before.number + 1 };
    before = { number: entry.number, hash: hashOf(before.hash, entry) };
    return { ...entry, hash: before.hash };
  });
}

function firstFault(log: readonly ChainedEntry[]): ChainFault | null {
  let before = NOTHING;
  for (const entry of log) {
    const fault = faultOf(before, entry);
    if (fault !== null) return fault;
    before = entry;
  }
  return null;
}

describe('The chain of the audit log', () => {
  test('is whole as long as nobody touches it', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        expect(firstFault(chained(all))).toBeNull();
      }),
    );
  });

  test('shows every entry of which anything was changed', () => {
    const change = fc.oneof(
      fc.record({ at: fc.integer({ min: 0, max: 2 ** 45 }) }),
      fc.record({ by: fc.constantFrom('karim' as StaffId) }),
      fc.record({ about: fc.string() }),
      fc.record({ reason: fc.string() }),
      fc.record({ hash: fc.constant('f'.repeat(64)) }),
    );
    fc.assert(
      fc.property(deeds, fc.nat(), change, (all, at, other) => {
        const log = chained(all);
        const place = at % log.length;
        const changed = { ...log[place]!, ...other };
        fc.pre(JSON.stringify(changed) !== JSON.stringify(log[place]));
        log[place] = changed;
        expect(firstFault(log)?.number).toBe(place + 1);
      }),
    );
  });

  test('shows a change even when the entry was given a hash that fits it, at the next one', () => {
    fc.assert(
      fc.property(deeds, fc.nat(), fc.string({ minLength: 21 }), (all, at, reason) => {
        const log = chained(all);
        const place = at % (log.length - 1);
        const before = log[place - 1] ?? NOTHING;
        const forged = { ...log[place]!, reason };
        log[place] = { ...forged, hash: hashOf(before.hash, forged) };
        expect(firstFault(log)).toEqual({ number: place + 2, fault: 'changed' });
      }),
    );
  });

  test('shows what was taken out, and what was put in another order', () => {
    fc.assert(
      fc.property(deeds, fc.nat(), (all, at) => {
        const log = chained(all);
        const place = at % (log.length - 1);
        const shorter = log.toSpliced(place, 1);
        expect(firstFault(shorter)).toEqual({ number: place + 1, fault: 'missing' });
        const renumbered = shorter.map((entry, index) => ({ ...entry, number: index + 1 }));
        expect(firstFault(renumbered)?.number).toBe(place + 1);
        const swapped = log.with(place, log[place + 1]!).with(place + 1, log[place]!);
        expect(firstFault(swapped)?.number).toBe(place + 1);
      }),
    );
  });

  test('tells fields apart whatever is in them', () => {
    const one = hashOf(NOTHING.hash, entryWith('a","b', 'c'));
    const other = hashOf(NOTHING.hash, entryWith('a', 'b","c'));
    expect(one).not.toBe(other);
  });
});

const entryWith = (about: string, reason: string) => ({
  number: 1,
  at: 0,
  by: null,
  act: AUDIT_ACTS[0],
  about,
  reason,
});
