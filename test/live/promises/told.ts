import type { ChatRecord } from '@haven/server/desk/records';
import type { ChatId, StaffId } from '@haven/shared/ids';
import { counsellorOf, type Promised, type View } from './view';

const key = (chat: ChatId, to: StaffId) => `${chat} at ${to}`;

const factsOf = ({ act: { result } }: View) => (result.ok ? result.value.facts : []);

/** What rings in a console is what rings, unless the node died that was to tell it. */
export function createHeard(): Promised {
  let heard = new Set<string>();
  return (view) => {
    for (const fact of factsOf(view)) {
      if (fact.kind === 'offer') heard.add(key(fact.offer.item.chat, fact.to));
      if (fact.kind === 'offer-withdrawn') heard.delete(key(fact.chat, fact.to));
    }
    const rings = new Set([...view.rings].map(([id, { to }]) => key(id, to)));
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

/** Whoever asked a colleague hears that nothing came of it, unless it was she who ended it. */
export const answered: Promised = (view) => {
  const { command, isCut } = view.act;
  if (isCut) return [];
  const facts = factsOf(view);
  return view.changed.flatMap(({ id, was, is }) => {
    const by = was?.transfer?.by ?? was?.consult?.by;
    const isOver = is?.phase === 'active' && counsellorOf(is) === by && !is.transfer && !is.consult;
    const isHerOwn =
      command.kind === 'transfer-cancel' || (command.kind === 'consult-end' && command.by === by);
    if (!by || !isOver || isHerOwn) return [];
    const kind = was?.transfer ? 'transfer-failed' : 'consult-over';
    const hears = facts.some((fact) => fact.kind === kind && fact.chat === id && fact.to === by);
    return hears ? [] : [`nobody told ${by} that nobody comes to ${id}`];
  });
};

/** Who had a chat, or had joined it, hears that she has it no longer; who was still to come in sees it. */
function toldGone(view: View, id: ChatId, was: ChatRecord, chat: ChatRecord | null): readonly string[] {
  const facts = factsOf(view);
  const gone = was.members.filter(({ staffId }) => !chat?.members.some((one) => one.staffId === staffId));
  const hears = ({ staffId, role }: ChatRecord['members'][number]) =>
    facts.some((fact) => {
      if (fact.kind === 'chat-gone') return fact.chat === id && fact.to === staffId;
      const isSeen = role === 'incoming' && fact.kind === 'chat' && fact.sight.record.chat === id;
      return isSeen && fact.audience.includes(staffId);
    });
  return gone.filter((one) => !hears(one)).map((one) => `nobody told ${one.staffId} that ${id} is gone`);
}

/** Everybody whom a change concerns hears of it: its people, and the visitor of whatever there is to see. */
export const allTold: Promised = (view) => {
  const facts = factsOf(view);
  if (view.act.isCut) return [];
  const faults: string[] = [];
  for (const { id, was, is: chat } of view.changed) {
    if (was === null) continue;
    faults.push(...toldGone(view, id, was, chat));
    if (!chat || seenOf(chat) === seenOf(was)) continue;
    const told = facts.findLast((fact) => fact.kind === 'chat' && fact.sight.record.chat === id);
    const isSeen = told?.kind === 'chat' && seenOf(told.sight.record) === seenOf(chat);
    if (!isSeen) faults.push(`nobody told the visitor of ${id}`);
  }
  return faults;
};
