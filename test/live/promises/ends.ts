import type { ChatRecord } from '@haven/server/desk/records';
import type { ChatId } from '@haven/shared/ids';
import { type Instant, minutes, seconds } from '@haven/shared/units';
import { counsellorOf, createPatience, isInQueue, isServed, MOMENT, type Promised, type View } from './view';

export const WRAP_UP = minutes(5);
export const KEPT = minutes(10);
const ANSWER = minutes(3);
/** So long is a visitor without a connection awaited. */
export const awaited = (chat: ChatRecord) => (isInQueue(chat) ? seconds(45) : minutes(5));

/** Who has said yes to come in, and waits for the visitor to say so too. */
function acceptanceOf({ chat, transfer, consult }: ChatRecord): string | null {
  const asked = transfer ?? consult;
  return asked?.state === 'accepted' ? `${chat} ${asked.to}` : null;
}

/** Her wrap-up begins with the end of the chat, and ends after five minutes, or when she says so. */
function wrapUps({ act: { command }, now }: View, was: ChatRecord, chat: ChatRecord): readonly string[] {
  const who = counsellorOf(was);
  const faults: string[] = [];
  if (isServed(was) && chat.ended && chat.wrapUp?.staffId !== who) faults.push(`${chat.chat} has no wrap-up`);
  const isEarly = was.wrapUp && !chat.wrapUp && was.ended && now < was.ended.at + WRAP_UP;
  if (isEarly && command.kind !== 'finish-wrap-up') faults.push(`the wrap-up of ${chat.chat} was cut short`);
  return faults;
}

/** What is to end ends, and nothing before its time: chats whose visitor is gone, wrap-ups, and what is known of a chat. */
export function createEnds(): Promised {
  const lostSince = new Map<ChatId, Instant>();
  const acceptedSince = new Map<string, Instant>();
  const isTooLong = createPatience();

  /** By what the connections say. */
  function follow({ act: { command, result }, before, now }: View): void {
    if (!result.ok) return;
    if (command.kind === 'visitor-connected') lostSince.delete(command.chat);
    if (command.kind !== 'visitor-disconnected') return;
    const visitor = before.get(command.chat)?.visitor;
    if (visitor?.state === 'connected' && visitor.connection === command.connection)
      lostSince.set(command.chat, now);
  }

  /** Of the chats that wait for something; most do not. */
  function overdue({ chats, now }: View): ReadonlySet<string> {
    const wrong = new Set<string>();
    for (const [id, { ended, wrapUp }] of chats) {
      if (ended && now >= ended.at + KEPT) wrong.add(`${id} is known`);
      if (ended && wrapUp && now >= ended.at + WRAP_UP) wrong.add(`${id} is wrapped up`);
    }
    for (const [id, since] of lostSince) {
      const chat = chats.get(id);
      if (chat && !chat.ended && now >= since + awaited(chat)) wrong.add(`${id} waits for nobody`);
    }
    for (const [answer, since] of acceptedSince) {
      if (now >= since + ANSWER) wrong.add(`${answer} waits for its visitor`);
    }
    return wrong;
  }

  function ends(view: View, was: ChatRecord, chat: ChatRecord | null): readonly string[] {
    const { now } = view;
    if (chat === null) {
      const isDue = was.ended !== null && now >= was.ended.at + KEPT;
      return isDue ? [] : [`${was.chat} is forgotten`];
    }
    const since = lostSince.get(was.chat);
    const isEarly = since === undefined || now < since + awaited(was);
    const isGivenUp = !was.ended && chat.ended?.reason === 'lost' && isEarly;
    return [...wrapUps(view, was, chat), ...(isGivenUp ? [`${was.chat} was given up early`] : [])];
  }

  /** A colleague has said yes, and now it is for the visitor to say. */
  function answers(
    { act: { command }, now }: View,
    was: ChatRecord | null,
    chat: ChatRecord | null,
  ): boolean {
    const [old, is] = [was && acceptanceOf(was), chat && acceptanceOf(chat)];
    if (old === is) return true;
    if (is) acceptedSince.set(is, now);
    const since = old ? (acceptedSince.get(old) ?? now) : now;
    if (old) acceptedSince.delete(old);
    const isExpiry = command.kind === 'transfer-timeout' || command.kind === 'consult-timeout';
    return !(old && isExpiry && now < since + ANSWER);
  }

  return (view) => {
    follow(view);
    const faults: string[] = [];
    for (const { id, was, is } of view.changed) {
      if (!answers(view, was, is)) faults.push(`${id} had time to answer`);
      if (was) faults.push(...ends(view, was, is));
      if (is === null) lostSince.delete(id);
    }
    const late = isTooLong(overdue(view), view.now, MOMENT + view.grace);
    return [...faults, ...late.map((each) => `${each} for too long`)];
  };
}
