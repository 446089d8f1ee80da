import { toBase64Url } from '@haven/shared/crypto/bytes';
import { certifyIssuer, signRevocations } from '@haven/shared/crypto/certify';
import { decodeDeviceCertificate } from '@haven/shared/crypto/certificate';
import { chatKeyFromSeed, visitorAccept, visitorHello } from '@haven/shared/crypto/handshake';
import { decodeOffer, encodeOffer, offerSignatureInput } from '@haven/shared/crypto/handshake-frames';
import { verifyRevocations } from '@haven/shared/crypto/revocation-list';
import { begin } from '@haven/shared/crypto/testing/conversation';
import { authority, must, NOON, ORGANISATION, staffDevice } from '@haven/shared/crypto/testing/organisation';
import { FRAME_TYPE } from '@haven/shared/crypto/frame';
import type { LinkFault } from '@haven/shared/endpoint/conversation';
import type { World } from '@haven/shared/endpoint/testing/world';
import type { StaffId } from '@haven/shared/ids';
import { days, hours, seconds } from '@haven/shared/units';
import { describe, expect, test } from 'vitest';
import {
  announced,
  bytesOf,
  karim,
  lastHello,
  offer,
  offerOf,
  openWorld,
  prefixOf,
  saidByVisitor,
  sanne,
  SECRET,
  sodium,
  talking,
} from './support/lying-relay';

/** Nobody was let in, not a word left the visitor's client, and the person is told why. */
function expectRefused(world: World, fault: LinkFault): void {
  expect(world.visitor.state).toMatchObject({
    counsellor: null,
    link: { fault, words: [] },
  });
  expect(world.visitor.state?.link?.state).not.toBe('secure');
  expect(saidByVisitor(world)).toEqual([]);
  expect(world.visitor.items).toMatchObject([{ text: SECRET }]);
  expect(['sending', 'failed']).toContain(world.visitor.items[0]?.delivery);
}

describe('who is at the other end', () => {
  test('a control: the true offer opens a link and the word arrives', async () => {
    const world = await announced('control');
    const device = await staffDevice(sodium, world.authority, sanne, world.random);
    await offer(world, await offerOf(world, device, lastHello(world)));
    expect(world.visitor.state?.counsellor).toMatchObject({ staffId: 'sanne', displayName: 'Sanne' });
    expect(world.ring.all.some(({ frame }) => prefixOf(frame).type === FRAME_TYPE.accept)).toBe(true);
  });

  test('a key that was swapped in the offer opens no link', async () => {
    const world = await announced('swapped key');
    const device = await staffDevice(sodium, world.authority, sanne, world.random);
    const relay = await staffDevice(sodium, await authority(sodium, world.random), sanne, world.random);
    const hello = lastHello(world);
    const {
      signature,
      unsigned: _,
      ...true_
    } = must(decodeOffer(bytesOf(await offerOf(world, device, hello))));
    const relayKeys = must(decodeOffer(bytesOf(await offerOf(world, relay, hello))));
    for (const part of ['kemPk', 'ratchetPk'] as const) {
      const swapped = encodeOffer({ ...true_, [part]: relayKeys[part] });
      const signedByRelay = await relay.signer.sign(offerSignatureInput(sodium, bytesOf(hello), swapped));
      for (const attempt of [signature, signedByRelay]) {
        await offer(world, toBase64Url(new Uint8Array([...swapped, ...attempt])));
        expectRefused(world, 'not-vouched-for');
      }
    }
  });

  test('a device that another root certified opens no link', async () => {
    const world = await announced('other root');
    const own = await authority(sodium, world.random);
    const device = await staffDevice(sodium, own, sanne, world.random);
    await offer(world, await offerOf(world, device, lastHello(world)));
    expectRefused(world, 'not-vouched-for');
  });

  test('a certificate out of its time opens no link', async () => {
    const past = { notBefore: NOON - days(1), notAfter: NOON - hours(1) };
    const future = { notBefore: NOON + hours(1), notAfter: NOON + days(1) };
    for (const validity of [past, future]) {
      const world = await announced(`validity ${validity.notBefore}`);
      const device = await staffDevice(sodium, world.authority, sanne, world.random, validity);
      await offer(world, await offerOf(world, device, lastHello(world)));
      expectRefused(world, 'certificate-out-of-date');
    }
  });

  test('a revoked certificate is refused where the list is known', async () => {
    const world = await openWorld('revoked');
    const { desk, device, input } = await begin(sodium, world.random);
    const { serial } = must(decodeDeviceCertificate(device.chain.device)).claims;
    const list = await signRevocations(desk.root, {
      organisation: ORGANISATION,
      number: 1,
      issuedAt: NOON,
      serials: [serial],
    });
    const revocations = [must(verifyRevocations(sodium, list, input))];
    expect(visitorAccept(sodium, { ...input, revocations })).toEqual({
      ok: false,
      error: 'certificate-revoked',
    });
    expect(visitorAccept(sodium, input).ok).toBe(true);
  });

  test('a link with a device that is revoked ends at once, and older news brings it not back', async () => {
    const { world, staff } = await talking('revoked meanwhile');
    const { issuer, issuerCertificate } = world.authority;
    const { serial } = must(decodeDeviceCertificate(staff.device.chain.device)).claims;
    const list = async (number: number, serials: readonly Uint8Array[]) => {
      const claims = { organisation: ORGANISATION, number, issuedAt: NOON, issuerCertificate, serials };
      return toBase64Url(await signRevocations(issuer, claims));
    };
    world.visitor.tell({ type: 'revocations', lists: [await list(2, [serial])] });
    expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked' });
    const said = saidByVisitor(world).length;
    for (const lists of [[await list(1, [])], []]) {
      world.visitor.tell({ type: 'revocations', lists });
      world.visitor.tell({ type: 'link-again' });
      world.visitor.say('Hij komt eraan.');
      await world.pass(seconds(5));
      expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked' });
    }
    expect(saidByVisitor(world)).toHaveLength(said);
    expect(staff.texts()).not.toContain('Hij komt eraan.');
  });

  test('a device of another organisation opens no link', async () => {
    const world = await announced('other organisation');
    const { root, issuer } = world.authority;
    const validity = { notBefore: NOON - days(1), notAfter: NOON + days(1) };
    const claims = { organisation: 'Stichting Elders', publicKey: issuer.publicKey, ...validity };
    const issuerCertificate = must(await certifyIssuer(sodium, root, claims, world.random));
    const elsewhere = { root, issuer, issuerCertificate };
    const device = await staffDevice(sodium, elsewhere, sanne, world.random, validity, 'Stichting Elders');
    await offer(world, await offerOf(world, device, lastHello(world)));
    expectRefused(world, 'not-vouched-for');
  });

  test('an administrator’s device opens no link', async () => {
    for (const role of ['counsellor', 'supervisor'] as const) {
      const world = await announced(`administrator as ${role}`);
      const administrator = { ...sanne, role: 'administrator' } as const;
      const device = await staffDevice(sodium, world.authority, administrator, world.random);
      await offer(world, await offerOf(world, device, lastHello(world), { role }));
      expectRefused(world, 'other-person');
    }
  });

  test('another counsellor than the one announced opens no link', async () => {
    const world = await announced('other person');
    const device = await staffDevice(sodium, world.authority, karim, world.random);
    await offer(world, await offerOf(world, device, lastHello(world)));
    expectRefused(world, 'other-person');
  });

  test('an offer that was made in another chat opens no link', async () => {
    const world = await announced('this chat');
    const device = await staffDevice(sodium, world.authority, sanne, world.random);
    const elsewhere = visitorHello(sodium, {
      cid: world.random(16),
      epoch: prefixOf(lastHello(world)).epoch,
      chatKey: chatKeyFromSeed(sodium, world.random(32)),
      random: world.random,
    });
    const foreign = bytesOf(await offerOf(world, device, toBase64Url(elsewhere.frame)));
    await offer(world, toBase64Url(foreign));
    expect(world.visitor.state?.link?.state).not.toBe('secure');
    const { cid } = prefixOf(lastHello(world));
    const renamed = foreign.map((byte, at) => (at >= 12 && at < 28 ? (cid[at - 12] ?? 0) : byte));
    await offer(world, toBase64Url(renamed));
    expectRefused(world, 'not-vouched-for');
  });

  test('an offer of an older link opens no new one', async () => {
    const { world, staff } = await talking('older offer');
    const said = saidByVisitor(world).length;
    const old = world.ring.all.find(({ frame }) => prefixOf(frame).type === FRAME_TYPE.offer)?.frame ?? '';
    // The relay asks for a link to a tab that does not exist, and answers the hello with what it has.
    staff.disconnect();
    world.desk.requestLink(sanne.staffId, staff.seat);
    world.announce();
    await world.pass(seconds(1));
    const { epoch } = prefixOf(lastHello(world));
    expect(epoch).toBeGreaterThan(prefixOf(old).epoch);
    const raised = bytesOf(old);
    new DataView(raised.buffer, raised.byteOffset).setUint32(4, epoch);
    expect(prefixOf(toBase64Url(raised)).epoch).toBe(epoch);
    await offer(world, old);
    await offer(world, toBase64Url(raised));
    expect(world.visitor.state?.link?.fault).toBe('not-vouched-for');
    expect(world.ring.all.some(({ frame }) => isAccept(frame, epoch))).toBe(false);
    expect(saidByVisitor(world)).toHaveLength(said);
  });

  test('an offer that answers the relay’s own hello opens no link with the visitor', async () => {
    const world = await announced('in the middle');
    const device = await staffDevice(sodium, world.authority, sanne, world.random);
    const chatKey = chatKeyFromSeed(sodium, world.random(32));
    const { cid, epoch } = prefixOf(lastHello(world));
    const own = visitorHello(sodium, { cid, epoch, chatKey, random: world.random });
    const answer = await offerOf(world, device, toBase64Url(own.frame));
    // Towards Sanne the relay is a visitor like any other; that is all it is.
    const policy = { roots: [world.authority.root.publicKey], now: NOON, random: world.random };
    const input = { state: own.state, offer: bytesOf(answer), expected: { staffId: 'sanne' as StaffId } };
    expect(visitorAccept(sodium, { ...policy, ...input }).ok).toBe(true);
    await offer(world, answer);
    expectRefused(world, 'not-vouched-for');
  });

  test('a stranger who continues a visitor’s chat learns nothing of it', async () => {
    const { world, staff } = await talking('stranger');
    const words = staff.texts();
    const chatKey = chatKeyFromSeed(sodium, world.random(32));
    const { cid, epoch } = prefixOf(lastHello(world));
    const hello = visitorHello(sodium, { cid, epoch: epoch + 1, chatKey, random: world.random });
    const before = world.ring.all.length;
    world.inject(toBase64Url(hello.frame), staff);
    staff.say('Ben je er nog?');
    await world.pass(seconds(10));
    const later = world.ring.all.slice(before).map(({ frame }) => prefixOf(frame));
    expect(later.filter((prefix) => prefix.epoch === epoch + 1)).toEqual([]);
    expect(world.visitor.texts()).toEqual([...words, 'Ben je er nog?']);
    expect(staff.state?.link?.state).toBe('secure');
  });
});

function isAccept(frame: string, epoch: number): boolean {
  const prefix = prefixOf(frame);
  return prefix.type === FRAME_TYPE.accept && prefix.epoch === epoch;
}
