import { TIMING } from '@haven/shared/protocol/limits';
import type { Instant } from '@haven/shared/units';
import type { DeadlineCommand, DeskCommand } from './commands';
import { type DeadlineName, chatDeadlines, deadlineName, deskDeadlines, staffDeadlines } from './due';
import type { Decision } from './decision';
import { type LeaseName, seatLease, visitorLease } from './leases';
import type { SetName } from './lines';
import type { Scene } from './scene';

export const DEADLINES: SetName = 'deadlines';
export const LEASES: SetName = 'leases';

/** A record before and after a decision; null: there was, or is, none. */
export type Change<Id, T> = { readonly id: Id; readonly before: T | null; readonly after: T | null };

/** null takes the member out. */
export type SetChange = { readonly set: SetName; readonly member: string; readonly score: number | null };

export function setChanges<Id extends string, T>(
  { id, before, after }: Change<Id, T>,
  setsOf: (record: T) => ReadonlyMap<SetName, number>,
): readonly SetChange[] {
  return changedScores(before && setsOf(before), after && setsOf(after)).map(([set, score]) => ({
    set,
    member: id,
    score,
  }));
}

export function deadlineChanges<Id, T>(
  { before, after }: Change<Id, T>,
  deadlinesOf: (record: T) => ReadonlyMap<DeadlineName, Instant>,
): readonly SetChange[] {
  return changedScores(before && deadlinesOf(before), after && deadlinesOf(after)).map(([name, at]) =>
    deadline(name, at),
  );
}

export const deadline = (name: DeadlineName, at: Instant | null): SetChange => ({
  set: DEADLINES,
  member: name,
  score: at,
});

function changedScores<K>(
  before: ReadonlyMap<K, number> | null,
  after: ReadonlyMap<K, number> | null,
): readonly [K, number | null][] {
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...names].flatMap((name): [K, number | null][] => {
    const score = after?.get(name) ?? null;
    return score === (before?.get(name) ?? null) ? [] : [[name, score]];
  });
}

export function leaseChanges<Id, T>(
  { before, after }: Change<Id, T>,
  leasesOf: (record: T) => readonly LeaseName[],
  now: Instant,
): readonly SetChange[] {
  const had = new Set(before ? leasesOf(before) : []);
  const has = new Set(after ? leasesOf(after) : []);
  return [
    ...[...had].filter((name) => !has.has(name)).map((member) => ({ set: LEASES, member, score: null })),
    ...[...has]
      .filter((name) => !had.has(name))
      .map((member) => ({ set: LEASES, member, score: now + TIMING.lease })),
  ];
}

/**
 * The command's own deadline or lease, taken and hidden, is replaced by what the records say now: usually nothing.
 */
export function spent(
  scene: Scene,
  command: DeskCommand,
  decision: Decision,
  now: Instant,
): readonly SetChange[] {
  switch (command.kind) {
    case 'visitor-disconnected':
      return [{ set: LEASES, member: visitorLease(command.chat, command.connection), score: null }];
    case 'seat-left':
      return [
        { set: LEASES, member: seatLease(command.staffId, command.seat, command.connection), score: null },
      ];
    case 'match-chat':
    case 'match-staff':
      return decision.matched ? [deadline(deadlineName(command), null)] : [];
    case 'counsellor-grace-over':
    case 'duty-turn':
    case 'certificate-over': {
      const staff = decision.staff.get(command.staffId) ?? scene.staff(command.staffId);
      const gone = decision.staff.get(command.staffId) === null;
      return restored(command, staff && !gone ? staffDeadlines(staff) : null);
    }
    case 'offer-expired':
    case 'next-round':
    case 'overflow-step':
    case 'visitor-grace-over':
    case 'transfer-timeout':
    case 'consult-timeout':
    case 'wrap-up-over':
    case 'retention-over': {
      const gone = decision.chats.get(command.chat) === null;
      const chat = decision.chats.get(command.chat) ?? scene.chat(command.chat);
      return restored(command, chat && !gone ? chatDeadlines(scene.plan, chat, now) : null);
    }
    case 'alert-attempt':
    case 'spread': {
      const record = decision.desks.get(command.desk) ?? scene.deskRecord(command.desk);
      return restored(command, record && deskDeadlines(record));
    }
    default:
      return [];
  }
}

function restored(command: DeadlineCommand, due: ReadonlyMap<DeadlineName, Instant> | null) {
  const name = deadlineName(command);
  return [deadline(name, due?.get(name) ?? null)];
}
