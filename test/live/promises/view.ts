import type { DeskCommand } from '@haven/server/desk/commands';
import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { Outcome } from '@haven/server/live/desk-store';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Result } from '@haven/shared/result';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { type Instant, type Milliseconds, seconds } from '@haven/shared/units';

/** What a step, and whoever is free, may take. */
export const MOMENT: Milliseconds = seconds(1);
/** So long is a counsellor awaited whose last tab is gone. */
export const AWAITED: Milliseconds = seconds(90);
/** How long an offer rings. */
export const RING: Milliseconds = seconds(20);

/** What was told the desk, and what came of it. */
export type Act = {
  readonly command: DeskCommand;
  readonly result: Result<Outcome, ErrorCode>;
  /** The node died over it: of what it had noted, it told nobody. */
  readonly isCut: boolean;
};

/** A chat before and after an act; null: not known. */
export type Changed = {
  readonly id: ChatId;
  readonly was: ChatRecord | null;
  readonly is: ChatRecord | null;
};

/** The desk after one act. */
export type View = {
  readonly act: Act;
  readonly now: Instant;
  readonly chats: ReadonlyMap<ChatId, ChatRecord>;
  /** As they were after the act before this one. */
  readonly before: ReadonlyMap<ChatId, ChatRecord>;
  readonly staff: ReadonlyMap<StaffId, StaffRecord>;
  readonly staffBefore: ReadonlyMap<StaffId, StaffRecord>;
  readonly tables: MemoryTables;
  /** How much everybody has: what rings, is hers, comes, is joined, or is still to be wrapped up. */
  readonly loads: ReadonlyMap<StaffId, number>;
  /** What the act changed. Most acts change one chat, and all the others are many. */
  readonly changed: readonly Changed[];
  /** What rings. */
  readonly rings: ReadonlyMap<ChatId, { readonly to: StaffId; readonly until: Instant }>;
  /** At whom something rings. */
  readonly rung: ReadonlySet<StaffId>;
  /** Not the first time that a deadline comes: it was in the hands of a node that died. */
  readonly grace: Milliseconds;
};

/** What of it is broken, in words. */
export type Promised = (view: View) => readonly string[];

export const isWaiting = ({ phase, visitor }: ChatRecord): boolean =>
  phase === 'waiting' && visitor.state === 'connected';

/** Somebody talks with the visitor. */
export const isServed = ({ phase }: ChatRecord): boolean => phase === 'active' || phase === 'transferring';

export const counsellorOf = ({ members }: ChatRecord): StaffId | null =>
  members.find(({ role }) => role === 'counsellor')?.staffId ?? null;

export const isInQueue = ({ phase }: ChatRecord): boolean => phase === 'waiting' || phase === 'offered';

/** Whoever has it in any way, each once. */
export function holdersOf({ ringing, transfer, consult, members, wrapUp, ended }: ChatRecord) {
  const holders = new Set<StaffId>();
  if (ringing) holders.add(ringing.to);
  if (transfer) holders.add(transfer.to);
  if (consult) holders.add(consult.to);
  if (wrapUp) holders.add(wrapUp.staffId);
  if (ended === null) for (const { staffId } of members) holders.add(staffId);
  return holders;
}

/** What rings of this chat, if anything: from the queue, by transfer, or to join. */
export function ringOf({ ringing, transfer, consult }: ChatRecord): { to: StaffId; until: Instant } | null {
  if (ringing) return ringing;
  const asked = transfer ?? consult;
  return asked?.state === 'ringing' && asked.until !== null ? { to: asked.to, until: asked.until } : null;
}

export function viewOf({
  act,
  now,
  before,
  staffBefore,
  tables,
  grace,
}: Pick<View, 'act' | 'now' | 'before' | 'staffBefore' | 'tables' | 'grace'>): View {
  const loads = new Map<StaffId, number>();
  const rung = new Set<StaffId>();
  const rings = new Map<ChatId, { to: StaffId; until: Instant }>();
  const changed: Changed[] = [];
  const [chats, staff] = [new Map(tables.chats), new Map(tables.staff)];
  for (const [id, is] of chats) {
    for (const who of holdersOf(is)) loads.set(who, (loads.get(who) ?? 0) + 1);
    const ring = ringOf(is);
    if (ring) {
      rings.set(id, ring);
      rung.add(ring.to);
    }
    const was = before.get(id) ?? null;
    if (was !== is) changed.push({ id, was, is });
  }
  for (const [id, was] of before) if (!chats.has(id)) changed.push({ id, was, is: null });
  return { act, now, before, staffBefore, tables, grace, loads, changed, rings, rung, staff, chats };
}

/** Tells what has been wrong for longer than it may be. */
export function createPatience() {
  const since = new Map<string, Instant>();
  return (wrong: ReadonlySet<string>, now: Instant, allowed: Milliseconds): readonly string[] => {
    for (const each of since.keys()) if (!wrong.has(each)) since.delete(each);
    for (const each of wrong) if (!since.has(each)) since.set(each, now);
    return [...since].flatMap(([each, from]) => (now - from > allowed ? [each] : []));
  };
}
