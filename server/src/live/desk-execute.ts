import type { DeskId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { type Result, ok } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { Changes, MatchCommand } from '../desk/changes';
import type { DeskCommand } from '../desk/commands';
import type { Decision } from '../desk/decision';
import type { DeskFact } from '../desk/facts';
import type { DeskStore, Outcome } from './desk-store';

/** One command decided and written. */
export type Committed = {
  readonly facts: readonly DeskFact[];
  /** What this change lets match, or the command itself when there is more to match. */
  readonly toMatch: readonly MatchCommand[];
};

export type Commit = (command: DeskCommand, now: Instant) => Promise<Result<Committed, ErrorCode>>;

/** A match that found others first is to be asked again. */
export function toMatchAfter(
  command: DeskCommand,
  decision: Decision,
  changes: Changes,
): readonly MatchCommand[] {
  const isMatch = command.kind === 'match-chat' || command.kind === 'match-staff';
  return isMatch && !decision.matched ? [...changes.toMatch, command] : changes.toMatch;
}

/** More than any one command sets free; what is over is taken up by its deadline. */
const MATCHES = 64;

/**
 * Takes the overflow steps that are due of all the chats of a desk. Only then is it noted as done: a node that dies
 * halfway leaves it to another.
 */
async function spreadOver(
  commit: Commit,
  look: Pick<DeskStore, 'queued'>,
  desk: DeskId,
  now: Instant,
): Promise<Result<Committed, ErrorCode>> {
  const queued = await look.queued(desk);
  if (!queued.ok) return queued;
  const facts: DeskFact[] = [];
  const toMatch: MatchCommand[] = [];
  const steps = queued.value.map((chat) => ({ kind: 'overflow-step', chat }) as const);
  for (const step of [...steps, { kind: 'spread-done', desk } as const]) {
    const done = await commit(step, now);
    if (!done.ok) return done;
    facts.push(...done.value.facts);
    toMatch.push(...done.value.toMatch);
  }
  return ok({ facts, toMatch });
}

/** A command, and then every match that it made possible. A match that fails is left to its deadline. */
export async function executeAll(
  commit: Commit,
  look: Pick<DeskStore, 'chat' | 'staff' | 'queued'>,
  command: DeskCommand,
  now: Instant,
): Promise<Result<Outcome, ErrorCode>> {
  const done = await commit(command, now);
  if (!done.ok) return done;
  const facts = [...done.value.facts];
  const open = [...done.value.toMatch];
  if (command.kind === 'open-overflow' || command.kind === 'spread') {
    const spread = await spreadOver(commit, look, command.desk, now);
    if (!spread.ok) return spread;
    facts.push(...spread.value.facts);
    open.push(...spread.value.toMatch);
  }
  for (let matches = 0; matches < MATCHES; matches += 1) {
    const match = open.shift();
    if (match === undefined) break;
    const matched = await commit(match, now);
    if (!matched.ok) continue;
    facts.push(...matched.value.facts);
    open.push(...matched.value.toMatch);
  }
  if ('chat' in command) {
    const told = facts.findLast((fact) => fact.kind === 'chat' && fact.sight.record.chat === command.chat);
    if (told?.kind === 'chat') return ok({ facts, chat: told.sight, staff: null });
    const chat = await look.chat(command.chat);
    return ok({ facts, chat: chat.ok ? chat.value : null, staff: null });
  }
  if ('desk' in command) return ok({ facts, chat: null, staff: null });
  const staff = await look.staff(command.staffId);
  return ok({ facts, chat: null, staff: staff.ok ? staff.value : null });
}
