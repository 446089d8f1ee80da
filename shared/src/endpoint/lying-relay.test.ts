import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import { deterministicRandom } from '../crypto/testing/deterministic-random';
import { loadSodium } from '../crypto/sodium';
import { authority, karim, must, NOON, sanne, staffDevice } from '../crypto/testing/organisation';
import { days, hours } from '../units';
import { opening } from './testing/opening';
import { World } from './testing/world';

/** Many handshakes; on a busy machine they take their time. */
const PATIENTLY = { timeout: 180_000 };
const sodium = await loadSodium();

const flip = (frame: string, byte: number, bit: number): string => {
  const bytes = must(fromBase64Url(frame));
  const at = byte % bytes.length;
  return toBase64Url(bytes.map((value, index) => (index === at ? value ^ (1 << bit) : value)));
};

/** Noor has written and waits; somebody with this device claims her chat. */
const claimedBy = async (label: string, device: Parameters<World['hire']>[1]) => {
  const world = await World.open(sodium, label);
  const page = await world.hire(sanne, device);
  world.visitor.say('Dit mag alleen Sanne lezen');
  page.claim();
  await world.pass(2_000);
  return { world, noor: world.visitor, page };
};

const nothingLeft = ({ world, page }: Awaited<ReturnType<typeof claimedBy>>): void => {
  expect(page.texts()).toEqual([]);
  expect(world.carried.map((frame) => world.typeOf(frame))).not.toContain('message');
};

test('a device certified under another root hears nothing, and Noor is told', async () => {
  const random = deterministicRandom(sodium, 'a stranger');
  const device = await staffDevice(sodium, await authority(sodium, random), sanne, random);
  const claimed = await claimedBy('another root', device);
  expect(claimed.noor.state).toMatchObject({
    counsellor: null,
    link: { state: 'broken', fault: 'not-vouched-for' },
  });
  expect(claimed.noor.items).toMatchObject([{ delivery: 'failed' }]);
  nothingLeft(claimed);
  // Nobody tries again for her; not even in an hour.
  await claimed.world.pass(hours(1));
  expect(claimed.world.carried).toHaveLength(2);
});

test.each([
  ['expired', { notBefore: NOON - days(3), notAfter: NOON - days(1) }],
  ['not yet valid', { notBefore: NOON + hours(2), notAfter: NOON + days(2) }],
])('a certificate that is %s is refused with its own reason', async (label, validity) => {
  const world = await World.open(sodium, label);
  const device = await staffDevice(sodium, world.authority, sanne, world.random, validity);
  const page = await world.hire(sanne, device);
  world.visitor.say('Hallo');
  page.claim();
  await world.pass(2_000);
  expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'certificate-out-of-date' });
  nothingLeft({ world, noor: world.visitor, page });
});

test('a colleague’s device in Sanne’s place is another person', async () => {
  const world = await World.open(sodium, 'other person');
  const impostor = await world.hire(karim);
  world.visitor.say('Hallo');
  world.desk.claim(sanne.staffId, impostor.seat);
  impostor.pretend(sanne.staffId);
  world.announce();
  await world.pass(2_000);
  expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'other-person' });
  expect(world.carried.map((frame) => world.typeOf(frame))).not.toContain('message');
});

test('when somebody vouched for takes her place, or Noor asks for it, it is tried again', async () => {
  const world = await World.open(sodium, 'tried again');
  const random = deterministicRandom(sodium, 'stranger');
  const stranger = await staffDevice(sodium, await authority(sodium, random), sanne, random);
  const page = await world.hire(sanne, stranger);
  world.visitor.say('Hallo');
  page.claim();
  await world.pass(2_000);
  expect(world.visitor.items[0]?.delivery).toBe('failed');
  const { epoch } = world.desk;
  world.visitor.tell({ type: 'send-again', id: 'visitor:1' });
  await world.pass(2_000);
  expect(world.desk.epoch).toBe(epoch + 1);
  expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'not-vouched-for' });

  const good = await world.hire(sanne);
  world.desk.requestLink(sanne.staffId, good.seat);
  good.tell({ type: 'chat', chat: world.desk.staffView() });
  world.announce();
  await world.pass(3_000);
  expect(good.texts()).toEqual(['Hallo']);
  expect(world.visitor.items[0]?.delivery).toBe('received');
});

test(
  'one flipped bit anywhere in a handshake: nothing is shown or sent before it is mended or told',
  PATIENTLY,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('hello' as const, 'offer' as const, 'accept' as const),
        fc.nat({ max: 2_000 }),
        fc.nat({ max: 7 }),
        async (type, byte, bit) => {
          const world = await World.open(sodium, 'flipped handshake');
          const page = await world.hire(sanne);
          world.visitor.say('Geheim');
          let flipped = false;
          world.alter = (frame) => {
            if (flipped || world.typeOf(frame) !== type) return frame;
            flipped = true;
            return flip(frame, byte, bit);
          };
          page.claim();
          await world.pass(1_000);
          expect(flipped).toBe(true);
          expect(page.texts()).toEqual([]);
          expect(world.visitor.items).not.toMatchObject([{ delivery: 'received' }]);
          await world.pass(60_000);
          const { link } = world.visitor.state ?? {};
          const outcome = link?.state === 'secure' ? page.texts() : [link?.state, link?.fault];
          expect([['Geheim'], ['broken', 'not-vouched-for']]).toContainEqual(outcome);
        },
      ),
      // The role in the offer, which once was told as another person.
      { numRuns: 60, examples: [['offer', 1_820, 0]] },
    );
  },
);

test('one flipped bit anywhere in a message: it is shown whole, once, or not at all', PATIENTLY, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 400 }), fc.nat({ max: 7 }), async (byte, bit) => {
      const { world, noor, sanne } = await opening(sodium, 'flipped message');
      world.alter = (frame) => {
        world.alter = (other) => other;
        return flip(frame, byte, bit);
      };
      noor.say('Niet vervalsen');
      await world.pass(1_000);
      expect(sanne.texts()).toEqual([]);
      await world.pass(90_000);
      expect(sanne.texts()).toEqual(['Niet vervalsen']);
      expect(sanne.state?.link).toMatchObject({ state: 'secure', fault: null });
    }),
    { numRuns: 40 },
  );
});

test('an altered frame is refused and told; the link recovers under a new epoch', async () => {
  const { world, noor, sanne } = await opening(sodium, 'altered');
  const { epoch } = world.desk;
  world.mischief.push({ kind: 'tamper', change: (frame) => flip(frame, 200, 1) });
  sanne.say('Ik ben er');
  await world.pass(1_000);
  expect(noor.texts()).toEqual([]);
  expect(noor.state?.link).toMatchObject({ state: 'secure', fault: 'altered' });
  await world.pass(20_000);
  expect(noor.texts()).toEqual(['Ik ben er']);
  expect(noor.state?.link).toMatchObject({ state: 'secure', fault: null });
  expect(world.desk.epoch).toBeGreaterThan(epoch);
});

test('forged, foreign and repeated frames put into a healthy link do it no harm', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'injected');
  const elsewhere = await opening(sodium, 'another chat');
  await elsewhere.talk('Andere bezoeker', 'Ander antwoord');
  await talk('Hallo', 'Dag');
  const own = [...world.carried];
  for (const frame of [...own, ...own.map((known) => flip(known, 90, 3)), ...elsewhere.world.carried]) {
    world.inject(frame, 'visitor');
    world.inject(frame, sanne);
    await world.pass(30);
  }
  await talk('Nog daar?', 'Ja');
  expect(noor.texts()).toEqual(['Hallo', 'Dag', 'Nog daar?', 'Ja']);
  expect(sanne.texts()).toEqual(['Hallo', 'Dag', 'Nog daar?', 'Ja']);
  await world.pass(60_000);
  expect(noor.state?.link).toMatchObject({ state: 'secure', fault: null });
  expect(sanne.state?.link).toMatchObject({ state: 'secure', fault: null });
});

test('somebody else with the visitor’s chat cannot take her place at Sanne’s', async () => {
  const { world, noor, sanne, talk } = await opening(sodium, 'other visitor');
  await talk('Hallo', 'Dag');
  // The same chat and its next epoch, but another chat key: all that a relay could make up.
  const { endpoint, frames } = world.strangerInTheChat();
  endpoint.handle({ type: 'view', view: { ...world.desk.view(), epoch: world.desk.epoch + 5 } });
  const hello = frames('link:open')[0] ?? '';
  world.inject(hello, sanne);
  await world.pass(2_000);
  expect(sanne.state?.link).toMatchObject({ state: 'secure', fault: null });
  await talk('Ik ben het nog', 'Fijn');
  expect(sanne.texts()).toEqual(['Hallo', 'Dag', 'Ik ben het nog', 'Fijn']);
  expect(noor.texts()).toEqual(sanne.texts());
});

test('a relay that asks for new links without end is answered more and more slowly', async () => {
  const { world, sanne, talk } = await opening(sodium, 'spinning');
  await talk('Hallo', 'Dag');
  const { epoch } = world.desk;
  for (let round = 0; round < 600; round++) {
    world.desk.requestLink(sanne.staffId, sanne.seat);
    world.announce();
    await world.pass(100);
  }
  expect(world.desk.epoch - epoch).toBeLessThan(10);
  await world.pass(3 * 60_000);
  await talk('Nog daar?', 'Ja');
  expect(sanne.texts()).toEqual(['Hallo', 'Dag', 'Nog daar?', 'Ja']);
});

test('a relay that floods a staff device with hellos gets few offers for them, and the visitor still gets hers', async () => {
  const world = await World.open(sodium, 'flood');
  const page = await world.hire(sanne);
  world.visitor.disconnect();
  page.claim();
  for (let round = 0; round < 300; round++) {
    const { endpoint, frames } = world.strangerInTheChat();
    endpoint.handle({ type: 'view', view: { ...world.desk.view(), epoch: 100 + round } });
    const [hello = ''] = frames('link:open');
    world.ring.seatOfEpoch.set(101 + round, page.seat);
    world.inject(hello, page);
    await world.pass(100);
  }
  const offers = world.carried.filter((frame) => world.typeOf(frame) === 'offer');
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.length).toBeLessThan(10);
  world.visitor.say('Hallo');
  world.visitor.reconnect();
  await world.pass(3 * 60_000);
  expect(page.texts()).toEqual(['Hallo']);
});

test('a handshake that is altered every time stops after a few and waits for the person', async () => {
  const world = await World.open(sodium, 'always altered');
  const page = await world.hire(sanne);
  world.visitor.say('Hallo');
  world.alter = (frame) => (world.typeOf(frame) === 'offer' ? flip(frame, 8, 0) : frame);
  page.claim();
  await world.pass(hours(1));
  expect(world.visitor.state?.link).toMatchObject({ state: 'linking', fault: 'no-answer' });
  expect(world.visitor.items).toMatchObject([{ delivery: 'sending' }]);
  world.alter = (frame) => (world.typeOf(frame) === 'offer' ? `${frame.slice(0, -8)}` : frame);
  await world.pass(hours(1));
  expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'altered' });
  expect(world.visitor.items).toMatchObject([{ delivery: 'failed' }]);
  world.alter = (frame) => frame;
  world.visitor.tell({ type: 'link-again' });
  expect(world.visitor.items).toMatchObject([{ delivery: 'sending' }]);
  await world.pass(10_000);
  expect(page.texts()).toEqual(['Hallo']);
});
