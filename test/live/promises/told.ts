import type { ChatRecord } from '@haven/server/desk/records';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { counsellorOf, type Promised, ringOf, type View } from './view';

const key = (chat: ChatId, to: StaffId) => `${chat} at ${to}`;

const ringsNow = ({ chats }: View): ReadonlySet<string> =>
  new Set(
    [...chats].flatMap(([id, chat]) => {
      const ring = ringOf(chat);
      return ring ? [key(id, ring.to)] : [];
    }),
  );

const factsOf = ({ act: { result } }: View) => (result.ok ? result.value.facts : []);

/** What rings in a console is what rings, unless the node died that was to tell it. */
export function createHeard(): Promised {
  let heard = new Set<string>();
  return (view) => {
    for (const fact of factsOf(view)) {
      if (fact.kind === 'offer') heard.add(key(fact.offer.item.chat, fact.to));
      if (fact.kind === 'offer-withdrawn') heard.delete(key(fact.chat, fact.to));
    }
    const rings = ringsNow(view);
    // A console looks again by itself.
    if (view.act.isCut) heard = new Set(rings);
    const faults = [
      ...[...heard].filter((ring) => !rings.has(ring)).map((ring) => `${ring} rings in the console only`),
      ...[...rings].filter((ring) => !heard.has(ring)).map((ring) => `${ring} rings in no console`),
    ];
    return faults;
  };
}

/** What a visitor sees of her chat: that it rings is no news to her. */
const seenOf = ({ phase, desk, told, members, ended }: ChatRecord) =>
  JSON.stringify([phase === 'offered' ? 'waiting' : phase, desk, told, members, ended?.reason]);

/** Who had a chat hears that she has it no longer, and its visitor whatever there is to see. */
export const allTold: Promised = (view) => {
  const facts = factsOf(view);
  if (view.act.isCut) return [];
  const faults: string[] = [];
  for (const [id, was] of view.before) {
    const chat = view.chats.get(id);
    const who = counsellorOf(was);
    if (chat === was) continue;
    const isHers = who === null || chat?.members.some(({ staffId }) => staffId === who);
    const hears = facts.some((fact) => fact.kind === 'chat-gone' && fact.chat === id && fact.to === who);
    if (!isHers && !hears) faults.push(`nobody told ${who} that ${id} is hers no longer`);
    if (!chat || seenOf(chat) === seenOf(was)) continue;
    const told = facts.findLast((fact) => fact.kind === 'chat' && fact.sight.record.chat === id);
    const isSeen = told?.kind === 'chat' && seenOf(told.sight.record) === seenOf(chat);
    if (!isSeen) faults.push(`nobody told the visitor of ${id}`);
  }
  return faults;
};
