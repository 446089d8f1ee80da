import { Buffer } from 'node:buffer';
import { Desks, type Packet, type Tab } from '@haven/shared/colleagues/testing/two-desks';
import { toBase64Url } from '@haven/shared/crypto/bytes';
import { decodeDeviceCertificate } from '@haven/shared/crypto/certificate';
import { signRevocations } from '@haven/shared/crypto/certify';
import { FRAME_TYPE } from '@haven/shared/crypto/frame';
import { decodeOffer, encodeOffer } from '@haven/shared/crypto/handshake-frames';
import {
  authority,
  fatma,
  karim,
  must,
  NOON,
  ORGANISATION,
  sanne,
  type StaffDevice,
  staffDevice,
} from '@haven/shared/crypto/testing/organisation';
import type { LinkFault } from '@haven/shared/endpoint/conversation';
import { seconds } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import { bytesOf, prefixOf, sodium } from './support/lying-relay';

// The real endpoints of two consoles, in virtual time, around a relay that does as it is told here.

const SECRET = 'Mevrouw in de Kerkstraat, ik maak me zorgen.';
const ANSWER = 'Ik kijk mee.';

const typeOf = ({ frame }: Packet) => prefixOf(frame).type;

async function desksOf(label: string): Promise<{ desks: Desks; sannes: Tab; karims: Tab }> {
  const desks = await Desks.open(sodium, label);
  const [sannes, karims] = await desks.both();
  return { desks, sannes, karims };
}

async function talking(label: string) {
  const house = await desksOf(label);
  house.sannes.say(house.karims, SECRET);
  await house.desks.pass();
  house.karims.say(house.sannes, ANSWER);
  await house.desks.pass();
  return house;
}

/** The relay answers in Karim's place, with this device, whatever Sanne sends him. */
async function answeredBy(label: string, make: (desks: Desks) => Promise<StaffDevice>) {
  const { desks, sannes, karims } = await desksOf(label);
  const device = await make(desks);
  const relays = await desks.seat(karim, device);
  // Not asked for by name: it is what stands at the end of every way to Karim.
  sannes.say(karims, SECRET);
  await desks.pass(seconds(1));
  return { desks, sannes, karims, relays };
}

function expectNothingSaid(
  { sannes, karims, relays }: Record<'sannes' | 'karims' | 'relays', Tab>,
  fault: LinkFault,
) {
  expect(sannes.view(karims)).toMatchObject({
    fault,
    words: [],
    texts: [{ text: SECRET, delivery: 'failed' }],
  });
  expect([...relays.everShown, ...karims.everShown]).toEqual([]);
}

describe('words between colleagues', () => {
  test('a control between colleagues: what is not touched arrives, and nothing readable was on the way', async () => {
    const { desks, sannes, karims } = await talking('control');
    expect([sannes.texts(karims), karims.texts(sannes)]).toEqual([
      [SECRET, ANSWER],
      [SECRET, ANSWER],
    ]);
    const carried = desks.carried
      .map(({ frame }) => Buffer.from(frame, 'base64url').toString('latin1'))
      .join('');
    expect(carried).not.toContain('Kerkstraat');
    expect(carried).not.toContain('kijk mee');
  });

  test('a colleague’s device under another root is told nothing', async () => {
    const story = await answeredBy('other root', async ({ random }) =>
      staffDevice(sodium, await authority(sodium, random), karim, random),
    );
    // The relay's device hears a hello that it does not vouch for either; it lies and answers all the same.
    expect([...story.relays.everShown, ...story.karims.everShown]).toEqual([]);
    await story.desks.pass(seconds(40));
    expectNothingSaid(story, 'no-answer');
  });

  test('an offer with a certificate of another root, or with another person’s, opens no link between colleagues', async () => {
    const swaps = [
      [
        'not-vouched-for',
        async (desks: Desks) =>
          staffDevice(sodium, await authority(sodium, desks.random), karim, desks.random),
      ],
      ['not-vouched-for', async (desks: Desks) => staffDevice(sodium, desks.haven, fatma, desks.random)],
    ] as const;
    for (const [fault, make] of swaps) {
      const { desks, sannes, karims } = await desksOf('swapped certificate');
      const other = await make(desks);
      desks.lie = (packet) => {
        if (typeOf(packet) !== FRAME_TYPE.offer) return [packet];
        return [{ ...packet, frame: withChain(packet.frame, other) }];
      };
      sannes.say(karims, SECRET);
      await desks.pass(seconds(1));
      expectNothingSaid({ sannes, karims, relays: karims }, fault);
    }
  });

  test('a hello that is handed to another colleague is answered by nobody', async () => {
    const { desks, sannes, karims } = await desksOf('another colleague');
    const fatmas = await desks.seat(fatma);
    desks.lie = (packet) =>
      packet.to === karim.staffId ? [{ ...packet, to: fatma.staffId, seat: null }] : [packet];
    sannes.say(karims, SECRET);
    await desks.pass(seconds(40));
    expect(fatmas.view(sannes)).toMatchObject({ fault: 'other-person', texts: [] });
    expect(sannes.view(karims)).toMatchObject({ fault: 'no-answer', texts: [{ delivery: 'failed' }] });
  });

  test('what comes in another colleague’s name is not shown as hers', async () => {
    const { desks, sannes, karims } = await desksOf('other name');
    desks.lie = (packet) => [packet.from === sanne.staffId ? { ...packet, from: fatma.staffId } : packet];
    sannes.say(karims, SECRET);
    await desks.pass(seconds(1));
    expect(karims.views.get(fatma.staffId)).toMatchObject({ fault: 'other-person', texts: [] });
    expect([...karims.everShown]).toEqual([]);
  });

  test('frames between colleagues that come again, or from an earlier link, show nothing twice', async () => {
    const { desks, sannes, karims } = await talking('replay');
    const all = [...desks.carried];
    for (const packet of all) desks.deliver(packet);
    await desks.pass(seconds(1));
    const reloaded = await desks.seat(karim);
    for (const packet of all)
      desks.deliver({ ...packet, seat: packet.to === karim.staffId ? reloaded.seat : packet.seat });
    await desks.pass(seconds(1));
    expect(sannes.texts(karims)).toEqual([SECRET, ANSWER]);
    expect(karims.texts(sannes)).toEqual([SECRET, ANSWER]);
    expect([...reloaded.everShown]).toEqual([]);
  });

  test('a flipped byte between colleagues shows nothing that nobody wrote, and says that something was changed', async () => {
    for (const type of [FRAME_TYPE.hello, FRAME_TYPE.offer, FRAME_TYPE.accept]) {
      const { desks, sannes, karims } = await desksOf(`flipped ${type}`);
      desks.lie = (packet) => [
        typeOf(packet) === type ? { ...packet, frame: flippedAtEnd(packet.frame) } : packet,
      ];
      sannes.say(karims, SECRET);
      await desks.pass(seconds(40));
      expect([...karims.everShown]).toEqual([]);
      expect(sannes.view(karims)?.fault).not.toBeNull();
      expect(sannes.deliveries(karims)).toEqual(['failed']);
    }
    const { desks, sannes, karims } = await talking('flipped message');
    desks.lie = (packet) => [{ ...packet, frame: flippedAtEnd(packet.frame) }];
    sannes.say(karims, 'Om drie uur?');
    await desks.pass();
    expect(karims.view(sannes)).toMatchObject({ fault: 'altered' });
    expect(karims.texts(sannes)).toEqual([SECRET, ANSWER]);
    desks.lie = (packet) => [packet];
    await desks.pass(seconds(40));
    // Said again on a link of its own.
    expect(karims.texts(sannes)).toEqual([SECRET, ANSWER, 'Om drie uur?']);
    expect(karims.view(sannes)).toMatchObject({ fault: null });
  });

  test('a colleague’s device that is withdrawn gets not another word', async () => {
    const desks = await Desks.open(sodium, 'withdrawn');
    const lost = await staffDevice(sodium, desks.haven, karim, desks.random);
    const [sannes, karims] = [await desks.seat(sanne), await desks.seat(karim, lost)];
    sannes.say(karims, SECRET);
    await desks.pass();
    const { issuer, issuerCertificate } = desks.haven;
    const { serial } = must(decodeDeviceCertificate(lost.chain.device)).claims;
    const claims = {
      organisation: ORGANISATION,
      number: 1,
      issuedAt: NOON,
      issuerCertificate,
      serials: [serial],
    };
    const lists = [toBase64Url(await signRevocations(issuer, claims))];
    sannes.tell({ type: 'revocations', lists });
    expect(sannes.view(karims)).toMatchObject({ fault: 'revoked', words: [] });
    sannes.say(karims, 'Ben je er nog?');
    karims.say(sannes, ANSWER);
    await desks.pass(seconds(40));
    expect([...karims.everShown]).toEqual([SECRET]);
    expect([...sannes.everShown]).toEqual([]);
    expect(sannes.view(karims)).toMatchObject({ fault: 'revoked' });
  });
});

const flippedAtEnd = (frame: string): string => {
  const bytes = bytesOf(frame);
  return toBase64Url(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)));
};

/** The same offer with another device's certificates in it. */
function withChain(frame: string, { chain }: StaffDevice): string {
  const offer = must(decodeOffer(bytesOf(frame)));
  return toBase64Url(new Uint8Array([...encodeOffer({ ...offer, chain }), ...offer.signature]));
}
