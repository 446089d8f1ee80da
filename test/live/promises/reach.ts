import type { ChatRecord, StaffRecord } from '@haven/server/desk/records';
import type { ChatId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import type { People } from './people';
import type { Service, Shifts } from './shifts';
import { type Item, ROUND, type Wait, type Waits } from './waits';

/** Whether a chat has come as far as somebody, by the waits, the roster, and who is here. */
export function createReach({ waitOf }: Waits, { serves }: Shifts, { mayAnswer }: People) {
  const hasBy = (wait: Wait | undefined, known: Instant) => (item: Item) =>
    (wait?.due.get(item) ?? Infinity) <= known;

  /** As a chat that rings. */
  function comesTo(
    one: StaffRecord,
    service: Service,
    { answers }: ChatRecord,
    has: (item: Item) => boolean,
  ) {
    if (service.kind === 'standby') return has('standby');
    const isReached = has('everyone') || service.desks.some((desk) => has(`desk ${desk}`));
    return isReached && (has('any-language') || one.languages.includes(answers.language));
  }

  /** Her service, if anything at all may ring at her. */
  const serviceOf = ({ staffId, presence }: StaffRecord, now: Instant): Service | null =>
    presence === 'available' && mayAnswer(staffId, now) ? serves(staffId, now) : null;

  function mayRing(chat: ChatRecord, one: StaffRecord, now: Instant, known = now): boolean {
    const [wait, service] = [waitOf(chat.chat), serviceOf(one, now)];
    if (!wait || !service || service.isEnding) return false;
    const { declined } = wait;
    const passes = declined?.who.has(one.staffId) === true && known < declined.last + ROUND;
    return !passes && comesTo(one, service, chat, hasBy(wait, known));
  }

  return {
    /** Whether this chat may ring at her now, should she be free; `known`: and might have until then already. */
    mayRing,
    /** Whether it may ring on at her. */
    mayRingOn: (chat: ChatRecord, one: StaffRecord, now: Instant): boolean => {
      const service = serviceOf(one, now);
      return service !== null && comesTo(one, service, chat, hasBy(waitOf(chat.chat), now));
    },
    /** Whether she may take it by hand: off duty too, what reaches everyone. */
    mayTake: (chat: ChatId, { staffId }: StaffRecord, now: Instant): boolean => {
      const has = hasBy(waitOf(chat), now);
      const service = serves(staffId, now);
      if (has('everyone') || (service?.kind === 'standby' && has('standby'))) return true;
      return service?.kind === 'duty' && service.desks.some((desk) => has(`desk ${desk}`));
    },
  };
}
export type Reach = ReturnType<typeof createReach>;
