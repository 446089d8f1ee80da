import { deskId } from '@haven/shared/ids';
import { type OverflowStep, overflowFault } from '@haven/shared/protocol/overflow';
import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { addable, inOrder, reachingOnly, withDesk, withoutStep, withStep, withTime } from './steps-draft';

const [almere, haarlem] = [deskId.parse('almere'), deskId.parse('haarlem')];
const usual: readonly OverflowStep[] = [
  { does: 'reach-everyone', after: seconds(45) },
  { does: 'tell-visitor', after: seconds(300) },
];

describe('Steps as they are edited', () => {
  it('get another one after the last; what happens once can be added once', () => {
    expect(addable(usual)).toEqual(['reach-desks', 'alert-standby']);
    expect(withStep(usual, 'alert-standby', []).at(-1)).toEqual({
      does: 'alert-standby',
      after: seconds(315),
    });
    expect(withStep([], 'reach-desks', [almere])).toEqual([
      { does: 'reach-desks', after: seconds(15), desks: [almere] },
    ]);
    expect(withStep([], 'reach-desks', [])).toEqual([]);
  });

  it('keep at least one desk, and are put in order before they are set', () => {
    const steps = withStep(usual, 'reach-desks', [almere]);
    const both = withDesk(steps, 2, haarlem);
    expect(both[2]).toMatchObject({ desks: [almere, haarlem] });
    expect(withDesk(withDesk(both, 2, almere), 2, haarlem)[2]).toMatchObject({ desks: [haarlem] });
    const early = inOrder(withTime(both, 2, seconds(10)));
    expect(early.map(({ does }) => does)).toEqual(['reach-desks', 'reach-everyone', 'tell-visitor']);
    expect(overflowFault(early)).toBeNull();
    expect(overflowFault(both.toReversed())).toBe('not-in-order');
    expect(overflowFault([...usual, ...usual.slice(1)])).toBe('twice');
    expect(withoutStep(usual, 0)).toEqual(usual.slice(1));
  });

  it('lose desks that were retired, and the steps that reached nothing else, so that they can be set again', () => {
    const steps: readonly OverflowStep[] = [
      { does: 'reach-desks', after: seconds(10), desks: [haarlem] },
      { does: 'reach-desks', after: seconds(20), desks: [haarlem, almere] },
      ...usual,
    ];
    expect(reachingOnly(steps, [almere])).toEqual([
      { does: 'reach-desks', after: seconds(20), desks: [almere] },
      ...usual,
    ]);
    expect(reachingOnly(steps, [almere, haarlem])).toEqual(steps);
  });
});
