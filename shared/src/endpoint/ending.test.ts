import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { sanne as sanneKim } from '../crypto/testing/organisation';
import { opening } from './testing/opening';
import { World } from './testing/world';

const sodium = await loadSodium();

test('Noor ends the chat: Sanne is told inside the encryption, and both ends let go', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'ends');
  await talk('Dank je wel', 'Sterkte');
  noor.say('Dag!');
  noor.tell({ type: 'end' });
  await world.pass(1_000);
  expect(noor.ended).toBe(true);
  expect(sanne.texts()).toEqual(['Dank je wel', 'Sterkte', 'Dag!']);
  expect(sanne.state).toMatchObject({ closed: 'ended', link: null });
  sanne.say('Nog iets');
  expect(sanne.refused).toEqual(['chat-over']);
});

test('nobody is there to be told: the page may leave all the same', async () => {
  const world = await World.open(sodium, 'ends alone');
  world.visitor.say('Laat maar');
  world.visitor.tell({ type: 'end' });
  expect(world.visitor.ended).toBe(true);

  const { world: other, noor, sanne } = await opening(sodium, 'ends cut off');
  sanne.disconnect();
  noor.tell({ type: 'end' });
  await other.pass(1_000);
  expect(noor.ended).toBe(false);
  await other.pass(2_000);
  expect(noor.ended).toBe(true);
});

test('the counsellor closes the chat: what had not arrived has failed, and no more is taken', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'closed');
  await talk('Hallo', 'Dag');
  noor.disconnect();
  noor.say('Ik val steeds weg');
  sanne.say('Ik sluit het gesprek');
  await world.pass(500);
  world.desk.end();
  world.announce();
  noor.reconnect();
  await world.pass(2_000);
  expect(noor.state).toMatchObject({ link: null, counsellorTyping: false });
  expect(noor.items.find(({ text }) => text === 'Ik val steeds weg')?.delivery).toBe('failed');
  noor.say('Hallo?');
  expect(noor.refused).toEqual(['chat-over']);
  noor.tell({ type: 'send-again', id: 'visitor:2' });
  expect(noor.items.find(({ text }) => text === 'Ik val steeds weg')?.delivery).toBe('failed');
});

test('too long or empty input is refused and said so, never cut; control characters are left out', async () => {
  const { world, noor, sanne } = await opening(sodium, 'input');
  noor.say('a'.repeat(4_001));
  noor.say(' \n\u0000 ');
  expect(noor.refused).toEqual(['too-long', 'empty']);
  noor.say('a'.repeat(4_000));
  noor.say('\u0007 een\r\ntwee\u001b[31m\tdrie \u202e\ud800');
  sanne.tell({
    type: 'transfer-ask',
    chat: world.desk.id,
    ask: { staffId: sanneKim.staffId, displayName: 'K', deskName: 'A', summary: 'x'.repeat(1_001) },
  });
  expect(sanne.refused).toEqual(['too-long']);
  await world.pass(1_000);
  expect(sanne.texts()).toEqual(['a'.repeat(4_000), 'een\ntwee[31m drie \u202e\ufffd']);
});

test('Sanne’s console forgets the chat: a late frame finds nothing, and a new claim starts clean', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'forgets');
  await talk('Hallo', 'Dag');
  sanne.forget();
  noor.say('Nog iets');
  await world.pass(2_000);
  expect(sanne.texts()).toEqual([]);
});
