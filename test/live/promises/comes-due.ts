import type { Command, DeadlineCommand } from '@haven/server/desk/commands';
import { deadlineName } from '@haven/server/desk/due';
import type { ChatId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';
import { awaited, KEPT, WRAP_UP } from './ends';
import { AWAITED, counsellorOf, isServed, type Promised, type View } from './view';
import { isDone, type Waits } from './waits';

type Kind = DeadlineCommand['kind'] | 'seat-left' | 'visitor-disconnected';
/** What is still as it was before this came due; false: nothing is. */
type Look<K extends Kind> = (command: Command<K>, view: View, waits: Waits) => string | false;

/** What a node tells itself may be told twice, as where the plan changes just then; nothing is told so often. */
const OVER_AND_OVER = 10;

const isPast = (until: Instant | null | undefined, now: Instant) => typeof until === 'number' && until <= now;

function stillAsked({ chat: id }: { readonly chat: ChatId }, { chats, now }: View): string | false {
  const { transfer, consult } = chats.get(id) ?? {};
  return isPast((transfer ?? consult)?.until, now) && `the question who else comes to ${id} is never over`;
}

const LOOKS: { readonly [K in Kind]?: Look<K> } = {
  'offer-expired': ({ chat }, { chats, now }) =>
    isPast(chats.get(chat)?.ringing?.until, now) && `the offer of ${chat} is never passed on`,
  'next-round': ({ chat: id }, { chats, now }) => {
    const chat = chats.get(id);
    const isOver = chat?.phase === 'waiting' && chat.passed.length > 0 && isPast(chat.nextRoundAt, now);
    return isOver && `whoever declined ${id} is never asked again`;
  },
  'overflow-step': ({ chat: id }, { chats }, { waits }) => {
    const [chat, wait] = [chats.get(id), waits.get(id)];
    const open = chat && wait ? [...wait.due.keys()].filter((item) => !isDone(chat, item)) : [];
    return open.length > 0 && `the step of ${id} to ${open.join(', ')} is never taken`;
  },
  'visitor-grace-over': ({ chat: id }, { chats, now }) => {
    const chat = chats.get(id);
    const since = chat && !chat.ended && chat.visitor.state === 'lost' ? chat.visitor.since : Infinity;
    return chat !== undefined && now >= since + awaited(chat) && `${id}, whose visitor is gone, never ends`;
  },
  'transfer-timeout': stillAsked,
  'consult-timeout': stillAsked,
  'wrap-up-over': ({ chat: id }, { chats, now }) => {
    const { ended, wrapUp } = chats.get(id) ?? {};
    return !!ended && !!wrapUp && now >= ended.at + WRAP_UP && `the wrap-up of ${id} is never over`;
  },
  'retention-over': ({ chat: id }, { chats, now }) => {
    const ended = chats.get(id)?.ended;
    return !!ended && now >= ended.at + KEPT && `${id} is never forgotten`;
  },
  'counsellor-grace-over': ({ staffId }, { staff, chats, now }) => {
    const lost = staff.get(staffId)?.lost;
    const isHers = [...chats.values()].some((chat) => isServed(chat) && counsellorOf(chat) === staffId);
    return !!lost && now >= lost.since + AWAITED && isHers && `the chats of ${staffId} never go on`;
  },
  'duty-turn': ({ staffId }, { staff, now }) =>
    isPast(staff.get(staffId)?.duty.turnsAt, now) && `the shift of ${staffId} never turns`,
  'certificate-over': ({ staffId }, { staff, now }) => {
    const seats = staff.get(staffId)?.seats ?? [];
    const isOver = seats.some(({ certifiedUntil }) => isPast(certifiedUntil, now));
    return isOver && `a certificate of ${staffId} is never over`;
  },
  'alert-attempt': ({ desk }, { tables, now }) =>
    isPast(tables.desks.get(desk)?.alert?.attemptAt, now) && `${desk} never gets to alert its standby`,
  spread: ({ desk }, { tables, now }) =>
    isPast(tables.desks.get(desk)?.spreadFrom, now) && `what holds for ${desk} is never brought to its chats`,
  'seat-left': ({ staffId, seat, connection }, { staff }) => {
    const seats = staff.get(staffId)?.seats ?? [];
    const isKept = seats.some((each) => each.seat === seat && each.connection === connection);
    return isKept && `the seat of ${staffId} is never given up`;
  },
  'visitor-disconnected': ({ chat: id, connection }, { chats }) => {
    const visitor = chats.get(id)?.visitor;
    const isKept = visitor?.state === 'connected' && visitor.connection === connection;
    return isKept && `that the visitor of ${id} is gone is never noted`;
  },
};

const isDeadline = (command: { readonly kind: string }): command is DeadlineCommand =>
  command.kind in LOOKS && command.kind !== 'seat-left' && command.kind !== 'visitor-disconnected';

/**
 * What comes due is done then, by that very act. Otherwise it would be due again at once, and the clock of these weeks,
 * which jumps from one thing that is due to the next, would stand still before anybody saw that it is late.
 */
export function createComesDue(waits: Waits): Promised {
  let told = { at: -Infinity, times: new Map<string, number>() };

  /** Done, and due again at once, and again. */
  function isEndless(name: string, now: Instant): boolean {
    if (told.at !== now) told = { at: now, times: new Map() };
    const times = (told.times.get(name) ?? 0) + 1;
    told.times.set(name, times);
    return times > OVER_AND_OVER;
  }

  return (view) => {
    const { command, result } = view.act;
    const look = (LOOKS as Readonly<Record<string, Look<Kind> | undefined>>)[command.kind];
    if (!result.ok || look === undefined) return [];
    const fault = look(command as Command<Kind>, view, waits);
    if (fault !== false) return [fault];
    const name = isDeadline(command) ? deadlineName(command) : null;
    return name !== null && isEndless(name, view.now) ? [`${name} comes due over and over`] : [];
  };
}
