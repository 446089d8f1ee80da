import type { RegionId, StaffId } from '@haven/shared/ids';
import { generate } from '@haven/shared/roster/generate';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { DEMONSTRATION } from '../organisation/demonstration';
import { DEMONSTRATION_PLAN } from '../organisation/demonstration-roster';
import { calendarText } from './calendar-text';

const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    return {
      uid: event.uid,
      summary: event.summary,
      from: event.startDate.toJSDate().getTime(),
      until: event.endDate.toJSDate().getTime(),
    };
  });

describe('A calendar of shifts', () => {
  const { regions } = DEMONSTRATION;
  const publishedAt = Date.UTC(2026, 9, 1);

  test('has every shift at its instants, also in the weeks in which the clock changes', () => {
    for (const [first, last] of [
      ['2026-10-19', '2026-10-31'],
      ['2027-03-22', '2027-04-02'],
    ] as const) {
      const { shifts } = generate(DEMONSTRATION_PLAN, first, last);
      const text = calendarText({
        name: 'All',
        language: 'nl',
        shifts,
        regions,
        retired: [],
        nameOf: null,
        publishedAt,
      });
      const expected = shifts.map(({ id, from, until }) => ({ uid: `${id}@haven`, from, until }));
      expect(eventsIn(text).map(({ uid, from, until }) => ({ uid, from, until }))).toEqual(expected);
    }
  });

  test('says for which regions, and in a team’s calendar who', () => {
    const base = { from: publishedAt, until: publishedAt + 1000, staffId: 'noor' as StaffId };
    const one = {
      ...base,
      id: 'a',
      regions: ['amsterdam' as RegionId],
      general: true,
      kind: 'duty' as const,
    };
    const all = { ...base, id: 'b', regions: regions.map(({ id }) => id), general: true };
    const shifts = [one, { ...all, kind: 'standby' as const }];
    const feed = { name: 'Noor', shifts, regions, retired: [], publishedAt };
    const summaries = (more: { nameOf: (() => string) | null; language: 'nl' | 'en' }) =>
      eventsIn(calendarText({ ...feed, ...more })).map(({ summary }) => summary);
    expect(summaries({ nameOf: null, language: 'nl' })).toEqual([
      'Dienst · Amsterdam, algemeen bureau',
      'Achterwacht · alle regio’s',
    ]);
    expect(summaries({ nameOf: () => 'Noor', language: 'en' })[1]).toBe('Noor · Standby · all regions');
    const [first, ...others] = regions;
    const since = { ...feed, regions: others, retired: first ? [first] : [], nameOf: null };
    const own = { ...one, regions: first ? [first.id] : [], general: false };
    const text = calendarText({ ...since, shifts: [own, shifts[1] ?? own], language: 'en' });
    // A region that was retired keeps its name in what was; whoever serves all that there are serves all regions.
    expect(eventsIn(text).map(({ summary }) => summary)).toEqual([
      'Shift · Alkmaar',
      'Standby · all regions',
    ]);
  });
});
