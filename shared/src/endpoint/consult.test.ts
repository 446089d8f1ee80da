import { expect, test } from 'vitest';
import { loadSodium } from '../crypto/sodium';
import { fatma } from '../crypto/testing/organisation';
import type { JoinChoice } from '../protocol/content';
import { opening } from './testing/opening';

const sodium = await loadSodium();
const PAST = ['Hallo', 'Dag, ik ben Sanne', 'Hij heeft een sleutel'];

/** Noor has told Sanne something, and Sanne asks whether Karim may join. */
const asked = async (label: string) => {
  const all = await opening(sodium, label);
  await all.talk(...PAST);
  all.sanne.consult(all.karim);
  await all.world.pass(1_000);
  const choose = (choice: JoinChoice | null): void =>
    all.noor.tell({ type: 'share', staffId: all.karim.staffId, choice });
  return { ...all, choose };
};

const joined = async (label: string, choice: JoinChoice) => {
  const all = await asked(label);
  all.choose(choice);
  await all.world.pass(3_000);
  return all;
};

const hellos = ({ world }: Awaited<ReturnType<typeof asked>>): number =>
  world.carried.filter((frame) => world.typeOf(frame) === 'hello').length;

test('Sanne asks Karim to join: Noor sees who, and nothing happens before she answers', async () => {
  const all = await asked('asked to join');
  const { world, noor, karim } = all;
  expect(noor.state).toMatchObject({ joinAsk: { staffId: 'karim', role: 'counsellor' }, joined: null });
  const before = hellos(all);
  await world.pass(60_000);
  expect(hellos(all)).toBe(before);
  expect(karim.texts()).toEqual([]);
  expect(karim.state?.link?.state).toBe('linking');
});

test.each<[JoinChoice, readonly string[]]>([
  ['nothing', []],
  ['conversation', PAST],
])('Noor lets Karim in and shares %s: all three write, and everybody reads each', async (choice, seen) => {
  const { world, noor, sanne, karim } = await joined(`joins with ${choice}`, choice);
  expect(world.desk.members).toMatchObject([
    { staffId: 'sanne', role: 'counsellor' },
    { staffId: 'karim', role: 'joined' },
  ]);
  const both = [{ staffId: 'sanne' }, { staffId: 'karim', displayName: 'Karim' }];
  expect(noor.state).toMatchObject({
    counsellor: { staffId: 'sanne' },
    joinAsk: null,
    joined: { staffId: 'karim', displayName: 'Karim', here: true },
  });
  expect(sanne.state).toMatchObject({ joinAnswer: { choice }, present: both, closed: null });
  expect(karim.state).toMatchObject({ sharedWithMe: choice, present: both, restoring: false });

  noor.say('Dag Karim');
  await world.pass(500);
  karim.say('Dag, ik ben Karim');
  await world.pass(500);
  sanne.say('Karim kent de opvang');
  await world.pass(500);
  const since = ['Dag Karim', 'Dag, ik ben Karim', 'Karim kent de opvang'];
  expect(noor.texts()).toEqual([...PAST, ...since]);
  expect(sanne.texts()).toEqual([...PAST, ...since]);
  expect(karim.texts()).toEqual([...seen, ...since]);
  expect(sanne.items.at(-2)).toMatchObject({ author: 'karim' });
  expect(karim.items.at(-1)).toMatchObject({ author: 'sanne' });
  for (const { delivery } of [noor, sanne, karim].flatMap((page) => page.items)) {
    expect([null, 'received']).toContain(delivery);
  }
});

test('Noor lets nobody in', async () => {
  const all = await asked('refused');
  const { world, noor, sanne, karim, choose, talk } = all;
  const before = hellos(all);
  choose(null);
  await world.pass(1_000);
  expect(world.desk.members).toMatchObject([{ staffId: 'sanne' }]);
  expect(sanne.state).toMatchObject({ joinAnswer: { choice: null }, present: [] });
  expect(noor.state).toMatchObject({ joinAsk: null, joined: null });
  await talk('Liever met jou', 'Goed');
  expect(hellos(all)).toBe(before);
  expect(karim.everShown).toEqual(new Set());
});

const WAYS_OUT = {
  'Noor sends Karim out': ({ noor }) => noor.tell({ type: 'send-out' }),
  'Sanne has enough': ({ sanne }) => sanne.endConsult(),
  'Karim leaves': ({ karim }) => karim.endConsult(),
  'the relay says that Karim is gone': ({ world }) => {
    world.desk.endConsult();
    world.announce();
  },
  'Sanne asks to hand over to Karim': ({ sanne, karim }) => sanne.handOver(karim),
} satisfies Record<string, (all: Awaited<ReturnType<typeof joined>>) => void>;

test.each(Object.entries(WAYS_OUT))('%s: his link is wiped and everybody sees it', async (label, leave) => {
  const all = await joined(label, 'conversation');
  const { world, noor, sanne, karim } = all;
  leave(all);
  await world.pass(100);
  noor.say('Alleen voor Sanne');
  await world.pass(10_000);
  sanne.say('Ik ben er nog');
  await world.pass(10_000);
  expect(karim.everShown).toEqual(new Set(PAST));
  expect(noor.state?.joined).toBeNull();
  expect(noor.kept?.joined ?? null).toBeNull();
  expect(sanne.state?.present.map(({ staffId }) => staffId)).toEqual(['sanne']);
  expect(karim.state?.link?.state).not.toBe('secure');
  expect(noor.texts()).toEqual([...PAST, 'Alleen voor Sanne', 'Ik ben er nog']);
  expect(sanne.texts()).toEqual(noor.texts());
});

test('Karim leaves and the relay keeps it to itself: Noor sees him go, and he answers no hello', async () => {
  const all = await joined('leaves silently', 'conversation');
  const { world, noor, karim } = all;
  karim.tell({ type: 'leave', chat: world.desk.id });
  await world.pass(1_000);
  expect(noor.state?.joined).toBeNull();
  world.desk.members = world.desk.members.map((member) => ({ ...member, epoch: null }));
  world.announce();
  noor.say('Alleen voor Sanne');
  await world.pass(60_000);
  expect(karim.everShown).toEqual(new Set(PAST));
});

test.each<[string, JoinChoice]>([
  ['Karim reloads', 'nothing'],
  ['Karim reloads', 'conversation'],
  ['Noor reloads', 'nothing'],
  ['Noor reloads', 'conversation'],
  ['Sanne reloads', 'nothing'],
  ['the relay forgets', 'conversation'],
])('%s, who was shown %s: the consult goes on as it was agreed', async (what, choice) => {
  const { world, noor, sanne, karim } = await joined(`${what} ${choice}`, choice);
  karim.say('Dag Noor');
  await world.pass(1_000);
  if (what === 'Karim reloads') karim.reload();
  if (what === 'Noor reloads') noor.reload();
  if (what === 'Sanne reloads') sanne.reload();
  if (what === 'the relay forgets') world.ring.forget();
  await world.pass(30_000);
  sanne.say('We zijn er nog');
  noor.say('Fijn');
  await world.pass(60_000);
  const seen = choice === 'nothing' ? [] : PAST;
  expect(noor.state).toMatchObject({ joined: { staffId: 'karim', displayName: 'Karim', here: true } });
  expect(noor.texts()).toHaveLength(6);
  expect(sanne.texts()).toEqual(noor.texts());
  expect(karim.texts()).toEqual([...seen, ...noor.texts().slice(3)]);
  expect(karim.state).toMatchObject({ sharedWithMe: choice });
  expect(sanne.state?.present).toHaveLength(2);
});

test('Sanne is lost: Karim, who was there beside her, is out, and whoever comes asks anew', async () => {
  const { world, noor, karim } = await joined('the counsellor is lost', 'conversation');
  const other = await world.hire(fatma);
  world.desk.loseCounsellor();
  world.announce();
  await world.pass(1_000);
  noor.say('Is er nog iemand?');
  other.claim();
  await world.pass(10_000);
  expect(noor.state).toMatchObject({ counsellor: { staffId: 'fatma' }, joined: null });
  expect(karim.everShown).toEqual(new Set(PAST));
  expect(karim.state?.link ?? null).toBeNull();
});

test('Karim let himself wait for: after three minutes Noor is told, and the chat goes on', async () => {
  const { world, noor, karim, sanne, choose } = await asked('no answer');
  karim.disconnect();
  choose('conversation');
  await world.pass(4 * 60_000);
  expect(noor.state).toMatchObject({ joined: null, joinFault: 'no-answer', link: { state: 'secure' } });
  noor.say('Dan met z’n tweeën');
  await world.pass(1_000);
  expect(sanne.texts().at(-1)).toBe('Dan met z’n tweeën');
});
