import type { Chance } from '@haven/server/simulation/chance';
import type { World } from '@haven/server/simulation/play';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { minutes, seconds } from '@haven/shared/units';
import { isWaiting } from '../promises/view';
import { createHabits } from './habits';
import { createHandOvers } from './hand-overs';

/** What counsellors do besides answering what rings: hand over, take from the list, want more or less. */
export function createColleagues(world: World, chance: Chance) {
  const { tell, later, stumbles } = world;

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

  /** Who may not answer tries it too, and is refused. */
  async function takes(): Promise<void> {
    const chat = anyOf(chats(isWaiting));
    const barred = here().filter(({ seats }) => seats.every(({ certifiedUntil }) => certifiedUntil === null));
    const one = anyOf(barred.length > 0 && chance.once(0.3) ? barred : here());
    if (!chat || !one?.seats[0]) return;
    const { staffId } = one;
    const claimed = await tell({ kind: 'claim', chat: chat.chat, staffId, seat: one.seats[0].seat });
    if (claimed.ok) goesOn(chat.chat, staffId);
  }

  async function hasOtherCapacity(): Promise<void> {
    const one = anyOf(here());
    if (one) await tell({ kind: 'set-capacity', staffId: one.staffId, capacity: chance.oneOf([1, 2, 3]) });
  }

  /** A visitor's train goes through a tunnel, or her battery is empty. */
  async function isCutOff(): Promise<void> {
    const chat = anyOf(chats(({ ended, visitor }) => ended === null && visitor.state === 'connected'));
    const back = chance.once(0.3) ? null : chance.about(seconds(40));
    if (chat) await stumbles(chat.chat, back);
  }

  every(minutes(8), createHandOvers(world, chance, goesOn));
  every(minutes(8), takes);
  every(minutes(40), hasOtherCapacity);
  every(minutes(20), isCutOff);
}
