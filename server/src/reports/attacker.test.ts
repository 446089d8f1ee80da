import fc from 'fast-check';
import type { ContactRecord } from '@haven/shared/protocol/contact-record';
import type { Area } from '@haven/shared/protocol/reports';
import { describe, expect, it } from 'vitest';
import { blurred, createNoise, LEAST } from './blur';
import { chatsCell, composeReport } from './compose-report';
import { allClosedPeriods, daysAfter, spanOf } from './periods';
import { attack } from './testing/solve';
import { contactOf, PLACES } from './testing/stories';

/** Of the noise. */
const DEVIATION = 2.74;
const FIRST = '2026-01-01';
const TODAY = '2026-04-02';
const PERIODS = allClosedPeriods(FIRST, TODAY);
const AREAS: readonly Area[] = [
  { kind: 'organisation' },
  ...PLACES.desks.map(({ id }): Area => ({ kind: 'desk', desk: id })),
  ...PLACES.regions.map(({ id }): Area => ({ kind: 'region', region: id })),
];

/** A quarter of a small organisation: in most weeks nobody or a few from a region. */
const quarter = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 89 }),
      fc.constantFrom(...PLACES.regions.map(({ id }) => id)),
      fc.constantFrom(...PLACES.desks.map(({ id }) => id)),
    )
    .map(([after, region, desk]) => contactOf({ day: daysAfter(FIRST, after), region, desk })),
  { maxLength: 120 },
);
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** The finest that any two tables could differ by: the days between two borders of periods, a desk, a region. */
const borders = [...new Set(PERIODS.flatMap((period) => Object.values(spanOf(period))))].toSorted();
const ATOMS = borders.slice(0, -1).flatMap((from, at) => {
  const until = borders[at + 1] ?? from;
  return PLACES.desks.flatMap(({ id: desk }) =>
    PLACES.regions.map(({ id: region }) => ({ from, until, record: contactOf({ day: from, desk, region }) })),
  );
});
const TABLES = PERIODS.flatMap((period) => AREAS.map((area) => ({ period, area })));
const countIn = ({ from, until, record }: (typeof ATOMS)[number], records: readonly ContactRecord[]) =>
  records.filter(
    ({ day, desk, region }) => day >= from && day < until && desk === record.desk && region === record.region,
  ).length;

describe('Whoever subtracts published tables from each other', () => {
  it('finds the same number for the same cell in every report: there is nothing to average', () => {
    fc.assert(
      fc.property(quarter, key, (records, secret) => {
        const given = { records, organisation: PLACES, noise: createNoise(secret), isPublished: () => true };
        const whole = composeReport(given, '2026-Q1', { kind: 'organisation' });
        for (const { desk, count } of whole.desks) {
          expect(composeReport(given, '2026-Q1', { kind: 'desk', desk }).chats).toBe(count);
        }
        for (const { period, count } of whole.course.slice(0, 3)) {
          expect(composeReport(given, period, { kind: 'organisation' }).chats).toBe(count);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never sees a cell of fewer than five, and never a number that is no multiple of five', () => {
    fc.assert(
      fc.property(quarter, key, (records, secret) => {
        const noise = createNoise(secret);
        for (const { period, area } of TABLES) {
          const { name, count } = chatsCell(records, period, area);
          const shown = blurred(count, noise(name));
          if (shown === null) continue;
          expect(count).toBeGreaterThanOrEqual(LEAST);
          expect(shown % LEAST).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('can rule out no count of a small cell: each of them is in a world with exactly the same tables', () => {
    fc.assert(
      fc.property(
        quarter,
        key,
        fc.nat(ATOMS.length - 1),
        fc.integer({ min: 0, max: LEAST - 1 }),
        (records, secret, at, other) => {
          const noise = createNoise(secret);
          const small = ATOMS[at];
          if (small === undefined || countIn(small, records) >= LEAST) return;
          const next = ATOMS.filter(
            ({ from, record: { desk, region } }) =>
              from === small.from && (desk === small.record.desk) !== (region === small.record.region),
          );
          const world = [
            ...records.filter((record) => countIn(small, [record]) === 0),
            ...Array.from({ length: other }, () => small.record),
            // That a table shows something says that it counts five. They may as well be its neighbours.
            ...next.flatMap(({ record }) => Array.from({ length: LEAST - 1 }, () => record)),
          ];
          for (const { period, area } of TABLES) {
            const { name, count } = chatsCell(records, period, area);
            const there = chatsCell(world, period, area).count;
            const shown = blurred(count, noise(name));
            const needed = shown === null ? -there : shown - there;
            expect(blurred(there, needed)).toBe(shown);
            // Nothing is too large to be drawn, but this much is drawn every day.
            expect(Math.abs(there - count)).toBeLessThanOrEqual(4 * LEAST);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stays uncertain by two chats after the best use of all tables at once, without rounding or hiding', () => {
    const weeks = PERIODS.filter((period) => period.includes('W')).slice(-12);
    const cells = weeks.flatMap((_, week) => PLACES.regions.map((_region, region) => ({ week, region })));
    const counts = (isCounted: (cell: { readonly week: number; readonly region: number }) => boolean) =>
      cells.map((cell): number => (isCounted(cell) ? 1 : 0));
    // Generous to the attacker: as if months were four whole weeks, and nothing of a week lay elsewhere.
    const spans = [...weeks.map((_, at) => [at, at]), [0, 3], [4, 7], [8, 11], [0, 11]];
    const design = spans.flatMap(([from = 0, to = 0]) => {
      const isThen = (week: number) => week >= from && week <= to;
      return [
        counts(({ week }) => isThen(week)),
        ...PLACES.regions.map((_, at) => counts(({ week, region }) => isThen(week) && region === at)),
      ];
    });
    let right = 0;
    const rounds = 30;
    for (let round = 1; round <= rounds; round += 1) {
      const noise = createNoise(new Uint8Array(32).fill(round));
      const truth = cells.map((_, at) => (at * 7 + round * 3) % LEAST);
      const published = design.map(
        (row, at) => row.reduce((sum, one, cell) => sum + one * (truth[cell] ?? 0), 0) + noise(`${at}`),
      );
      const { estimate, uncertainty } = attack(design, published);
      for (const each of uncertainty) expect(each * DEVIATION).toBeGreaterThan(2);
      right += truth.filter((count, at) => Math.round(estimate[at] ?? 0) === count).length;
    }
    // Naming one of five blindly is right one time in five.
    expect(right / (rounds * cells.length)).toBeLessThan(0.25);
  });
});

describe('The noise', () => {
  it('is as often up as down, and small', () => {
    const noise = createNoise(new Uint8Array(32).fill(7));
    const drawn = Array.from({ length: 20_000 }, (_, n) => noise(`cell ${n}`));
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + each * each, 0) / drawn.length);
    expect(mean).toBeCloseTo(0, 0);
    expect(deviation).toBeCloseTo(DEVIATION, 0);
    expect(drawn.filter((each) => each === 0).length / drawn.length).toBeCloseTo(0.25, 1);
  });

  it('hides what is small even when the noise is large', () => {
    expect(blurred(4, 20)).toBeNull();
    expect(blurred(5, -4)).toBeNull();
    expect(blurred(11, 1)).toBe(10);
    expect(blurred(23, 0)).toBe(25);
  });
});
