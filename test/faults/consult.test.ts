import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HouseOfTwo, meet, openHouseOfTwo } from '../support/house';
import { until } from '../support/until';

let house: HouseOfTwo;
beforeEach(async () => {
  house = await openHouseOfTwo();
});
afterEach(() => house.stop());

/** Sanne's chat, on the second node, into which Karim was let, on the first; everybody has a way to both. */
async function threeTogether() {
  const urlOf = async (first: 0 | 1) => (await house.two.path(first)).url;
  const sanne = await house.counsellor('sanne', { url: await urlOf(1), presence: 'busy' });
  const karim = await house.counsellor('karim', { url: await urlOf(0), presence: 'busy' });
  const visitor = await house.visitorFor(sanne, { url: await urlOf(0) });
  await meet(visitor, sanne);
  const { chat } = visitor.view();
  const asked = sanne.askConsult(chat, karim);
  await until('it rings at Karim', () => karim.offers().some(({ item }) => item.chat === chat));
  expect(await karim.claim(chat)).toBeNull();
  expect(await asked).toBeNull();
  await until('the visitor is asked', () => visitor.state()?.joinAsk?.staffId === karim.staffId);
  visitor.share(karim.staffId, 'nothing');
  await until('Karim is in', () => visitor.state()?.joined?.here === true);
  await until('the desk knows', () => sanne.chat(chat)?.consult?.state === 'joined');
  return { chat, visitor, sanne, karim };
}

const FAULTS = {
  'the node of visitor and colleague dies': () => house.two.nodes[0].kill9(),
  'Redis forgets everything': () => house.two.redis.empty(),
} as const;

describe('something fails while somebody has joined', () => {
  test.each(Object.keys(FAULTS) as (keyof typeof FAULTS)[])(
    '%s: all three go on, and nobody reads more than was shared',
    async (fault) => {
      const { chat, visitor, sanne, karim } = await threeTogether();
      await FAULTS[fault]();
      visitor.write('Zijn jullie er nog?');
      sanne.write(chat, 'Ik wel.');
      const texts = () => [visitor.texts(), sanne.texts(chat), karim.texts(chat)];
      const within = { within: 90_000, seen: () => [texts(), visitor.view(), visitor.state()] };
      await until(
        'Karim has read both',
        () => ['Zijn jullie er nog?', 'Ik wel.'].every((text) => karim.texts(chat).includes(text)),
        within,
      );
      karim.write(chat, 'Ik ook.');
      await until('everybody reads Karim', () => texts().every((shown) => shown.includes('Ik ook.')), within);
      expect(new Set(visitor.texts()).size).toBe(5);
      expect(visitor.texts()).toHaveLength(5);
      expect([...sanne.texts(chat)].toSorted()).toEqual([...visitor.texts()].toSorted());
      expect([...karim.everShown()].toSorted()).toEqual(['Ik ook.', 'Ik wel.', 'Zijn jullie er nog?']);
      expect(visitor.view().members).toMatchObject([
        { staffId: 'sanne', role: 'counsellor' },
        { staffId: 'karim', role: 'joined' },
      ]);
    },
  );
});
