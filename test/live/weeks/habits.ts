import type { ChatRecord } from '@haven/server/desk/records';
import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { Milliseconds } from '@haven/shared/units';

/** What people go by who do something again and again. */
export function createHabits({ tables, later }: World, chance: Chance) {
  const every = (mean: Milliseconds, act: () => Promise<unknown>) => {
    later(chance.about(mean), async () => {
      every(mean, act);
      await act();
    });
  };
  return {
    every,
    anyOf: <T>(list: readonly T[]): T | null => (list.length === 0 ? null : chance.oneOf(list)),
    here: () => [...tables.staff.values()].filter(({ seats }) => seats.length > 0),
    chats: (isFit: (chat: ChatRecord) => boolean) => [...tables.chats.values()].filter(isFit),
  };
}
