import type { ReplyChange } from '@haven/shared/protocol/canned-replies';
import { LIMITS } from '@haven/shared/protocol/limits';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeReplies } from './change-replies';

const wording = (shortcut: string, text = 'Fijn dat je schrijft.', language: 'nl' | 'en' = 'nl') => ({
  shortcut,
  language,
  title: shortcut,
  text,
});
const counter = () => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};
const SHELF = [
  { id: 'hallo', version: 3, ...wording('hallo') },
  { id: 'veilig', version: 1, ...wording('veilig') },
];

describe('The replies of a shelf', () => {
  test('are added and changed together', () => {
    const done = changeReplies(
      SHELF,
      [
        { id: null, version: 0, wording: wording('dag') },
        { id: 'hallo', version: 3, wording: wording('hallo', 'Dag, fijn dat je schrijft.') },
        { id: null, version: 0, wording: wording('hallo', 'Hello.', 'en') },
      ],
      counter(),
    );
    expect(done).toEqual({
      ok: true,
      value: {
        added: [
          { id: 'new-1', version: 1, ...wording('dag') },
          { id: 'new-2', version: 1, ...wording('hallo', 'Hello.', 'en') },
        ],
        changed: [{ id: 'hallo', version: 4, ...wording('hallo', 'Dag, fijn dat je schrijft.') }],
      },
    });
  });

  test('are not changed by whoever has not seen the last version, nor when it is gone', () => {
    const change = (id: string, version: number) =>
      changeReplies(SHELF, [{ id, version, wording: wording('x') }], counter());
    expect(change('hallo', 2)).toEqual({ ok: false, error: 'outdated' });
    expect(change('gone', 1)).toEqual({ ok: false, error: 'outdated' });
  });

  test('have no shortcut twice in one language, but may swap two', () => {
    const taken = [{ id: null, version: 0, wording: wording('hallo') }];
    expect(changeReplies(SHELF, taken, counter())).toEqual({ ok: false, error: 'shortcut-taken' });
    const swapped = [
      { id: 'hallo', version: 3, wording: wording('veilig') },
      { id: 'veilig', version: 1, wording: wording('hallo') },
    ];
    expect(changeReplies(SHELF, swapped, counter()).ok).toBe(true);
  });

  test('never become more than there is room for, nor two of one shortcut, whatever is asked', () => {
    const change: fc.Arbitrary<ReplyChange> = fc.record({
      id: fc.constantFrom(null, 'hallo', 'veilig', 'gone'),
      version: fc.integer({ min: 0, max: 4 }),
      wording: fc.constantFrom('hallo', 'veilig', 'dag').map((shortcut) => wording(shortcut)),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const done = changeReplies(SHELF, changes, counter());
        if (!done.ok) return;
        const { added, changed } = done.value;
        const after = new Map([...SHELF, ...added, ...changed].map((reply) => [reply.id, reply]));
        const shortcuts = [...after.values()].map(({ shortcut }) => shortcut);
        expect(new Set(shortcuts).size).toBe(shortcuts.length);
      }),
    );
    const many = Array.from({ length: LIMITS.repliesOnShelf - 1 }, (_, n) => ({
      id: null,
      version: 0,
      wording: wording(`n${n}`),
    }));
    expect(changeReplies(SHELF, many, counter())).toEqual({ ok: false, error: 'too-many-replies' });
  });
});
