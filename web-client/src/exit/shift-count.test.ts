import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PRESSES, pressed, WITHIN } from './shift-count';

const count = (keys: readonly (readonly [key: string, at: number])[]): number =>
  keys.reduce((so, [key, at]) => pressed(so, key, at), NO_PRESSES).presses;

describe('Shift, three times', () => {
  it('counts left and right alike, each within five seconds of the one before', () => {
    expect(
      count([
        ['Shift', 10_000],
        ['Shift', 14_900],
        ['Shift', 19_800],
      ]),
    ).toBe(3);
  });

  it('starts again after a longer pause', () => {
    expect(
      count([
        ['Shift', 10_000],
        ['Shift', 11_000],
        ['Shift', 11_001 + WITHIN],
      ]),
    ).toBe(1);
  });

  it('never counts the capitals of a text, however fast it is typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'n', '!', 'Enter', ' '), { maxLength: 30 }), (letters) => {
        const typed = letters.flatMap((letter, at) => [
          ['Shift', at * 10] as const,
          [letter, at * 10 + 5] as const,
        ]);
        expect(count(typed)).toBe(0);
      }),
    );
  });
});
