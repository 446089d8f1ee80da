import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HouseOfTwo, meet, openHouseOfTwo, talk } from '../support/house';
import type { Counsellor } from '../support/people/counsellor';
import type { Visitor } from '../support/people/visitor';
import { until } from '../support/until';

let house: HouseOfTwo;
beforeEach(async () => {
  house = await openHouseOfTwo();
});
afterEach(() => house.stop());

type HandOver = { readonly visitor: Visitor; readonly sanne: Counsellor; readonly karim: Counsellor };

/** Everybody has a way to both nodes; the visitor and Karim start on the first, Sanne on the second. */
async function threePeople(): Promise<HandOver> {
  const urlOf = async (first: 0 | 1) => (await house.two.path(first)).url;
  const sanne = await house.counsellor('sanne', { url: await urlOf(1), presence: 'busy' });
  const karim = await house.counsellor('karim', { url: await urlOf(0), presence: 'available' });
  const visitor = await house.visitorFor(sanne, { url: await urlOf(0) });
  await meet(visitor, sanne);
  return { visitor, sanne, karim };
}

async function handOver(
  { visitor, sanne, karim }: HandOver,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const { chat } = visitor.view();
  const asked = sanne.askTransfer(chat, karim, 'Zij zoekt een veilige plek.');
  await until('it rings at Karim', () => karim.offers().some(({ item }) => item.chat === chat));
  expect(await karim.claim(chat)).toBeNull();
  expect(await asked).toBeNull();
  await until('the visitor is asked', () => visitor.state()?.ask?.staffId === karim.staffId);
  await meanwhile();
  visitor.share(karim.staffId, 'conversation');
  await until(
    'the chat is Karim’s',
    () => {
      const [member, ...others] = visitor.view().members;
      return member?.staffId === karim.staffId && member.role === 'counsellor' && others.length === 0;
    },
    { within: 60_000, seen: () => [visitor.view(), visitor.state()] },
  );
}

describe('something fails during a hand-over', () => {
  test('the node of visitor and colleague dies: the colleague takes over with the whole conversation', async () => {
    const people = await threePeople();
    await handOver(people, () => house.two.nodes[0].kill9());
    const { visitor, karim } = people;
    await talk(visitor, karim, 'Dag Karim.', 'Dag, ik heb gelezen wat er is.');
    expect(karim.texts(visitor.view().chat)).toEqual([
      'Is daar iemand?',
      'Ja, ik ben er.',
      'Dag Karim.',
      'Dag, ik heb gelezen wat er is.',
    ]);
  });

  test('after the hand-over Redis loses its memory: the former counsellor does not get the chat back', async () => {
    const people = await threePeople();
    const { visitor, sanne, karim } = people;
    const { chat } = visitor.view();
    const former = sanne.chat(chat)?.capability ?? '';
    await handOver(people, () => Promise.resolve());
    await talk(visitor, karim, 'Alleen voor Karim.', 'Dat blijft tussen ons.');
    await house.two.redis.empty();
    // She comes first, with what she was given while the chat was hers.
    const { seat } = sanne;
    await sanne.port.ask('desk:enter', { seat, presence: 'busy', capacity: null, capabilities: [former] });
    await talk(visitor, karim, 'Bent u er nog?', 'Ja, ik ben er nog.');
    expect(visitor.view().members).toMatchObject([{ staffId: 'karim', role: 'counsellor' }]);
    expect(
      [...sanne.everShown()].filter((text) => text.includes('Karim') || text.includes('tussen')),
    ).toEqual([]);
  });
});
