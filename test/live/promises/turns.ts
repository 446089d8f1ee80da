import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { ChatId } from '@haven/shared/ids';
import { reaches } from '@haven/shared/protocol/queue';
import { createPatience, isWaiting, MOMENT, type Promised, type View } from './view';
import type { People } from './people';
import type { Reach } from './reach';
import type { Shifts } from './shifts';
import { isBefore, type Waits } from './waits';

/** Somebody waits, somebody is free for it: for no more than a moment. */
export function createNobodyWaits({ mayRing }: Reach, { capacityOf }: People): Promised {
  const isTooLong = createPatience();
  return ({ chats, staff, loads, rung, now, grace }) => {
    const pairs = new Set<string>();
    const waiting = [...chats.values()].filter(isWaiting);
    for (const one of waiting.length === 0 ? [] : staff.values()) {
      if (rung.has(one.staffId) || (loads.get(one.staffId) ?? 0) >= capacityOf(one.staffId)) continue;
      for (const chat of waiting) if (mayRing(chat, one, now)) pairs.add(`${chat.chat} ${one.staffId}`);
    }
    return isTooLong(pairs, now, MOMENT + grace).map((pair) => `waited while somebody was free: ${pair}`);
  };
}

/** What rings since the last act, and at whom. */
export const newRings = ({ changed, staff }: View): readonly [ChatRecord, StaffRecord][] =>
  changed.flatMap(({ was, is }): [ChatRecord, StaffRecord][] => {
    const ringing = is?.ringing;
    const rung = ringing && staff.get(ringing.to);
    const isOld = was?.ringing?.to === ringing?.to && was?.ringing?.until === ringing?.until;
    return !rung || isOld ? [] : [[is, rung]];
  });

/** Where a deadline may be late, the desk need not know yet. */
function isKnown({ reach, answers, passed }: ChatRecord, one: StaffRecord): boolean {
  if (one.duty.kind === 'standby') return reach.standby && !passed.includes(one.staffId);
  const isUnderstood = reach.anyLanguage || one.languages.includes(answers.language);
  return reaches(reach, one.duty) && isUnderstood && !passed.includes(one.staffId);
}

/** First in, first out within priority: who is rung now may serve it, and nobody who came before. */
export function createInTurn({ waits }: Waits, { mayRing }: Reach, { hasJustTurned }: Shifts): Promised {
  return (view) => {
    const { chats, now, grace } = view;
    const faults: string[] = [];
    for (const [chat, rung] of newRings(view)) {
      const own = waits.get(chat.chat);
      if (grace === 0 && !mayRing(chat, rung, now) && !hasJustTurned(rung.staffId, now)) {
        faults.push(`${chat.chat} rings at ${rung.staffId}, who may not serve it`);
      }
      for (const other of chats.values()) {
        const wait = isWaiting(other) && waits.get(other.chat);
        if (!own || !wait || !isBefore(wait, own) || !mayRing(other, rung, now, now - 1)) continue;
        if (grace === 0 || isKnown(other, rung)) faults.push(`${other.chat} was overtaken by ${chat.chat}`);
      }
    }
    return faults;
  };
}

/** The whole queue stands in its order: what came back at the front, and behind it who came before. */
export const createLine =
  ({ waits }: Waits): Promised =>
  ({ tables }) => {
    const queue = tables.sets.get('queue:*');
    const line = queue?.page(0, queue.size) ?? [];
    return line.slice(1).flatMap((id, index) => {
      const [before, own] = [waits.get(line[index] as ChatId), waits.get(id as ChatId)];
      return before && own && isBefore(own, before) ? [`${id} stands behind ${line[index] ?? ''}`] : [];
    });
  };
