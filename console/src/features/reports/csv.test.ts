import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

describe('A table for a spreadsheet', () => {
  it('is UTF-8 with its mark, quoted where it is text', () => {
    expect(
      csvOf([
        ['Regio', 'Gesprekken'],
        ['’t Gooi, "Noord"', 15],
      ]),
    ).toBe('\uFEFF"Regio","Gesprekken"\r\n"’t Gooi, ""Noord""",15\r\n');
  });

  it('runs nothing, whatever a region is called', () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      expect(csvOf([[evil]])).toBe(`\uFEFF"'${evil}"\r\n`);
    }
  });
});
