import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { hours, type Milliseconds, minutes, seconds } from '@haven/shared/units';
import { counsellorOf, isWaiting } from '../promises/view';

/** What counsellors do besides answering what rings: hand over, ask to join, take from the list, rest, have more or less. */
export function createColleagues(world: World, chance: Chance) {
  const { tables, tell, later, now, goes, stumbles } = world;

  const every = (mean: Milliseconds, act: () => Promise<unknown>) => {
    later(chance.about(mean), async () => {
      every(mean, act);
      await act();
    });
  };
  const anyOf = <T>(list: readonly T[]): T | null => (list.length === 0 ? null : chance.oneOf(list));
  const here = () => [...tables.staff.values()].filter(({ seats }) => seats.length > 0);
  const chats = (isFit: (chat: ChatRecord) => boolean) => [...tables.chats.values()].filter(isFit);

  /** She has taken a chat that nobody planned for her: it ends after a while. */
  function goesOn(chat: ChatId, staffId: StaffId): void {
    later(chance.about(minutes(8)), async () => {
      await tell({ kind: 'close', chat, staffId });
      later(chance.about(minutes(1)), () =>
        tell({ kind: 'finish-wrap-up', chat, staffId, form: { kind: 'skipped', reason: 'no-time' } }),
      );
    });
  }

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

  async function asks(): Promise<void> {
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
  }

  async function takes(): Promise<void> {
    const chat = anyOf(chats(isWaiting));
    const one = anyOf(here());
    if (!chat || !one?.seats[0]) return;
    const { staffId } = one;
    const claimed = await tell({ kind: 'claim', chat: chat.chat, staffId, seat: one.seats[0].seat });
    if (claimed.ok) goesOn(chat.chat, staffId);
  }

  async function rests(): Promise<void> {
    const one = anyOf(here().filter(({ presence }) => presence === 'available'));
    if (!one) return;
    const { staffId } = one;
    await tell({ kind: 'set-presence', staffId, presence: chance.oneOf(['pause', 'busy', 'away']) });
    later(chance.about(minutes(8)), () => isBack(staffId));
  }
  async function isBack(staffId: StaffId): Promise<void> {
    const one = tables.staff.get(staffId);
    if (!one || one.duty.kind === 'off' || one.seats.length === 0) return;
    await tell({ kind: 'set-presence', staffId, presence: 'available' });
  }

  async function hasOtherCapacity(): Promise<void> {
    const one = anyOf(here());
    if (one) await tell({ kind: 'set-capacity', staffId: one.staffId, capacity: chance.oneOf([1, 2, 3]) });
  }

  /** Her certificate runs out, and is renewed. */
  async function runsOut(): Promise<void> {
    const one: StaffRecord | null = anyOf(here());
    const [mine] = one?.seats ?? [];
    if (!one || !mine) return;
    const of = { kind: 'seat-certified', staffId: one.staffId, ...mine } as const;
    await tell({ ...of, certifiedUntil: now() + seconds(30) + Math.round(chance.about(minutes(1))) });
    later(chance.about(minutes(5)), async () => {
      await tell(of);
      await isBack(one.staffId);
    });
  }

  /** Her computer fails her, mostly in the middle of a chat. */
  async function isGone(): Promise<void> {
    const inChat = here().filter(({ chats: hers }) => hers.length > 0);
    const one = anyOf(inChat.length > 0 && chance.once(0.8) ? inChat : here());
    if (one) await goes(one.staffId, chance.once(0.5) ? chance.about(seconds(40)) : minutes(4));
  }

  /** A visitor's train goes through a tunnel, or her battery is empty. */
  async function isCutOff(): Promise<void> {
    const chat = anyOf(chats(({ ended, visitor }) => ended === null && visitor.state === 'connected'));
    const back = chance.once(0.3) ? null : chance.about(seconds(40));
    if (chat) await stumbles(chat.chat, back);
  }

  every(minutes(8), asks);
  every(minutes(8), takes);
  every(minutes(15), rests);
  every(minutes(40), hasOtherCapacity);
  every(hours(1), runsOut);
  every(minutes(40), isGone);
  every(minutes(20), isCutOff);
}
