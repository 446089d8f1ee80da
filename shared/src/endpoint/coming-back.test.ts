import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { opening } from './testing/opening';

const sodium = await loadSodium();

test('Sanne reloads her tab: the whole conversation is back, and what she types meanwhile comes after it', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'counsellor reloads');
  await talk('Hallo', 'Dag, ik ben Sanne', 'Ik ben bang');
  sanne.reload();
  expect(sanne.state).toMatchObject({ restoring: true, link: { state: 'linking' } });
  sanne.say('Ik ben er nog');
  expect(sanne.items).toMatchObject([{ number: 0, text: 'Ik ben er nog', delivery: 'sending' }]);
  await world.pass(2_000);
  const conversation = ['Hallo', 'Dag, ik ben Sanne', 'Ik ben bang', 'Ik ben er nog'];
  expect(sanne.texts()).toEqual(conversation);
  expect(noor.texts()).toEqual(conversation);
  expect(sanne.items.map(({ id }) => id)).toEqual(['visitor:1', 'sanne:1', 'visitor:2', 'sanne:2']);
  expect(noor.items.map(({ id }) => id)).toEqual(['visitor:1', 'sanne:1', 'visitor:2', 'sanne:2']);
  expect(sanne.items.at(-1)?.delivery).toBe('received');
  expect(sanne.state?.restoring).toBe(false);
});

test('Noor’s phone throws the page away: the counsellor’s client sends everything back', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'visitor reloads');
  await talk('Hallo', 'Dag, ik ben Sanne', 'Ik ben bang');
  const before = noor.kept;
  noor.reload();
  expect(noor.kept?.seed).toBe(before?.seed);
  expect(noor.state).toMatchObject({ restoring: true });
  noor.say('Ik was even weg');
  await world.pass(2_000);
  const conversation = ['Hallo', 'Dag, ik ben Sanne', 'Ik ben bang', 'Ik was even weg'];
  expect(noor.texts()).toEqual(conversation);
  expect(sanne.texts()).toEqual(conversation);
  expect(noor.items.map(({ id }) => id)).toEqual(['visitor:1', 'sanne:1', 'visitor:2', 'visitor:3']);
  expect(noor.items.map(({ delivery }) => delivery)).toEqual(['received', null, 'received', 'received']);
  expect(noor.state?.restoring).toBe(false);
});

test('an epoch is kept before the hello that uses it leaves', async () => {
  const { world, noor } = await opening(sodium, 'kept first');
  expect(noor.kept?.epoch).toBe(world.desk.epoch);
  noor.reload();
  await world.pass(5);
  expect(noor.kept?.epoch).toBe(world.desk.epoch + 1);
});

test('both are cut off for half a minute and type: nothing is lost and one order results', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'both cut');
  await talk('Hallo', 'Dag');
  noor.disconnect();
  sanne.disconnect();
  for (const [index, page] of [noor, sanne, noor, sanne].entries()) {
    page.say(`blind ${index}`);
    await world.pass(7_000);
  }
  expect(noor.items.map(({ delivery }) => delivery)).toEqual(['received', null, 'sending', 'sending']);
  noor.reconnect();
  await world.pass(2_000);
  sanne.reconnect();
  await world.pass(5_000);
  expect(new Set(noor.texts())).toEqual(
    new Set(['Hallo', 'Dag', 'blind 0', 'blind 1', 'blind 2', 'blind 3']),
  );
  expect(sanne.texts()).toEqual(noor.texts());
  expect([...noor.items, ...sanne.items].map(({ delivery }) => delivery)).not.toContain('sent');
});

test('Sanne continues in a second tab; the first one shows no link and does not fight for it', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'second tab');
  await talk('Hallo', 'Dag');
  const second = await sanne.openTab();
  await world.pass(1_000);
  expect(second.state).toMatchObject({ link: null });
  second.continueHere();
  await world.pass(2_000);
  expect(second.texts()).toEqual(['Hallo', 'Dag']);
  expect(sanne.state?.link).toBeNull();
  sanne.say('Uit het verkeerde venster');
  second.say('Ik zit nu hier');
  noor.say('Goed');
  await world.pass(60_000);
  expect(noor.texts()).toEqual(['Hallo', 'Dag', 'Goed', 'Ik zit nu hier']);
  expect(noor.state?.link?.state).toBe('secure');
  expect(sanne.linksWanted).toBe(0);

  // Both tabs have written a second message; neither may take the other's for its own.
  sanne.continueHere();
  await world.pass(2_000);
  const conversation = ['Hallo', 'Dag', 'Goed', 'Ik zit nu hier', 'Uit het verkeerde venster'];
  expect(noor.texts()).toEqual(conversation);
  expect(sanne.texts()).toEqual(conversation);
  expect(sanne.items.at(-1)?.delivery).toBe('received');
});

test('both reload at once: the chat goes on, empty', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'both reload');
  await talk('Hallo', 'Dag');
  noor.reload();
  sanne.reload();
  await world.pass(20_000);
  expect(noor.texts()).toEqual([]);
  await talk('Ben je er nog?', 'Ja');
  expect(noor.texts()).toEqual(['Ben je er nog?', 'Ja']);
  expect(sanne.texts()).toEqual(['Ben je er nog?', 'Ja']);
});

test('a long history comes back whole', async () => {
  const { world, noor, sanne } = await opening(sodium, 'long history');
  const long = Array.from({ length: 12 }, (_, index) => `${index} ${'é'.repeat(3_900)}`);
  for (const text of long) {
    noor.say(text);
    await world.pass(300);
  }
  sanne.reload();
  await world.pass(5_000);
  expect(sanne.texts()).toEqual(long);
  noor.reload();
  await world.pass(5_000);
  expect(noor.texts()).toEqual(long);
});
