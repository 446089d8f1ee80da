import * as z from 'zod/mini';
import { regionId, staffId } from '../ids';
import { days } from '../units';
import { deskHole } from './board';
import { LIMITS } from './limits';
import { language } from './organisation';
import { shift } from './roster';
import { conflict } from './roster-conflict';
import { exception, pattern, planDate, rosterPlan, rotation, team } from './roster-plan';
import { swap, swapStep } from './roster-swap';

const nothing = z.strictObject({});
const id = z.string().check(z.maxLength(64));

/** The longest time whose shifts are looked at in one go, so that an answer stays small. */
const ROSTER_WINDOW = days(36);

/** A name for what was read, which changes with it: by naming it again one says what one goes by. */
const mark = z.string().check(z.maxLength(64));

/** Somebody whom a roster may name. */
export const rosterPerson = z.object({
  staffId,
  displayName: z.string(),
  /** False for administrators and for whoever has left: nobody plans them, and their shifts are worked by nobody. */
  takesChats: z.boolean(),
});
export type RosterPerson = z.infer<typeof rosterPerson>;

/** A time in which nobody is on duty for a region, or, with null, for the general desk. */
export const hole = z.object({ region: z.nullable(regionId), from: z.int(), until: z.int() });

/** A hole of the roster that a desk's supervisors want to be told of, from that moment on. */
const nearHole = z.object({ ...deskHole.shape, tellAt: z.number() });
export type NearHole = z.infer<typeof nearHole>;

export const rosterView = z.object({
  /** 0 before the first publication. */
  version: z.int(),
  publishedAt: z.nullable(z.number()),
  timeZone: z.string(),
  people: z.array(rosterPerson),
  published: z.array(shift),
  /** Null for those who do not plan. */
  draft: z.nullable(z.array(shift)),
  /** Of the draft. */
  mark: z.nullable(mark),
  /** Of the next eight weeks, the next one first: of the draft for those who plan, else of what is published. */
  holes: z.array(hole),
});
export type RosterView = z.infer<typeof rosterView>;

/** One change of what shifts are generated from; a known id takes the place of what it named. */
export const arrangement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('team'), team }),
  z.object({ kind: z.literal('rotation'), rotation }),
  z.object({ kind: z.literal('pattern'), pattern }),
  z.object({ kind: z.literal('exception'), exception }),
  z.object({
    kind: z.literal('remove'),
    noun: z.enum(['team', 'rotation', 'pattern', 'exception']),
    id,
  }),
]);
export type Arrangement = z.infer<typeof arrangement>;

/** With what the planner saw of the noun; null: it is new. */
const arranging = z.object({
  change: arrangement,
  seen: z.nullable(z.union([pattern, team, rotation, exception])),
});
export type Arranging = z.infer<typeof arranging>;

/** What became of a change of the draft; refused as a whole where something speaks against it. */
export const edited = z.object({
  saved: z.boolean(),
  shifts: z.int(),
  conflicts: z.array(conflict),
});
export type Edited = z.infer<typeof edited>;

/** What a generated range holds, and who carries how much of it. */
export const generation = z.object({
  shifts: z.int(),
  /** Places for which a team has nobody. */
  missing: z.int(),
  burdens: z.array(
    z.object({
      staffId,
      shifts: z.int(),
      worked: z.number(),
      nights: z.int(),
      weekends: z.int(),
      standbys: z.int(),
    }),
  ),
  conflicts: z.array(conflict),
  /** Of the plan and the draft from which it was made. */
  mark,
});
export type Generation = z.infer<typeof generation>;

const endingCertificate = z.object({
  staffId,
  /** Null: no device of hers is certified. */
  until: z.nullable(z.number()),
});
export type EndingCertificate = z.infer<typeof endingCertificate>;

/** What publishing now would mean. */
export const publication = z.object({
  added: z.int(),
  removed: z.int(),
  changed: z.int(),
  /** Whose shifts change. */
  staff: z.array(staffId),
  /** Times in the next eight weeks at which a region or the general desk has nobody. */
  holes: z.int(),
  conflicts: z.array(conflict),
  /** On the roster of the coming days, and refused by visitors before her last shift of them is over. */
  ending: z.array(endingCertificate),
  /** Of the draft and the published roster from then on. */
  seen: z.object({ from: z.int(), mark }),
});
export type Publication = z.infer<typeof publication>;

const calendarFeed = z.object({
  id,
  /** Null: one's own shifts. */
  team: z.nullable(z.string()),
  language,
  /** Null: before this was kept. */
  madeAt: z.nullable(z.number()),
});

/** The id of a new shift is chosen by whoever plans it. */
const edit = z.object({
  save: z
    .array(shift.check(z.refine(({ from, until }) => from < until)))
    .check(z.maxLength(LIMITS.shiftsInEdit)),
  remove: z.array(id).check(z.maxLength(LIMITS.shiftsInEdit)),
  /** Of those that are changed or taken away, what the planner saw; the others are new. */
  seen: z.array(shift).check(z.maxLength(2 * LIMITS.shiftsInEdit)),
});

const lookWindow = z
  .object({ from: z.int(), until: z.int() })
  .check(z.refine(({ from, until }) => from < until && until - from <= ROSTER_WINDOW));

export const rosterRequests = {
  'roster:look': { payload: lookWindow, reply: rosterView },
  /** One's own published shifts, from the one that is going on. */
  'roster:mine': { payload: nothing, reply: z.object({ shifts: z.array(shift) }) },
  /** By the published roster, for whoever plans it: what their consoles are to tell them of. */
  'roster:holes': { payload: nothing, reply: z.object({ holes: z.array(nearHole) }) },
  'roster:plan': { payload: nothing, reply: rosterPlan },
  /** `outdated`, here and wherever something seen is named: somebody else has changed it since. */
  'roster:arrange': { payload: arranging, reply: rosterPlan },
  'roster:edit': { payload: edit, reply: edited },
  /** Takes the place of what was generated for these days before; shifts made by hand stay. */
  'roster:generate': {
    /** `seen`: the mark of the trial that is carried out; null: only says what it would be. */
    payload: z.object({ first: planDate, last: planDate, seen: z.nullable(mark) }),
    reply: generation,
  },
  /** Takes the place of the other week. Any day stands for its week; `seen`: the marks of both, from Monday to Monday. */
  'roster:copy-week': {
    payload: z.object({ from: planDate, to: planDate, seen: z.object({ from: mark, to: mark }) }),
    reply: edited,
  },
  'roster:difference': { payload: nothing, reply: publication },
  'roster:publish': {
    payload: z.object({ seen: publication.shape.seen }),
    reply: z.object({ version: z.int() }),
  },
  /** With the published shifts that they speak of. */
  'roster:swaps': { payload: nothing, reply: z.object({ swaps: z.array(swap), shifts: z.array(shift) }) },
  'roster:swap-ask': {
    payload: z.object({ shift: id, inReturn: z.nullable(id), to: staffId }),
    reply: swap,
  },
  'roster:swap-step': {
    payload: z.object({ swap: id, step: swapStep }),
    reply: z.object({ swap, conflicts: z.array(conflict) }),
  },
  'roster:feeds': { payload: nothing, reply: z.object({ feeds: z.array(calendarFeed) }) },
  /** The address is told once; only its hash is kept. */
  'roster:feed-make': {
    payload: z.object({ team: z.nullable(z.string()), language }),
    reply: z.object({ feed: calendarFeed, path: z.string() }),
  },
  'roster:feed-revoke': { payload: z.object({ feed: id }), reply: nothing },
} as const;

export const rosterPushes = {
  /** Published, or the draft or a swap has changed: whoever shows it looks again. */
  'roster:changed': nothing,
} as const;
