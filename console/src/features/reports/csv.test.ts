import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

describe('A table for a spreadsheet', () => {
  it('is UTF-8 with its mark, quoted where it is text', () => {
    expect(
      csvOf(
        [
          ['Region', 'Chats'],
          ['’t Gooi, "North"', 15],
        ],
        'en',
      ),
    ).toBe('\uFEFF"Region","Chats"\r\n"’t Gooi, ""North""",15\r\n');
  });

  it('has semicolons where people write a comma in numbers: with commas, all of a row would be in one cell', () => {
    expect(csvOf([['’t Gooi, "Noord"', 15]], 'nl')).toBe('\uFEFF"’t Gooi, ""Noord""";15\r\n');
  });

  it('runs nothing, whatever a region is called', () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      expect(csvOf([[evil]], 'nl')).toBe(`\uFEFF"'${evil}"\r\n`);
    }
  });
});
