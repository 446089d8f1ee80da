import type { DeskPlan } from '@haven/server/desk/plan';
import type { Chance } from '@haven/server/simulation/chance';
import type { Visitor } from '@haven/server/simulation/demand';
import { START } from '@haven/server/simulation/main';
import { planOf, REGIONS, type Way } from '@haven/server/simulation/organisations';
import { deskId, type StaffId, staffId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { byStart, type Shift } from '@haven/shared/roster/roster';
import { days, hours, minutes, seconds } from '@haven/shared/units';

/** Neighbours first, then everyone, the standby, and a word to the visitor. */
const stepsOf = (index: number): readonly OverflowStep[] => [
  { does: 'reach-desks', after: seconds(20), desks: [deskId.parse(REGIONS[(index + 1) % REGIONS.length])] },
  { does: 'reach-everyone', after: seconds(45) },
  { does: 'alert-standby', after: seconds(90) },
  { does: 'tell-visitor', after: seconds(120) },
];

/** Somebody on standby for the whole house, at night one and by day another. */
const standby = (day: number, half: number): Shift => {
  const from = START + days(day) + hours(12 * half);
  const who = staffId.parse(`standby-${half}`);
  const until = from + hours(12);
  const id = `${who} ${from}`;
  return { id, staffId: who, from, until, regions: [...REGIONS], general: true, kind: 'standby' };
};

export function weekOf(way: Way): DeskPlan {
  const plan = planOf(way, START, 1);
  if (way !== 'rotation-with-overflow' || plan.roster === null) return plan;
  const more = Array.from({ length: 14 }, (_, index) => standby(Math.floor(index / 2), index % 2));
  return {
    ...plan,
    roster: { ...plan.roster, shifts: [...plan.roster.shifts, ...more].toSorted(byStart) },
    overflow: Object.fromEntries(plan.desks.map(({ id }, index) => [id, stepsOf(index)])),
  };
}

/** Two of three speak Dutch only, a few only English. */
export function languagesOf(who: StaffId): readonly Language[] {
  const number = Number(who.slice(-1));
  if (number % 3 === 0) return ['nl', 'en'];
  return number === 7 ? ['en'] : ['nl'];
}

/**
 * To those who come one by one come floods, without proof of work: a few are people whose proof follows while they
 * wait. Everybody comes on the stroke.
 */
export function withFloods(visitors: readonly Visitor[], chance: Chance, stroke: number): readonly Visitor[] {
  const floods = Array.from({ length: 7 }, () => Math.floor(START + chance.next() * days(7)));
  const flooding = floods.flatMap((from, flood) =>
    Array.from({ length: 45 }, (_, number): Visitor => {
      const isPerson = chance.once(0.2);
      return {
        name: `f${flood}-${number}`,
        at: from + Math.floor(chance.next() * seconds(50)),
        region: chance.oneOf(REGIONS),
        language: 'nl',
        patience: isPerson ? minutes(5) : seconds(20) + chance.about(minutes(2)),
        talk: minutes(1),
        wrapUp: seconds(10),
        proof: isPerson ? seconds(1) + chance.about(seconds(20)) : null,
      };
    }),
  );
  const all = visitors.map((visitor): Visitor => ({ ...visitor, language: chance.once(0.25) ? 'en' : 'nl' }));
  return [...all, ...flooding].map((visitor) => ({
    ...visitor,
    at: Math.ceil(visitor.at / stroke) * stroke,
  }));
}
