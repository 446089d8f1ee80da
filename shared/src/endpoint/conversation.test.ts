import { expect, test, vi } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { sanne } from '../crypto/testing/organisation';
import { World } from './testing/world';

const sodium = await loadSodium();

test('Noor writes while she waits, Sanne answers, and both see one conversation', async () => {
  const world = await World.open(sodium, 'Noor and Sanne');
  const { visitor } = world;
  const counsellor = await world.hire(sanne);
  visitor.say('Is daar iemand?');
  await world.pass(1000);
  expect(visitor.items).toMatchObject([{ id: 'visitor:1', text: 'Is daar iemand?', delivery: 'sending' }]);
  expect(visitor.state?.counsellor).toBeNull();

  counsellor.claim();
  await world.pass(2000);
  expect(visitor.state).toMatchObject({
    counsellor: { staffId: 'sanne', displayName: 'Sanne', role: 'counsellor' },
    link: { state: 'secure', fault: null },
  });
  await vi.waitFor(() => expect(visitor.state?.link?.words).toHaveLength(6));
  await vi.waitFor(() => expect(counsellor.state?.link?.words).toHaveLength(6));
  expect(counsellor.state?.link?.words).toEqual(visitor.state?.link?.words);
  expect(counsellor.texts()).toEqual(['Is daar iemand?']);

  counsellor.say('Ja, ik ben Sanne. Ben je nu veilig?');
  await world.pass(1000);
  visitor.say('Hij is weg tot zes uur.');
  await world.pass(1000);
  const conversation = ['Is daar iemand?', 'Ja, ik ben Sanne. Ben je nu veilig?', 'Hij is weg tot zes uur.'];
  expect(visitor.texts()).toEqual(conversation);
  expect(counsellor.texts()).toEqual(conversation);
  expect(visitor.items.map((item) => item.delivery)).toEqual(['received', null, 'received']);
  expect(counsellor.items.map((item) => item.delivery)).toEqual([null, 'received', null]);
  expect(counsellor.state).toMatchObject({ restoring: false, closed: null, sharedWithMe: null });
});
