import type { Language } from '@haven/shared/protocol/organisation';
import type { Presence, Role } from '@haven/shared/protocol/presence';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { TIMING } from '@haven/shared/protocol/limits';
import type { Result } from '@haven/shared/result';
import { days, type Instant, type Milliseconds, seconds } from '@haven/shared/units';
import { createDeadlineRunner } from '../../deadlines/runner';
import type { DeskStore, Outcome, SeatLease, VisitorLease } from '../../live/desk-store';
import { createMemoryDeskStore } from '../../live/memory-desk-store';
import { memoryTables } from '../../live/memory-tables';
import type { DeskCommand } from '../commands';
import { bringPlan } from '../../announce/bring-plan';
import { type DeskPlan, isInUse } from '../plan';
import type { ChatSight, DeskFact } from '../facts';
import type { StaffRecord } from '../records';
import { PLAN, type Place, chatOf, deskNamed, regionNamed, seatOf, staffOf } from './names';

/** A Monday morning. */
export const NINE_O_CLOCK: Instant = Date.UTC(2026, 2, 2, 9);

type Counsellor = {
  readonly desks?: readonly (Place | 'general')[];
  readonly languages?: readonly Language[];
  readonly presence?: Presence | null;
  readonly capacity?: number | null;
  readonly role?: Role;
  readonly tab?: string;
  readonly connection?: string;
  /** A week from now, unless the story says otherwise. */
  readonly certifiedUntil?: Instant | null;
};

type Visitor = { readonly region?: Place | null; readonly language?: Language; readonly proven?: boolean };

/**
 * A duty desk on which people with names come and go, and on which time passes as told. Connections are alive until
 * the story says otherwise.
 */
export function openDutyDesk(start: Instant = NINE_O_CLOCK, given?: DeskStore) {
  const tables = memoryTables(start);
  let plan = PLAN;
  const store = given ?? createMemoryDeskStore({ plan: () => plan, tables });
  const facts: DeskFact[] = [];
  const visitors = new Map<string, VisitorLease>();
  const seats = new Map<string, SeatLease>();
  let now = start;
  const runner = createDeadlineRunner({
    store,
    clock: { now: () => now, after: () => () => {} },
    onFacts: (more) => facts.push(...more),
    onFailure: (error, command) => {
      throw new Error(`${command ?? 'takeDue'}: ${error}`);
    },
  });

  const tell = async (command: DeskCommand): Promise<Result<Outcome, ErrorCode>> => {
    const outcome = await store.execute(command, now);
    if (outcome.ok) facts.push(...outcome.value.facts);
    return outcome;
  };
  const must = async (command: DeskCommand): Promise<Outcome> => {
    const outcome = await tell(command);
    if (!outcome.ok) throw new Error(`${command.kind}: ${outcome.error}`);
    return outcome.value;
  };

  return {
    store,
    tables,
    facts,
    tell,
    must,
    now: () => now,
    /** The organisation changed its plan: it holds for everybody from now on. */
    async goesBy(next: DeskPlan): Promise<void> {
      const gone = plan.desks.filter(({ id }) => !isInUse(next, id));
      plan = next;
      const onFault = (_event: string, thrown: unknown) => {
        throw thrown;
      };
      const retired = () => gone.map(({ id }) => id);
      await bringPlan({ store, plan: () => plan, retired, decide: must, onFault });
    },
    /** Lets time pass second by second, deadlines and all. */
    async pass(time: Milliseconds): Promise<void> {
      const end = now + time;
      while (now < end) {
        now = Math.min(end, now + seconds(1));
        if ((now - start) % TIMING.leaseRenewal < seconds(1)) {
          await store.renewLeases({ visitors: [...visitors.values()], seats: [...seats.values()] }, now);
        }
        await runner.runDue();
      }
    },
    /** A counsellor takes a seat: available, with one desk, unless the story says otherwise. */
    async comes(name: string, who: Counsellor = {}): Promise<StaffRecord> {
      const tab = who.tab ?? name;
      const connection = who.connection ?? `${tab}-1`;
      const staffId = staffOf(name);
      seats.set(tab, { staffId, seat: seatOf(tab), connection });
      const { staff } = await must({
        kind: 'staff-enter',
        staffId,
        seat: seatOf(tab),
        connection,
        presence: who.presence === undefined ? 'available' : who.presence,
        capacity: who.capacity === undefined ? 1 : who.capacity,
        certifiedUntil: who.certifiedUntil === undefined ? now + days(7) : who.certifiedUntil,
        profile: {
          staffId,
          displayName: name,
          role: who.role ?? 'counsellor',
          desks: (who.desks ?? ['amsterdam']).map(deskNamed),
          languages: who.languages ?? ['nl'],
        },
      });
      if (staff === null) throw new Error(`${name} has no record`);
      return staff;
    },
    /** An issuer certified her device anew, or took its certificate back. */
    async isCertified(name: string, certifiedUntil: Instant | null, tab = name): Promise<void> {
      const lease = seats.get(tab);
      if (lease === undefined) throw new Error(`${name} has no tab ${tab}`);
      await must({ kind: 'seat-certified', ...lease, certifiedUntil });
    },
    /** The tab is closed, or its connection lost. */
    async goes(name: string, tab = name): Promise<void> {
      const lease = seats.get(tab);
      if (lease === undefined) throw new Error(`${name} has no tab ${tab}`);
      seats.delete(tab);
      await must({ kind: 'seat-left', ...lease });
    },
    enters(name: string, { region = 'amsterdam', language = 'nl', proven = true }: Visitor = {}) {
      const connection = `${name}-1`;
      visitors.set(name, { chat: chatOf(name), connection });
      return tell({
        kind: 'enter',
        chat: chatOf(name),
        connection,
        proven,
        answers: { region: region && regionNamed(region), language, forWhom: null, topics: [] },
      });
    },
    async loses(name: string): Promise<void> {
      const lease = visitors.get(name);
      if (lease === undefined) throw new Error(`${name} has no connection`);
      visitors.delete(name);
      await must({ kind: 'visitor-disconnected', ...lease });
    },
    async returns(name: string, connection = `${name}-2`): Promise<void> {
      visitors.set(name, { chat: chatOf(name), connection });
      await must({ kind: 'visitor-connected', chat: chatOf(name), connection });
    },
    /** The connection is silent from now on; nobody says that it ended. */
    falls(tabOrVisitor: string): void {
      seats.delete(tabOrVisitor);
      visitors.delete(tabOrVisitor);
    },
    claims: (name: string, visitor: string, tab = name) =>
      tell({ kind: 'claim', chat: chatOf(visitor), staffId: staffOf(name), seat: seatOf(tab) }),
    declines: (name: string, visitor: string) =>
      tell({ kind: 'decline', chat: chatOf(visitor), staffId: staffOf(name) }),
    sets: (name: string, presence: Presence) =>
      must({ kind: 'set-presence', staffId: staffOf(name), presence }),
    async sight(visitor: string): Promise<ChatSight> {
      const sight = await store.chat(chatOf(visitor));
      if (!sight.ok) throw new Error(`${visitor}: ${sight.error}`);
      return sight.value;
    },
    async staff(name: string): Promise<StaffRecord> {
      const staff = await store.staff(staffOf(name));
      if (!staff.ok) throw new Error(`${name}: ${staff.error}`);
      return staff.value;
    },
    /** Whose chats ring at this counsellor now, by the visitors' names. */
    async ringsAt(name: string): Promise<readonly string[]> {
      const staff = await store.staff(staffOf(name));
      return staff.ok ? staff.value.ringing.map(visitorOf) : [];
    },
    /** The facts since the last call. */
    heard: () => facts.splice(0),
  };
}

export type DutyDesk = ReturnType<typeof openDutyDesk>;

const visitorOf = (chat: string) => Buffer.from(chat, 'base64url').toString().replace(/\.+$/, '');
