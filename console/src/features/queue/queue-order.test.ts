import { seconds } from '@haven/shared/units';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALMERE, BILAL, FATIMA, NIGHT, staff, waiting } from '../../testing/duty-desk';
import { claimBar, firstClaimable, inOrder, summarise } from './queue-order';
import { createQueueStore } from './queue-store';

describe('The queue', () => {
  it('shows first in, first out within a priority, whatever order the facts came in', () => {
    const item = fc
      .record({ n: fc.nat({ max: 60 }), enteredAt: fc.nat({ max: 9 }), priority: fc.nat({ max: 1 }) })
      .map(({ n, ...rest }) => waiting(n, rest));
    fc.assert(
      fc.property(fc.uniqueArray(item, { selector: ({ chat }) => chat }), (items) => {
        const shown = inOrder(items);
        const rightly = shown.every((later, index) =>
          shown
            .slice(0, index)
            .every(
              (earlier) =>
                earlier.priority < later.priority ||
                (earlier.priority === later.priority && earlier.enteredAt <= later.enteredAt),
            ),
        );
        expect(rightly).toBe(true);
        expect(inOrder([...items].reverse())).toEqual(shown);
      }),
    );
  });

  it('counts who waits and how long the first has, never below zero', () => {
    expect(summarise([], NIGHT)).toEqual({ waiting: 0, longest: null });
    expect(summarise([waiting(10), waiting(90)], NIGHT)).toEqual({ waiting: 2, longest: seconds(90) });
    expect(summarise([waiting(-5)], NIGHT)).toEqual({ waiting: 1, longest: 0 });
  });

  it('says why a chat cannot be taken', () => {
    const fatima = staff();
    const everyone = { desks: [ALMERE], everyone: true, standby: false, anyLanguage: true };
    expect(claimBar(waiting(1), fatima)).toBeNull();
    expect(claimBar(waiting(1), null)).toBe('not-entered');
    expect(claimBar(waiting(1, { offeredTo: BILAL }), fatima)).toBe('offered');
    expect(claimBar(waiting(1, { desk: ALMERE }), fatima)).toBe('other-desk');
    expect(claimBar(waiting(1, { desk: ALMERE, reach: everyone }), fatima)).toBeNull();
    const off = staff({ duty: { kind: 'off', desks: [], until: null, ending: false } });
    expect(claimBar(waiting(1), off)).toBe('other-desk');
    expect(claimBar(waiting(1, { reach: everyone }), off)).toBeNull();
    const full = staff({ chats: 3 });
    expect(claimBar(waiting(1), full)).toBe('at-capacity');
    // What rings at her already counts as one of her chats.
    expect(claimBar(waiting(1, { offeredTo: FATIMA }), full)).toBeNull();
  });

  it('lets Fatima claim the first that she may', () => {
    const items = inOrder([waiting(3), waiting(9, { desk: ALMERE }), waiting(6, { offeredTo: BILAL })]);
    expect(firstClaimable(items, staff())).toEqual(waiting(3));
  });

  it('follows changes and does not bring back who was taken', () => {
    const queue = createQueueStore();
    queue.whole([waiting(1), waiting(2)]);
    queue.changed({ upsert: [waiting(3)], remove: [{ chat: waiting(2).chat, version: 4 }] });
    queue.changed({ upsert: [waiting(2, { version: 3 })], remove: [] });
    expect(queue.store.getState().ordered).toEqual([waiting(3), waiting(1)]);
  });
});
