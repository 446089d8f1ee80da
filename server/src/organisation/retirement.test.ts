import type { DeskId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import type { Pattern } from '@haven/shared/protocol/roster-plan';
import { hours } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { deskNamed, PLAN, regionNamed, shiftOn } from '../desk/testing/names';
import { obstaclesOfDesk, obstaclesOfRegion, obstacleToComeback } from './retirement';

const { desks, generalDesk } = PLAN;
const [haarlem, zaanstad] = [deskNamed('haarlem'), deskNamed('zaanstad')];
const NOBODY = { waiting: 0, going: 0 };
const empty = desks.map((desk) => (desk.id === haarlem ? { ...desk, regions: [] } : desk));
const reaching = (desk: DeskId, ...steps: OverflowStep[]) => ({ desk, value: steps });

describe('A desk can be retired', () => {
  const obstacles = (more: Partial<Parameters<typeof obstaclesOfDesk>[1]>, id = haarlem) =>
    obstaclesOfDesk(id, { desks: empty, generalDesk, overflow: [], chats: NOBODY, ...more });

  test('when it serves no region, no overflow reaches it and nobody is there', () => {
    expect(obstacles({})).toEqual([]);
    // Its own steps go with it, and so does what was set for a desk that is retired itself.
    const steps = { does: 'reach-desks', after: 0, desks: [haarlem] } as const;
    expect(obstacles({ overflow: [reaching(deskNamed('texel'), { ...steps, desks: [haarlem] })] })).toEqual(
      [],
    );
    expect(obstacles({ overflow: [{ desk: zaanstad, value: null }] })).toEqual([]);
  });

  test('not while it is the only one for a region', () => {
    expect(obstacles({ desks })).toEqual([{ kind: 'serves', regions: ['haarlem'] }]);
    const both = desks.map((desk) =>
      desk.id === zaanstad ? { ...desk, regions: [...desk.regions, regionNamed('haarlem')] } : desk,
    );
    expect(obstacles({ desks: both })).toEqual([]);
  });

  test('not while another one counts on it, somebody is there, or it is the general one; all is said at once', () => {
    const overflow = [reaching(zaanstad, { does: 'reach-desks', after: 30_000, desks: [haarlem] })];
    const chats = { waiting: 1, going: 2 };
    expect(obstacles({ desks, overflow, chats })).toEqual([
      { kind: 'serves', regions: ['haarlem'] },
      { kind: 'in-overflow', desks: ['zaanstad'] },
      { kind: 'chats', waiting: 1, going: 2 },
    ]);
    expect(obstacles({}, generalDesk)).toEqual([{ kind: 'general-desk' }]);
  });

  test('and brought back while no other has taken its name, in either language and however it is written, and there is room', () => {
    const known = { id: zaanstad, name: { nl: 'Bureau Zaanstad', en: 'Zaanstad desk' }, regions: [] };
    const comesBack = (name: { readonly nl: string; readonly en: string }, inUse = [known]) =>
      obstacleToComeback(
        { desks: inUse, regions: [], retired: { desks: [{ id: haarlem, name, retiredAt: 0 }], regions: [] } },
        { kind: 'desk', desk: haarlem },
      );
    expect(comesBack({ nl: 'bureau zaanstad ', en: 'Zaan' })).toBe('name-taken');
    expect(comesBack({ nl: 'Zaan', en: 'ZAANSTAD DESK' })).toBe('name-taken');
    const other = { nl: 'Zaan', en: 'Zaan' };
    expect(comesBack(other)).toBeNull();
    expect(
      comesBack(
        other,
        Array.from({ length: LIMITS.desks - 1 }, () => known),
      ),
    ).toBeNull();
    expect(
      comesBack(
        other,
        Array.from({ length: LIMITS.desks }, () => known),
      ),
    ).toBe('full');
  });
});

describe('A region can be retired', () => {
  const region = regionNamed('amsterdam');
  const other = regionNamed('haarlem');
  const NOON = Date.parse('2026-11-28T12:00:00Z');
  const pattern = (name: string, more: Partial<Pattern>): Pattern => ({
    id: name.toLowerCase(),
    name,
    weekdays: [1],
    from: '09:00',
    until: '17:00',
    regions: [region],
    general: false,
    by: { kind: 'team', team: 'amsterdam' },
    people: 1,
    kind: 'duty',
    exception: null,
    ...more,
  });
  const obstacles = (more: Partial<Parameters<typeof obstaclesOfRegion>[1]>) =>
    obstaclesOfRegion(region, {
      regions: new Set([region, other]),
      today: '2026-11-28',
      patterns: [],
      exceptions: [],
      published: [],
      draft: [],
      ...more,
    });

  test('when whoever is to work for it serves others too', () => {
    const shift = shiftOn('Bram', NOON, NOON + hours(8), { regions: [region, other] });
    const general = shiftOn('Noor', NOON, NOON + hours(8), { general: true });
    const patterns = [
      pattern('Nacht', { regions: null }),
      pattern('Dag', { regions: [region, other] }),
      pattern('Algemeen', { general: true }),
    ];
    expect(obstacles({ published: [shift], draft: [shift, general], patterns })).toEqual([]);
  });

  test('not while somebody would sit there for nobody: each roster and every recurring shift is named', () => {
    const own = shiftOn('Bram', NOON, NOON + hours(8));
    const later = shiftOn('Bram', NOON + hours(24), NOON + hours(32));
    // The other region of this one was retired before.
    const gone = shiftOn('Noor', NOON, NOON + hours(4), { regions: [region, regionNamed('texel')] });
    const exceptions = [
      { id: 'kerst', name: 'Kerst', first: '2026-12-25', last: '2026-12-26' },
      { id: 'zomer', name: 'Zomer', first: '2026-07-01', last: '2026-08-31' },
    ];
    const patterns = [
      pattern('Dag', {}),
      pattern('Kerst', { exception: 'kerst' }),
      pattern('Zomer', { exception: 'zomer' }),
    ];
    expect(obstacles({ published: [own, gone], draft: [own, later], patterns, exceptions })).toEqual([
      { kind: 'shifts', state: 'published', count: 2, until: NOON + hours(8) },
      { kind: 'shifts', state: 'draft', count: 2, until: NOON + hours(32) },
      { kind: 'patterns', names: ['Dag', 'Kerst'] },
    ]);
  });
});
