import { PRIORITY } from '@haven/server/desk/records';
import type { MemoryTables } from '@haven/server/live/memory-tables';
import type { Act } from '../promises/view';

/** What went on in a week: promises that nothing put to the test are not kept. */
export function createSeen() {
  const done = new Map<string, number>();
  const returning = new Set<string>();
  const flooding = new Set<string>();
  const lost = new Set<string>();
  const count = (what: string) => done.set(what, (done.get(what) ?? 0) + 1);
  return {
    count,
    /** How often this was told the desk, and not refused. */
    times: (kind: string) => done.get(kind) ?? 0,
    sizes: () => ({ returning: returning.size, flooding: flooding.size, lost: lost.size }),
    afterAct({ command: { kind }, result }: Act): void {
      if (!result.ok) return;
      count(kind);
      const isReturned = result.value.facts.some(
        (fact) => fact.kind === 'chat-gone' && fact.reason === 'returned-to-queue',
      );
      if (kind === 'counsellor-grace-over' && isReturned) count('return-to-queue');
    },
    atRest({ chats, staff }: MemoryTables): void {
      for (const { chat, phase, priority } of chats.values()) {
        if (phase !== 'waiting') continue;
        if (priority === PRIORITY.returning) returning.add(chat);
        if (priority === PRIORITY.flood) flooding.add(chat);
      }
      for (const one of staff.values()) if (one.lost) lost.add(`${one.staffId} ${one.lost.since}`);
    },
  };
}
