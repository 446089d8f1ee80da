import type { DeskCommand } from '@haven/server/desk/commands';
import type { DeskPlan } from '@haven/server/desk/plan';
import { NINE_O_CLOCK } from '@haven/server/desk/testing/duty-desk';
import {
  NO_TIME,
  PLAN,
  chatOf,
  deskNamed,
  published,
  regionNamed,
  seatOf,
  shiftOn,
  staffOf,
} from '@haven/server/desk/testing/names';
import type { ChatRecord } from '@haven/server/desk/records';
import { days, type Milliseconds, minutes, seconds } from '@haven/shared/units';
import fc from 'fast-check';
import type { DeskDump } from './desk-fixtures';

const VISITORS = ['Anna', 'Dewi', 'Eva', 'Fatma', 'Grace', 'Ilse', 'Jamila', 'Kim'] as const;
const COUNSELLORS = [
  { name: 'bram', desks: ['amsterdam'], languages: ['nl'], capacity: 1 },
  { name: 'carla', desks: ['amsterdam', 'haarlem'], languages: ['nl', 'en'], capacity: 2 },
  { name: 'hanna', desks: ['haarlem'], languages: ['nl'], capacity: 3 },
  { name: 'gerda', desks: ['general'], languages: ['en'], capacity: 2 },
] as const;

type Who = (typeof COUNSELLORS)[number];

/** One thing that somebody does, or time that passes. What it is about may depend on how things stand. */
export type Step =
  | { readonly kind: 'pass'; readonly time: Milliseconds }
  | { readonly kind: 'plan'; readonly told: string; readonly plan: DeskPlan }
  | { readonly kind: 'do'; readonly told: string; readonly command: (dump: DeskDump) => DeskCommand | null };

const visitor = fc.constantFrom(...VISITORS);
const counsellor = fc.constantFrom(...COUNSELLORS);
const tab = fc.constantFrom('one', 'two');
const tabOf = (who: Who, which: string) => seatOf(`${who.name}-${which}`);

const done = (told: string, command: (dump: DeskDump) => DeskCommand | null): Step => ({
  kind: 'do',
  told,
  command,
});
const chatIn = (dump: DeskDump, name: string): ChatRecord | null =>
  dump.chats.find((chat) => chat.chat === chatOf(name)) ?? null;

const enters = fc
  .tuple(visitor, fc.constantFrom('amsterdam', 'haarlem', null), fc.constantFrom('nl', 'en'), fc.boolean())
  .map(([name, region, language, proven]) =>
    done(`${name} enters`, () => ({
      kind: 'enter',
      chat: chatOf(name),
      connection: 'first',
      proven,
      answers: { region: region && regionNamed(region), language, forWhom: null, topics: [] },
    })),
  );

const connection = fc
  .tuple(visitor, fc.constantFrom('first', 'second'), fc.boolean())
  .map(([name, which, here]) =>
    done(`${name} is ${here ? 'back' : 'gone'}`, () => ({
      kind: here ? 'visitor-connected' : 'visitor-disconnected',
      chat: chatOf(name),
      connection: which,
    })),
  );

const leaves = fc
  .tuple(visitor, fc.constantFrom('visitor-closed', 'emergency-exit', 'silence'))
  .map(([name, reason]) => done(`${name} leaves`, () => ({ kind: 'leave', chat: chatOf(name), reason })));

const links = visitor.map((name) =>
  done(`${name} opens a link`, (dump) => {
    const chat = chatIn(dump, name);
    const member = chat?.members.find((each) => each.seat !== null && each.epoch === null);
    if (!chat || !member?.seat) return null;
    const { staffId, seat } = member;
    return { kind: 'link-open', chat: chat.chat, staffId, seat, epoch: chat.epoch + 1 };
  }),
);

const oldLink = fc.tuple(visitor, fc.integer({ min: 0, max: 3 })).map(([name, epoch]) =>
  done(`${name} opens an old link`, (dump) => {
    const member = chatIn(dump, name)?.members.find((each) => each.seat !== null);
    if (!member?.seat) return null;
    return { kind: 'link-open', chat: chatOf(name), staffId: member.staffId, seat: member.seat, epoch };
  }),
);

const chooses = fc.tuple(visitor, fc.boolean()).map(([name, goes]) =>
  done(`${name} ${goes ? 'goes along' : 'stays'}`, (dump) => {
    const incoming = chatIn(dump, name)?.members.find((each) => each.role === 'incoming');
    return goes
      ? { kind: 'transfer-complete', chat: chatOf(name), epoch: incoming?.epoch ?? 0 }
      : { kind: 'transfer-refuse', chat: chatOf(name) };
  }),
);

/** Mostly for the whole story. */
const certificate = fc
  .constantFrom(days(7), days(7), days(7), minutes(2), minutes(10), null)
  .map((time) => time && NINE_O_CLOCK + time);

const comes = fc
  .tuple(
    counsellor,
    tab,
    fc.constantFrom('a', 'b'),
    fc.constantFrom('available', 'available', 'busy', null),
    certificate,
  )
  .map(([who, which, connectionId, presence, certifiedUntil]) =>
    done(`${who.name} comes`, () => ({
      kind: 'staff-enter',
      staffId: staffOf(who.name),
      seat: tabOf(who, which),
      connection: connectionId,
      presence,
      capacity: who.capacity,
      certifiedUntil,
      profile: {
        staffId: staffOf(who.name),
        displayName: who.name,
        role: 'counsellor',
        desks: who.desks.map(deskNamed),
        languages: who.languages,
      },
    })),
  );

const goes = fc.tuple(counsellor, tab, fc.constantFrom('a', 'b')).map(([who, which, connectionId]) =>
  done(`${who.name} goes`, () => ({
    kind: 'seat-left',
    staffId: staffOf(who.name),
    seat: tabOf(who, which),
    connection: connectionId,
  })),
);

const certifies = fc
  .tuple(counsellor, tab, fc.constantFrom('a', 'b'), certificate)
  .map(([who, which, connectionId, certifiedUntil]) =>
    done(`${who.name} may answer until ${certifiedUntil}`, () => ({
      kind: 'seat-certified',
      staffId: staffOf(who.name),
      seat: tabOf(who, which),
      connection: connectionId,
      certifiedUntil,
    })),
  );

const presence = fc
  .tuple(counsellor, fc.constantFrom('available', 'available', 'busy', 'pause', 'away'))
  .map(([who, is]) =>
    done(`${who.name} is ${is}`, () => ({ kind: 'set-presence', staffId: staffOf(who.name), presence: is })),
  );

const claims = fc.tuple(counsellor, visitor, tab).map(([who, name, which]) =>
  done(`${who.name} claims ${name}`, () => ({
    kind: 'claim',
    chat: chatOf(name),
    staffId: staffOf(who.name),
    seat: tabOf(who, which),
  })),
);

/** Whatever rings at her: mostly she takes it. */
const answers = fc
  .tuple(counsellor, tab, fc.constantFrom('claim', 'claim', 'claim', 'decline'))
  .map(([who, which, kind]) =>
    done(`${who.name} answers`, (dump) => {
      const staffId = staffOf(who.name);
      const staff = dump.staff.find((one) => one.staffId === staffId);
      const chat = staff?.ringing[0];
      const seat =
        staff?.seats.find((each) => each.seat === tabOf(who, which))?.seat ?? staff?.seats[0]?.seat;
      if (!chat || !seat) return null;
      return kind === 'claim' ? { kind, chat, staffId, seat } : { kind: 'decline', chat, staffId };
    }),
  );

/** Something about one of her chats, or one that is not hers. */
const works = fc
  .tuple(
    counsellor,
    visitor,
    fc.boolean(),
    fc.constantFrom('close', 'finish-wrap-up', 'transfer-cancel', 'decline'),
  )
  .map(([who, name, own, kind]) =>
    done(`${who.name}: ${kind}`, (dump) => {
      const staffId = staffOf(who.name);
      const mine = dump.staff.find((one) => one.staffId === staffId)?.chats[0];
      const about = { chat: (own && mine) || chatOf(name), staffId };
      return kind === 'finish-wrap-up' ? { kind, ...about, form: NO_TIME } : { kind, ...about };
    }),
  );

const requests = fc.tuple(counsellor, visitor, tab).map(([who, name, which]) =>
  done(`${who.name} asks for the link`, () => ({
    kind: 'link-request',
    chat: chatOf(name),
    staffId: staffOf(who.name),
    seat: tabOf(who, which),
  })),
);

const asks = fc
  .tuple(counsellor, fc.oneof(counsellor, fc.constantFrom('amsterdam', 'haarlem', 'general')))
  .map(([who, to]) =>
    done(`${who.name} asks ${typeof to === 'string' ? to : to.name}`, (dump) => {
      const staffId = staffOf(who.name);
      const chat = dump.chats.find((each) =>
        each.members.some((member) => member.staffId === staffId && member.role === 'counsellor'),
      );
      if (!chat) return null;
      const target =
        typeof to === 'string'
          ? ({ kind: 'desk', desk: deskNamed(to) } as const)
          : ({ kind: 'staff', staffId: staffOf(to.name) } as const);
      return { kind: 'transfer-ask', chat: chat.chat, staffId, target };
    }),
  );

const DESKS = ['amsterdam', 'haarlem', 'general'] as const;

const hand = fc
  .tuple(
    fc.constantFrom(...DESKS),
    fc.constantFrom('open-overflow', 'close-overflow', 'pause-intake', 'resume-intake', 'resume-intake'),
  )
  .map(([desk, kind]) => done(`${desk}: ${kind}`, () => ({ kind, desk: deskNamed(desk) })));

const moves = fc.tuple(visitor, fc.constantFrom(...DESKS)).map(([name, desk]) =>
  done(`${name} is moved to ${desk}`, () => ({
    kind: 'move-chat',
    chat: chatOf(name),
    desk: deskNamed(desk),
  })),
);

const takesOff = fc.tuple(visitor, counsellor).map(([name, who]) =>
  done(`${name} is taken off ${who.name}`, () => ({
    kind: 'take-off',
    chat: chatOf(name),
    staffId: staffOf(who.name),
  })),
);

const overflow = fc
  .array(
    fc.oneof(
      fc.record({
        does: fc.constant('reach-desks' as const),
        after: fc.integer({ min: 0, max: 120_000 }),
        desks: fc.subarray(DESKS.map(deskNamed), { minLength: 1 }),
      }),
      fc.record({
        does: fc.constantFrom('reach-everyone' as const, 'alert-standby' as const, 'tell-visitor' as const),
        after: fc.integer({ min: 0, max: 300_000 }),
      }),
    ),
    { maxLength: 4 },
  )
  .map((steps) => steps.toSorted((one, other) => one.after - other.after));

const shift = fc
  .record({
    who: counsellor,
    from: fc.integer({ min: -60, max: 60 }),
    length: fc.integer({ min: 1, max: 120 }),
    regions: fc.subarray(['amsterdam', 'haarlem']),
    general: fc.boolean(),
    kind: fc.constantFrom('duty' as const, 'duty' as const, 'standby' as const),
  })
  .map(({ who, from, length, regions, ...rest }) => {
    const start = NINE_O_CLOCK + minutes(from);
    return shiftOn(who.name, start, start + minutes(length), { ...rest, regions: regions.map(regionNamed) });
  });

/** Of one person, none during another: as a roster can be published. */
const roster = fc
  .array(shift, { maxLength: 8 })
  .map((shifts) =>
    published(
      ...shifts.filter(
        (one, index) =>
          !shifts
            .slice(0, index)
            .some(
              (other) => other.staffId === one.staffId && other.from < one.until && one.from < other.until,
            ),
      ),
    ),
  );

const plans = fc
  .record({ amsterdam: overflow, general: overflow, roster: fc.option(roster, { freq: 2 }) })
  .map(
    ({ amsterdam, general, roster: duties }): Step => ({
      kind: 'plan',
      told: `the plan is ${JSON.stringify({ amsterdam, general, duties })}`,
      plan: {
        ...PLAN,
        roster: duties,
        overflow: { [deskNamed('amsterdam')]: amsterdam, [deskNamed('general')]: general },
      },
    }),
  );

const consults = fc.tuple(counsellor, counsellor).map(([who, to]) =>
  done(`${who.name} asks ${to.name} to join`, (dump) => {
    const staffId = staffOf(who.name);
    const chat = dump.chats.find((each) =>
      each.members.some((member) => member.staffId === staffId && member.role === 'counsellor'),
    );
    return chat ? { kind: 'consult-ask', chat: chat.chat, staffId, colleague: staffOf(to.name) } : null;
  }),
);

const lets = visitor.map((name) =>
  done(`${name} is linked with who joins`, (dump) => {
    const joining = chatIn(dump, name)?.members.find((each) => each.role === 'joining');
    return { kind: 'consult-complete', chat: chatOf(name), epoch: joining?.epoch ?? 0 };
  }),
);

const alone = fc.tuple(visitor, fc.oneof(counsellor, fc.constant(null))).map(([name, who]) =>
  done(`${who?.name ?? name} ends the consult of ${name}`, () => ({
    kind: 'consult-end',
    chat: chatOf(name),
    by: who ? staffOf(who.name) : 'visitor',
  })),
);

const passes = fc
  .constantFrom(1, 5, 20, 20, 45, 90, 180, 300)
  .map((n): Step => ({ kind: 'pass', time: seconds(n) }));

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: enters, weight: 6 },
  { arbitrary: comes, weight: 5 },
  { arbitrary: answers, weight: 6 },
  { arbitrary: presence, weight: 4 },
  { arbitrary: claims, weight: 3 },
  { arbitrary: links, weight: 3 },
  { arbitrary: asks, weight: 3 },
  { arbitrary: consults, weight: 3 },
  { arbitrary: lets, weight: 2 },
  { arbitrary: alone, weight: 1 },
  { arbitrary: works, weight: 3 },
  { arbitrary: passes, weight: 3 },
  { arbitrary: connection, weight: 2 },
  { arbitrary: chooses, weight: 2 },
  { arbitrary: goes, weight: 2 },
  { arbitrary: certifies, weight: 2 },
  { arbitrary: leaves, weight: 1 },
  { arbitrary: oldLink, weight: 1 },
  { arbitrary: requests, weight: 1 },
  { arbitrary: plans, weight: 2 },
  { arbitrary: hand, weight: 2 },
  { arbitrary: moves, weight: 1 },
  { arbitrary: takesOff, weight: 1 },
);

/** Everybody of the story at the desk, so that something happens early. */
export const opening: readonly Step[] = COUNSELLORS.map((who) =>
  done(`${who.name} comes`, () => ({
    kind: 'staff-enter',
    staffId: staffOf(who.name),
    seat: tabOf(who, 'one'),
    connection: 'a',
    presence: 'available',
    capacity: who.capacity,
    certifiedUntil: NINE_O_CLOCK + days(7),
    profile: {
      staffId: staffOf(who.name),
      displayName: who.name,
      role: 'counsellor',
      desks: who.desks.map(deskNamed),
      languages: who.languages,
    },
  })),
);

export const toldOf = (step: Step): string =>
  step.kind === 'pass' ? `${step.time / 1000} s pass` : step.told;
