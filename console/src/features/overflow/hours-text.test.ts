import { describe, expect, it } from 'vitest';
import { draftOf, hoursOf, periodsOf, textOfPeriods } from './hours-text';

describe('Opening hours as they are typed', () => {
  it('are understood generously, and nothing means closed', () => {
    const both = [
      { from: '09:00', until: '12:30' },
      { from: '13:00', until: '24:00' },
    ];
    expect(periodsOf('9-12.30; 13:00 – 24')).toEqual(both);
    expect(textOfPeriods(both)).toBe('09:00-12:30, 13:00-24:00');
    expect(periodsOf('  ')).toEqual([]);
    for (const wrong of ['nine to five', '17-9', '9-25', '9:7-10', '09:00'])
      expect(periodsOf(wrong)).toBeNull();
  });

  it('come back as they were set', () => {
    const hours = {
      week: [...Array.from({ length: 5 }, () => [{ from: '09:00', until: '17:00' }]), [], []],
      days: [{ date: '2026-12-25', periods: [] }],
      message: { nl: 'Morgen weer', en: 'Tomorrow again' },
    };
    expect(hoursOf(draftOf(hours))).toEqual(hours);
    expect(draftOf(null)).toMatchObject({ always: true, days: [] });
    expect(hoursOf({ ...draftOf(hours), always: true })?.week).toBeNull();
    expect(hoursOf({ ...draftOf(hours), days: [{ date: 'Christmas', text: '' }] })).toBeNull();
    expect(hoursOf({ ...draftOf(hours), week: ['9-17'] })).toBeNull();
  });
});
