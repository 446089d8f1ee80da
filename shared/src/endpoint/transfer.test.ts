import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import type { ShareChoice } from '../protocol/content';
import { opening } from './testing/opening';

const sodium = await loadSodium();
const PAST = ['Hallo', 'Dag, ik ben Sanne', 'Hij heeft een sleutel'];

/** Noor has told Sanne something, and Sanne asks whether Karim may go on. */
const asked = async (label: string) => {
  const all = await opening(sodium, label);
  await all.talk(...PAST);
  all.sanne.handOver(all.karim, 'Zij wil weg voor zes uur.');
  await all.world.pass(1_000);
  const choose = (choice: ShareChoice | null): void =>
    all.noor.tell({ type: 'share', staffId: all.karim.staffId, choice });
  return { ...all, choose };
};

test('Sanne asks to hand over: Noor sees to whom and the summary, and nothing happens before she answers', async () => {
  const { world, noor, karim } = await asked('asked');
  expect(noor.state).toMatchObject({
    ask: { staffId: 'karim', deskName: 'Almere', summary: 'Zij wil weg voor zes uur.' },
    handingOver: null,
  });
  await world.pass(60_000);
  expect(karim.texts()).toEqual([]);
  expect(karim.state?.link?.state).toBe('linking');
});

test.each<[ShareChoice, readonly string[], boolean]>([
  ['nothing', [], false],
  ['summary', [], true],
  ['conversation', PAST, false],
])('Noor shares %s with Karim', async (choice, seen, summarised) => {
  const { world, noor, sanne, karim, choose } = await asked(`shares ${choice}`);
  choose(choice);
  noor.say('Dag Karim');
  await world.pass(3_000);
  expect(world.desk.members).toMatchObject([{ staffId: 'karim', role: 'counsellor' }]);
  expect(noor.state).toMatchObject({
    counsellor: { staffId: 'karim', displayName: 'Karim' },
    link: { state: 'secure' },
    ask: null,
    handingOver: null,
  });
  expect(karim.texts()).toEqual([...seen, 'Dag Karim']);
  expect(karim.state).toMatchObject({
    sharedWithMe: choice,
    summary: summarised ? { author: 'sanne', text: 'Zij wil weg voor zes uur.' } : null,
  });
  expect(sanne.state).toMatchObject({ closed: 'transferred', link: null, transferAnswer: { choice } });

  karim.say('Dag, ik ben Karim');
  await world.pass(500);
  noor.say('Kun jij helpen?');
  await world.pass(1_000);
  expect(karim.texts()).toEqual([...seen, 'Dag Karim', 'Dag, ik ben Karim', 'Kun jij helpen?']);
  expect(noor.texts()).toEqual([...PAST, 'Dag Karim', 'Dag, ik ben Karim', 'Kun jij helpen?']);
  expect(sanne.everShown).toEqual(new Set(PAST));
  expect(noor.items.every(({ delivery }) => delivery === null || delivery === 'received')).toBe(true);
});

test('Noor stays with Sanne', async () => {
  const { world, noor, sanne, karim, choose, talk } = await asked('stays');
  choose(null);
  await world.pass(1_000);
  expect(world.desk.members).toMatchObject([{ staffId: 'sanne' }]);
  expect(sanne.state?.transferAnswer).toEqual({ choice: null });
  expect(noor.state).toMatchObject({ ask: null, handingOver: null, counsellor: { staffId: 'sanne' } });
  await talk('Liever met jou', 'Goed');
  expect(sanne.texts()).toEqual([...PAST, 'Liever met jou', 'Goed']);
  expect(karim.everShown).toEqual(new Set());
});

test('what was shared stays so when Karim reloads: no more, no less', async () => {
  const { world, noor, karim, choose } = await asked('colleague reloads later');
  choose('summary');
  await world.pass(3_000);
  noor.say('Dag Karim');
  await world.pass(1_000);
  karim.reload();
  await world.pass(3_000);
  expect(karim.texts()).toEqual(['Dag Karim']);
  expect(karim.state).toMatchObject({ sharedWithMe: 'summary', summary: { author: 'sanne' } });
  expect(noor.texts()).toEqual([...PAST, 'Dag Karim']);
});

test('the relay loses its memory just when Noor agrees: on her new link, too, Sanne is told nothing more', async () => {
  const { world, noor, sanne, karim, choose } = await asked('memory lost meanwhile');
  karim.disconnect();
  choose('nothing');
  noor.say('Alleen voor Karim');
  world.ring.forget();
  await world.pass(10_000);
  expect(sanne.state?.link?.state).toBe('secure');
  karim.reconnect();
  await world.pass(60_000);
  expect(karim.texts()).toEqual(['Alleen voor Karim']);
  expect(sanne.everShown).toEqual(new Set(PAST));
});

test('Sanne thinks better of it while Noor’s client is still linking: Noor’s words go to Sanne after all', async () => {
  const { world, noor, sanne, karim, choose } = await asked('called off');
  karim.disconnect();
  choose('conversation');
  noor.say('Voor wie is dit?');
  await world.pass(5_000);
  expect(noor.state?.handingOver).toMatchObject({ staffId: 'karim' });
  expect(sanne.texts()).toEqual(PAST);
  expect(noor.items.at(-1)?.delivery).toBe('sending');
  sanne.tell({ type: 'transfer-cancel', chat: world.desk.id });
  world.desk.callOff();
  world.announce();
  await world.pass(2_000);
  expect(noor.state).toMatchObject({ handingOver: null, counsellor: { staffId: 'sanne' } });
  expect(sanne.texts()).toEqual([...PAST, 'Voor wie is dit?']);
  karim.reconnect();
  await world.pass(30_000);
  expect(karim.texts()).toEqual([]);
});

test('a colleague whose device is not vouched for gets nothing; Noor is told and stays with Sanne', async () => {
  const { world, noor, sanne, karim, choose } = await asked('colleague not vouched for');
  world.alter = (frame) =>
    world.typeOf(frame) === 'offer' ? `${frame.slice(0, -20)}${'A'.repeat(20)}` : frame;
  choose('conversation');
  noor.say('En nu?');
  await world.pass(3_000);
  expect(noor.state).toMatchObject({
    handOverFault: 'not-vouched-for',
    handingOver: null,
    counsellor: { staffId: 'sanne' },
    link: { state: 'secure' },
  });
  expect(world.desk.members).toMatchObject([{ staffId: 'sanne' }]);
  expect(sanne.texts()).toEqual([...PAST, 'En nu?']);
  expect(karim.texts()).toEqual([]);
});

test('only the one whom Sanne named inside the encryption is linked, whoever the relay puts forward', async () => {
  const { world, noor, sanne, karim } = await opening(sodium, 'not named');
  world.desk.ask(karim.staffId);
  world.desk.claim(karim.staffId, karim.seat);
  karim.tell({ type: 'chat', chat: world.desk.staffView() });
  world.announce();
  noor.tell({ type: 'share', staffId: karim.staffId, choice: 'conversation' });
  noor.say('Alleen voor Sanne');
  await world.pass(10_000);
  expect(noor.state).toMatchObject({ ask: null, handingOver: null, counsellor: { staffId: 'sanne' } });
  expect(sanne.texts()).toEqual(['Alleen voor Sanne']);
  expect(karim.texts()).toEqual([]);
});

test('Sanne’s tab is gone when Noor agrees: the transfer does not wait for it', async () => {
  const { world, noor, sanne, karim, choose } = await asked('counsellor gone');
  sanne.disconnect();
  choose('conversation');
  noor.say('Dag Karim');
  await world.pass(15_000);
  expect(world.desk.members).toMatchObject([{ staffId: 'karim', role: 'counsellor' }]);
  expect(karim.texts()).toEqual([...PAST, 'Dag Karim']);
});

test('a word that Sanne never got and Karim may not see has failed, until Noor sends it again', async () => {
  const { world, noor, sanne, karim, choose } = await asked('unheard word');
  sanne.disconnect();
  noor.say('Nog gauw iets voor Sanne');
  await world.pass(500);
  choose('nothing');
  await world.pass(15_000);
  const failed = noor.items.at(-1);
  expect(failed).toMatchObject({ text: 'Nog gauw iets voor Sanne', delivery: 'failed' });
  expect(karim.texts()).toEqual([]);
  noor.say('Dag Karim');
  noor.tell({ type: 'send-again', id: failed?.id ?? '' });
  await world.pass(1_000);
  expect(karim.texts()).toEqual(['Dag Karim', 'Nog gauw iets voor Sanne']);
  expect(noor.texts().slice(-2)).toEqual(['Dag Karim', 'Nog gauw iets voor Sanne']);
});

test('the chat comes back to Sanne, who reloaded meanwhile: her new words are not taken for her old ones', async () => {
  const { world, noor, sanne, karim, choose } = await asked('there and back');
  choose('nothing');
  await world.pass(8_000);
  karim.say('Dag');
  await world.pass(500);
  sanne.forget();
  karim.handOver(sanne);
  await world.pass(1_000);
  noor.tell({ type: 'share', staffId: sanne.staffId, choice: 'nothing' });
  await world.pass(8_000);
  sanne.say('Daar ben ik weer');
  await world.pass(1_000);
  expect(noor.texts().at(-1)).toBe('Daar ben ik weer');
  expect(sanne.items.at(-1)).toMatchObject({ text: 'Daar ben ik weer', delivery: 'received', id: 'sanne:2' });
});
