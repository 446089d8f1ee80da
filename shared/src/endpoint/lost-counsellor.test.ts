import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import type { ShareChoice } from '../protocol/content';
import { opening } from './testing/opening';

const sodium = await loadSodium();

/** Sanne's connection is gone for good, Noor waits again and writes, and Karim takes the chat. */
const takenOver = async (label: string) => {
  const all = await opening(sodium, label);
  const { world, noor, sanne, karim } = all;
  await all.talk('Hallo', 'Dag, ik ben Sanne', 'Hij heeft een sleutel');
  sanne.disconnect();
  noor.say('Sanne?');
  await world.pass(30_000);
  world.desk.loseCounsellor();
  world.announce();
  await world.pass(1_000);
  noor.say('Is er nog iemand?');
  karim.claim();
  await world.pass(2_000);
  const choose = (choice: ShareChoice): void => noor.tell({ type: 'share', staffId: karim.staffId, choice });
  return { ...all, choose };
};

test('nothing old is shared before Noor answers; new words go through', async () => {
  const { world, noor, karim } = await takenOver('before the answer');
  expect(noor.state).toMatchObject({
    counsellor: { staffId: 'karim' },
    link: { state: 'secure' },
    shareWith: { staffId: 'karim', displayName: 'Karim' },
  });
  noor.say('Wie bent u?');
  karim.say('Ik ben Karim');
  await world.pass(1_000);
  expect(karim.texts()).toEqual(['Is er nog iemand?', 'Wie bent u?', 'Ik ben Karim']);
  expect(karim.state?.sharedWithMe).toBe('nothing');
  // Sent to Sanne, never acknowledged: it is neither new nor lost.
  expect(noor.items.find(({ text }) => text === 'Sanne?')?.delivery).toBe('sent');
});

test('she shares the conversation: Karim reads it before what he has heard since, in Noor’s order', async () => {
  const { world, noor, karim, choose } = await takenOver('shares all');
  karim.say('Ik ben Karim');
  await world.pass(500);
  choose('conversation');
  noor.say('Zo, nu weet u het');
  await world.pass(1_000);
  expect(karim.texts()).toEqual(noor.texts());
  expect(karim.texts()).toEqual([
    'Hallo',
    'Dag, ik ben Sanne',
    'Hij heeft een sleutel',
    'Sanne?',
    'Is er nog iemand?',
    'Ik ben Karim',
    'Zo, nu weet u het',
  ]);
  expect(karim.state?.sharedWithMe).toBe('conversation');
  expect(noor.state?.shareWith).toBeNull();
  expect(noor.items.every(({ delivery }) => delivery === null || delivery === 'received')).toBe(true);
});

test('the conversation reaches him whole even when his tab reloads in the middle of it', async () => {
  const { world, noor, karim, choose } = await takenOver('reload while sharing');
  choose('conversation');
  await world.pass(30);
  karim.reload();
  await world.pass(5_000);
  expect(karim.texts()).toEqual(noor.texts());
});

test('and when the link breaks before he has it', async () => {
  const { world, noor, karim, choose } = await takenOver('break while sharing');
  karim.say('Ik ben Karim');
  await world.pass(500);
  world.withhold = (frame) => world.typeOf(frame) === 'message';
  choose('conversation');
  await world.pass(1_000);
  world.withhold = () => false;
  world.ring.forget();
  noor.say('Heeft u het?');
  await world.pass(20_000);
  expect(karim.texts()).toEqual(noor.texts());
});

test('she shares nothing: what Sanne may not have read has failed and can be sent again', async () => {
  const { world, noor, karim, choose } = await takenOver('shares nothing');
  choose('nothing');
  await world.pass(1_000);
  const unheard = noor.items.find(({ text }) => text === 'Sanne?');
  expect(unheard?.delivery).toBe('failed');
  expect(karim.texts()).toEqual(['Is er nog iemand?']);
  noor.tell({ type: 'send-again', id: unheard?.id ?? '' });
  await world.pass(1_000);
  expect(karim.texts()).toEqual(['Is er nog iemand?', 'Sanne?']);
});

test('Sanne herself comes back and claims: no question is asked and nothing is missing', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'comes back');
  await talk('Hallo', 'Dag');
  sanne.disconnect();
  noor.say('Ben je daar?');
  await world.pass(30_000);
  world.desk.loseCounsellor();
  world.announce();
  await world.pass(60_000);
  sanne.reconnect();
  sanne.claim();
  await world.pass(3_000);
  expect(noor.state?.shareWith).toBeNull();
  await talk('Gelukkig', 'Sorry, mijn verbinding');
  expect(sanne.texts()).toEqual(['Hallo', 'Dag', 'Ben je daar?', 'Gelukkig', 'Sorry, mijn verbinding']);
  expect(noor.texts()).toEqual(sanne.texts());
});
