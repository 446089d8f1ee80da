import type { ChatRecord } from '@haven/server/desk/records';
import type { ChatId } from '@haven/shared/ids';
import { type Instant, minutes, seconds } from '@haven/shared/units';
import { counsellorOf, createPatience, isInQueue, isServed, MOMENT, type Promised, type View } from './view';

const WRAP_UP = minutes(5);
const KEPT = minutes(10);
const ANSWER = minutes(3);
/** So long is a visitor without a connection awaited. */
const awaited = (chat: ChatRecord) => (isInQueue(chat) ? seconds(45) : minutes(5));

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

  function overdue(id: ChatId, chat: ChatRecord, now: Instant): readonly string[] {
    const asked = chat.transfer ?? chat.consult;
    const answer = asked?.state === 'accepted' ? `${id} ${asked.to}` : null;
    if (answer && !acceptedSince.has(answer)) acceptedSince.set(answer, now);
    const since = lostSince.get(id);
    return [
      ...(answer && now >= (acceptedSince.get(answer) ?? now) + ANSWER
        ? [`${answer} waits for its visitor`]
        : []),
      ...(since !== undefined && !chat.ended && now >= since + awaited(chat)
        ? [`${id} waits for nobody`]
        : []),
      ...(chat.ended && now >= chat.ended.at + KEPT ? [`${id} is still known`] : []),
      ...(chat.ended && chat.wrapUp && now >= chat.ended.at + WRAP_UP ? [`${id} is still wrapped up`] : []),
    ];
  }

  return (view) => {
    const { act, chats, before, now, grace } = view;
    follow(view);
    const faults: string[] = [];
    const wrong = new Set<string>();
    const accepted = new Set<string>();
    for (const [id, chat] of chats) {
      for (const each of overdue(id, chat, now)) wrong.add(each);
      const asked = chat.transfer ?? chat.consult;
      if (asked?.state === 'accepted') accepted.add(`${id} ${asked.to}`);
      const was = before.get(id);
      if (!was || was === chat) continue;
      faults.push(...wrapUps(view, was, chat));
      const since = lostSince.get(id);
      const isEarly = since === undefined || now < since + awaited(was);
      if (!was.ended && chat.ended?.reason === 'lost' && isEarly) faults.push(`${id} was given up early`);
    }
    for (const [id, { ended }] of before) {
      if (chats.has(id)) continue;
      lostSince.delete(id);
      if (ended === null || now < ended.at + KEPT) faults.push(`${id} is forgotten`);
    }
    for (const [each, since] of acceptedSince) {
      if (accepted.has(each)) continue;
      acceptedSince.delete(each);
      const isExpiry = act.command.kind === 'transfer-timeout' || act.command.kind === 'consult-timeout';
      if (isExpiry && now < since + ANSWER) faults.push(`${each} had time to answer`);
    }
    return [...faults, ...isTooLong(wrong, now, MOMENT + grace).map((each) => `${each} for too long`)];
  };
}
