import type { StaffRecord } from '@haven/server/desk/records';
import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { hours, minutes, seconds } from '@haven/shared/units';
import { isWaiting } from '../promises/view';
import { createHabits } from './habits';
import { createHandOvers } from './hand-overs';

/** What counsellors do besides answering what rings: hand over, take from the list, rest, have more or less, are gone. */
export function createColleagues(world: World, chance: Chance) {
  const { tables, tell, later, now, goes, stumbles } = world;

  const { every, anyOf, here, chats } = createHabits(world, chance);

  /** She has taken a chat that nobody planned for her: it ends after a while. */
  function goesOn(chat: ChatId, staffId: StaffId): void {
    later(chance.about(minutes(8)), async () => {
      await tell({ kind: 'close', chat, staffId });
      later(chance.about(minutes(1)), () =>
        tell({ kind: 'finish-wrap-up', chat, staffId, form: { kind: 'skipped', reason: 'no-time' } }),
      );
    });
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

  every(minutes(8), createHandOvers(world, chance, goesOn));
  every(minutes(8), takes);
  every(minutes(15), rests);
  every(minutes(40), hasOtherCapacity);
  every(hours(1), runsOut);
  every(minutes(40), isGone);
  every(minutes(20), isCutOff);
}
