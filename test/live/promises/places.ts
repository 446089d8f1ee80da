import type { SortedSet } from '@haven/server/live/sorted-set';
import type { StaffId } from '@haven/shared/ids';
import type { People } from './people';
import { counsellorOf, holdersOf, isInQueue, type Promised } from './view';

/** Who has more than she wanted has no more than when she said so. */
export function createCapacities({ capacityOf }: People): Promised {
  let had: ReadonlyMap<StaffId, number> = new Map();
  return ({ loads }) => {
    const faults: string[] = [];
    for (const [who, has] of loads) {
      if (has > capacityOf(who) && has > (had.get(who) ?? 0)) {
        faults.push(`${who} has ${has} chats of ${capacityOf(who)}`);
      }
    }
    had = loads;
    return faults;
  };
}

/** A chat is with one counsellor or in one queue; with a colleague only as she comes by transfer, or joins. */
export const onePlace: Promised = ({ changed, chats, staff, staffBefore, tables }) => {
  const isSame =
    staff.size === staffBefore.size && [...staff].every(([id, one]) => staffBefore.get(id) === one);
  if (isSame && changed.length === 0) return [];
  const faults: string[] = [];
  const lines = new Map<string, number>();
  const count = (set: SortedSet) => {
    for (const chat of set.page(0, set.size)) lines.set(chat, (lines.get(chat) ?? 0) + 1);
  };
  for (const [name, set] of tables.sets) if (/^queue:(?!\*)/.test(name)) count(set);
  const owned = new Map<string, number>();
  for (const one of staff.values()) {
    for (const id of one.chats) {
      owned.set(id, (owned.get(id) ?? 0) + 1);
      const chat = chats.get(id);
      if (!chat || !holdersOf(chat).has(one.staffId)) faults.push(`${id} is with ${one.staffId} alone`);
    }
  }
  for (const [id, chat] of chats) {
    const { ringing, members, transfer, consult, ended } = chat;
    const counsellors = members.filter(({ role }) => role === 'counsellor').length;
    const beside =
      Number(transfer?.state === 'accepted') + Number(consult !== null && consult.state !== 'ringing');
    const places = counsellors + (lines.get(id) ?? 0);
    if (ended === null && places !== 1) faults.push(`${id} is in ${places} places`);
    if ((lines.get(id) ?? 0) !== Number(isInQueue(chat)))
      faults.push(`${id} is in ${lines.get(id) ?? 0} queues`);
    if (members.length - counsellors > beside) faults.push(`${id} has somebody beside its counsellor`);
    if ((owned.get(id) ?? 0) !== holdersOf(chat).size)
      faults.push(`${id} is with ${owned.get(id) ?? 0} people`);
    if (ended !== null && (ringing || transfer || consult)) faults.push(`${id} is over, and rings`);
  }
  return faults;
};

/** A chat stays at its desk until it is moved, or handed over: then it is of hers who has it now. */
export const sameDesk: Promised = ({ act: { command }, changed }) =>
  changed.flatMap(({ id, was, is: chat }) => {
    if (was === null || chat === null) return [];
    const heir = was.members.find(({ role }) => role === 'incoming');
    const isHandedOver = heir !== undefined && counsellorOf(chat) === heir.staffId;
    const isMoved = command.kind === 'move-chat' && command.chat === id && command.desk === chat.desk;
    const isRight = chat.desk === (isHandedOver ? heir.desk : was.desk);
    return isRight || isMoved ? [] : [`${id} was at ${was.desk}, and is at ${chat.desk}`];
  });
