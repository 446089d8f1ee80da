import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { minutes, seconds } from '@haven/shared/units';
import { counsellorOf } from '../promises/view';
import { createHabits } from './habits';

/** Somebody hands a chat over, or asks a colleague to join it; `goesOn`: the colleague has it from now on. */
export function createHandOvers(
  world: World,
  chance: Chance,
  goesOn: (chat: ChatId, staffId: StaffId) => void,
): () => Promise<void> {
  const { tables, tell, later, goes } = world;
  const { anyOf, here, chats } = createHabits(world, chance);

  /** Whom a colleague rings answers, declines, or is not there. */
  async function answers(chat: ChatId): Promise<void> {
    const record = tables.chats.get(chat);
    const asked = record?.transfer ?? record?.consult;
    const seat = asked && tables.staff.get(asked.to)?.seats[0]?.seat;
    if (asked?.state !== 'ringing' || !seat || chance.once(0.15)) return;
    const { to: staffId } = asked;
    if (chance.once(0.2)) {
      await tell({ kind: 'decline', chat, staffId });
      later(seconds(3), () => answers(chat));
      return;
    }
    const claimed = await tell({ kind: 'claim', chat, staffId, seat });
    if (claimed.ok) later(chance.about(seconds(30)), () => decides(chat, staffId));
  }

  /** The visitor goes along or lets her in, says no, or does not choose. */
  async function decides(chat: ChatId, staffId: StaffId): Promise<void> {
    const record = tables.chats.get(chat);
    const member = record?.members.find((each) => each.staffId === staffId);
    if (!record || !member?.seat) return;
    const isTransfer = record.transfer !== null;
    if (chance.once(0.12)) {
      if (isTransfer && chance.once(0.6)) await areGone(counsellorOf(record), staffId);
      return;
    }
    if (chance.once(0.2)) {
      await tell(
        isTransfer ? { kind: 'transfer-refuse', chat } : { kind: 'consult-end', chat, by: 'visitor' },
      );
      return;
    }
    const epoch = record.epoch + 1;
    await tell({ kind: 'link-open', chat, staffId, seat: member.seat, epoch });
    const done = await tell({ kind: isTransfer ? 'transfer-complete' : 'consult-complete', chat, epoch });
    if (!done.ok) return;
    if (isTransfer) goesOn(chat, staffId);
    else later(chance.about(minutes(4)), () => tell({ kind: 'consult-end', chat, by: staffId }));
  }

  /** In the middle of a hand-over, of whoever has the chat, and now and then of both. */
  async function areGone(counsellor: StaffId | null, colleague: StaffId): Promise<void> {
    if (counsellor) await goes(counsellor, minutes(4));
    if (chance.once(0.4)) await goes(colleague, minutes(4));
  }

  return async function asks(): Promise<void> {
    const chat = anyOf(chats(({ phase }) => phase === 'active'));
    const by = chat && counsellorOf(chat);
    const colleague = anyOf(here());
    if (!chat || !by || !colleague) return;
    const about = { chat: chat.chat, staffId: by };
    if (chat.consult === null && chance.once(0.5))
      await tell({ kind: 'consult-ask', ...about, colleague: colleague.staffId });
    else {
      const desk = anyOf(colleague.duty.desks);
      const byName = desk === null || chance.once(0.5);
      const target = byName
        ? ({ kind: 'staff', staffId: colleague.staffId } as const)
        : ({ kind: 'desk', desk } as const);
      await tell({ kind: 'transfer-ask', ...about, target });
      if (chance.once(0.1)) later(seconds(8), () => tell({ kind: 'transfer-cancel', ...about }));
    }
    later(seconds(3), () => answers(chat.chat));
  };
}
