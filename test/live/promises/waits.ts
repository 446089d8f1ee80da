import type { DeskCommand } from '@haven/server/desk/commands';
import type { DeskPlan } from '@haven/server/desk/plan';
import type { ChatRecord } from '@haven/server/desk/records';
import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import { USUAL_OVERFLOW } from '@haven/shared/protocol/overflow';
import { type Instant, minutes, seconds } from '@haven/shared/units';
import type { Shifts } from './shifts';
import { isInQueue, isServed, type View } from './view';

/** How long whoever declined is passed over, from the last who did. */
export const ROUND = seconds(20);
const FLOOD = { window: minutes(1), entries: 30 };

/** What is to happen to a chat that waits, each once. */
export type Item = 'everyone' | 'any-language' | 'standby' | 'told' | `desk ${string}`;

/** Lower comes first. */
const RANK = { returning: 0, usual: 1, flood: 2 } as const;

/** One wait of a chat: from entering, or coming back, to being taken. */
export type Wait = {
  desk: DeskId;
  readonly since: Instant;
  readonly turn: number;
  rank: (typeof RANK)[keyof typeof RANK];
  /** What of it is due by now, and since when. */
  readonly due: Map<Item, Instant>;
  /** Since when, and of which desk, the standby is to know of it. */
  alert: { readonly of: DeskId; readonly at: Instant } | null;
  movedAt: Instant;
  declined: { readonly who: ReadonlySet<StaffId>; readonly last: Instant } | null;
};

export const isBefore = (one: Wait, other: Wait): boolean =>
  one.rank < other.rank || (one.rank === other.rank && one.turn < other.turn);

/** Whether the chat has come as far as that. */
export function isDone({ reach, told }: ChatRecord, item: Item): boolean {
  if (item === 'told') return told;
  if (item === 'any-language') return reach.anyLanguage;
  if (item === 'standby') return reach.standby;
  return reach.everyone || (item !== 'everyone' && reach.desks.some((desk) => item === `desk ${desk}`));
}

/** Every wait as it is to be, by what people did and what the clock and the roster say. */
export function createWaits(plan: () => DeskPlan, shifts: Shifts) {
  const waits = new Map<ChatId, Wait>();
  /** Those that the act ended. */
  const over = new Map<ChatId, Wait>();
  const served = new Set<ChatId>();
  const opened = new Map<DeskId, Instant>();
  let unproven: readonly Instant[] = [];
  let turns = 0;
  let edited = -Infinity;

  function begin(chat: ChatRecord, desk: DeskId, rank: Wait['rank'], now: Instant): void {
    const due = new Map<Item, Instant>([[`desk ${desk}`, now]]);
    const wait = { desk, since: now, turn: turns, rank, due, alert: null, movedAt: now, declined: null };
    waits.set(chat.chat, wait);
  }

  function grow(wait: Wait, { arrival }: ChatRecord, now: Instant): void {
    const add = (item: Item, at: Instant) => {
      if (wait.due.has(item)) return;
      wait.due.set(item, at);
      if (item === 'standby') wait.alert = { of: wait.desk, at };
    };
    const { desk } = wait;
    const hole = shifts.holeSince(desk, now);
    if (hole !== null) add(`desk ${plan().generalDesk}`, Math.max(hole, wait.movedAt));
    const openedAt = opened.get(desk);
    for (const step of plan().overflow[desk] ?? USUAL_OVERFLOW) {
      const byHand = openedAt === undefined || step.does === 'tell-visitor' ? Infinity : openedAt;
      const at = Math.max(Math.min(arrival + step.after, byHand), edited, wait.movedAt);
      if (at > now) continue;
      if (step.does === 'reach-desks') for (const each of step.desks) add(`desk ${each}`, at);
      if (step.does === 'reach-everyone') add('everyone', at);
      if (step.does.startsWith('reach')) add('any-language', at);
      if (step.does === 'alert-standby') add('standby', at);
      if (step.does === 'tell-visitor') add('told', at);
    }
  }

  /** It keeps its turn, and whatever everybody had of it; but for the desks it begins anew. */
  function move(wait: Wait, was: ChatRecord, to: DeskId, now: Instant): void {
    for (const item of wait.due.keys()) {
      if (item.startsWith('desk ') || !isDone(was, item)) wait.due.delete(item);
    }
    wait.alert = wait.due.has('standby') ? { of: to, at: now } : null;
    wait.due.set(`desk ${to}`, now);
    Object.assign(wait, { desk: to, movedAt: now, declined: null });
  }

  function hear(command: DeskCommand, { before, now }: View): void {
    if (command.kind === 'open-overflow') opened.set(command.desk, opened.get(command.desk) ?? now);
    if (command.kind === 'close-overflow') opened.delete(command.desk);
    const chat = 'chat' in command ? command.chat : null;
    const wait = chat && waits.get(chat);
    const was = chat && before.get(chat);
    if (!wait || !was) return;
    if (command.kind === 'prove' && wait.rank === RANK.flood) wait.rank = RANK.usual;
    if (command.kind === 'move-chat' && command.desk !== wait.desk) move(wait, was, command.desk, now);
    if (command.kind === 'decline' && was.ringing?.to === command.staffId) {
      wait.declined = { who: new Set([...(wait.declined?.who ?? []), command.staffId]), last: now };
    }
    // Not as long as it rings at somebody.
    const isRoundOver = was.phase === 'waiting' && now >= (wait.declined?.last ?? now) + ROUND;
    if (command.kind === 'next-round' && isRoundOver) wait.declined = null;
  }

  function enters(command: DeskCommand, now: Instant): Wait['rank'] {
    if (command.kind !== 'enter' || command.proven) return RANK.usual;
    unproven = unproven.filter((at) => at > now - FLOOD.window);
    const rank = unproven.length >= FLOOD.entries ? RANK.flood : RANK.usual;
    unproven = [...unproven, now];
    return rank;
  }

  return {
    waits: waits as ReadonlyMap<ChatId, Wait>,
    /** The overflow steps were edited. */
    isEdited: (now: Instant) => {
      edited = now;
    },
    /** `home`: the desk to which who enters by this act is to come. */
    follow(view: View, home: DeskId | null): void {
      const { act, chats, now } = view;
      turns += 1;
      over.clear();
      if (act.result.ok) hear(act.command, view);
      for (const [id, chat] of chats) {
        if (isServed(chat)) served.add(id);
        const old = waits.get(id);
        if (!isInQueue(chat)) {
          if (old) over.set(id, old);
          waits.delete(id);
        } else if (!old) {
          if (served.has(id)) begin(chat, view.before.get(id)?.desk ?? chat.desk, RANK.returning, now);
          else begin(chat, home ?? chat.desk, enters(act.command, now), now);
        }
        const wait = waits.get(id);
        if (wait) grow(wait, chat, now);
      }
    },
    /** Also of a chat whose wait the act has just ended. */
    waitOf: (chat: ChatId): Wait | undefined => waits.get(chat) ?? over.get(chat),
  };
}
export type Waits = ReturnType<typeof createWaits>;
