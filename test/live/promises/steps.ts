import type { ChatRecord } from '@haven/server/desk/records';
import { seconds } from '@haven/shared/units';
import { MOMENT, type Promised } from './view';
import { isDone, type Item, type Waits } from './waits';

const itemsOf = ({ reach, told }: ChatRecord): readonly Item[] => [
  ...reach.desks.map((desk): Item => `desk ${desk}`),
  ...(reach.everyone ? (['everyone'] as const) : []),
  ...(reach.anyLanguage ? (['any-language'] as const) : []),
  ...(reach.standby ? (['standby'] as const) : []),
  ...(told ? (['told'] as const) : []),
];

/** No step before its time, and none later than a moment after it. */
export function createSteps({ waits }: Waits): Promised {
  return ({ chats, before, now, grace }) => {
    const faults: string[] = [];
    for (const [id, wait] of waits) {
      const chat = chats.get(id);
      if (!chat) continue;
      if (chat.desk !== wait.desk) faults.push(`${id} waits at ${chat.desk}, not at ${wait.desk}`);
      if (Math.abs(chat.arrival - wait.since) > seconds(1)) faults.push(`${id} came at another time`);
      const was = before.get(id);
      const known = was?.arrival === chat.arrival ? was : null;
      for (const item of itemsOf(chat)) {
        if (!wait.due.has(item)) faults.push(`${id} has come to ${item} early`);
      }
      for (const [item, at] of wait.due) {
        const isOld = known !== null && isDone(known, item);
        if (!isOld && now - at > MOMENT + grace) faults.push(`${id} comes to ${item} late`);
      }
    }
    return faults;
  };
}
