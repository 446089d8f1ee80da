import { describe, expect, it } from 'vitest';
import { keptSince } from './retention';

describe('Contact records are kept', () => {
  it('until so many months have passed since the end of their year, and then a year of them goes', () => {
    expect(keptSince('2026-11-27', 24)).toBe('2024-01-01');
    expect(keptSince('2026-12-31', 24)).toBe('2024-01-01');
    expect(keptSince('2027-01-01', 24)).toBe('2025-01-01');
    expect(keptSince('2027-01-31', 1)).toBe('2026-01-01');
    expect(keptSince('2027-02-01', 1)).toBe('2027-01-01');
    expect(keptSince('2027-06-30', 6)).toBe('2026-01-01');
    expect(keptSince('2027-07-01', 6)).toBe('2027-01-01');
  });
});
