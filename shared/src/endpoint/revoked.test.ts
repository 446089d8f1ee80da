import { beforeEach, describe, expect, test } from 'vitest';
import { decodeDeviceCertificate } from '../crypto/certificate';
import { signRevocations } from '../crypto/certify';
import { toBase64Url } from '../crypto/bytes';
import { loadSodium } from '../crypto/sodium';
import {
  authority,
  karim,
  must,
  NOON,
  ORGANISATION,
  sanne,
  type StaffDevice,
  staffDevice,
} from '../crypto/testing/organisation';
import { days, hours } from '../units';
import type { StaffPage } from './testing/staff-page';
import { World } from './testing/world';

const sodium = await loadSodium();

const serialOf = (device: StaffDevice): Uint8Array =>
  must(decodeDeviceCertificate(device.chain.device)).claims.serial;

describe('a device that is withdrawn', () => {
  let world: World;
  let device: StaffDevice;
  let page: StaffPage;

  const list = async (number: number, ...serials: Uint8Array[]): Promise<string> => {
    const { issuer, issuerCertificate } = world.authority;
    const claims = { organisation: ORGANISATION, number, issuedAt: NOON, issuerCertificate, serials };
    return toBase64Url(await signRevocations(issuer, claims));
  };
  const hear = (...lists: string[]) => world.visitor.tell({ type: 'revocations', lists });

  beforeEach(async () => {
    world = await World.open(sodium, 'revoked');
    device = await staffDevice(sodium, world.authority, sanne, world.random);
    page = await world.hire(sanne, device);
    page.claim();
    await world.pass(2_000);
    world.visitor.say('Ik ben bang voor hem.');
    await world.pass(1_000);
  });

  test('loses its link at once, and Noor is told why', async () => {
    const carried = world.carried.length;
    hear(await list(1, serialOf(device)));
    expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked', words: [] });
    world.visitor.say('Ben je er nog?');
    page.say('Vertel verder.');
    await world.pass(60_000);
    expect(world.visitor.texts()).toEqual(['Ik ben bang voor hem.', 'Ben je er nog?']);
    expect(page.texts()).toEqual(['Ik ben bang voor hem.', 'Vertel verder.']);
    expect(world.visitor.items[1]?.delivery).toBe('failed');
    // Only the device's own frames are still on the wire; of Noor's client there is not one.
    const types = world.carried.slice(carried).map((frame) => world.typeOf(frame));
    expect(types).not.toContain('hello');
    expect(types).not.toContain('accept');
  });

  test('gets no other link, however often it is asked for', async () => {
    hear(await list(1, serialOf(device)));
    world.visitor.tell({ type: 'link-again' });
    await world.pass(5_000);
    expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked' });
    expect(world.carried.filter((frame) => world.typeOf(frame) === 'accept')).toHaveLength(1);
  });

  test('stays out when the relay shows an older list, or forgets all of them', async () => {
    hear(await list(2, serialOf(device)));
    hear(await list(1));
    hear();
    world.visitor.tell({ type: 'link-again' });
    await world.pass(5_000);
    expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked' });
  });

  test('leaves, and Noor still reads why', async () => {
    hear(await list(1, serialOf(device)));
    world.desk.leaveSeat(sanne.staffId);
    world.announce();
    await world.pass(2_000);
    expect(world.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked' });
  });

  test('Noor goes on with another device of Sanne', async () => {
    hear(await list(1, serialOf(device)));
    world.visitor.say('Ben je er nog?');
    const other = await world.hire(sanne);
    world.desk.requestLink(sanne.staffId, other.seat);
    other.tell({ type: 'chat', chat: world.desk.staffView() });
    world.announce();
    await world.pass(3_000);
    expect(world.visitor.state?.link).toMatchObject({ state: 'secure', fault: null });
    expect(other.texts()).toEqual(['Ik ben bang voor hem.', 'Ben je er nog?']);
  });

  test('is not harmed by a list of somebody else, of another device, or of nobody', async () => {
    const stranger = await authority(sodium, world.random);
    const colleague = await staffDevice(sodium, world.authority, karim, world.random);
    const serials = [serialOf(device)];
    const claims = { organisation: ORGANISATION, number: 9, issuedAt: NOON, serials };
    const foreign = await signRevocations(stranger.root, claims);
    const elsewhere = await signRevocations(world.authority.root, {
      ...claims,
      organisation: 'Stichting Elders',
    });
    hear(await list(1, serialOf(colleague)), toBase64Url(foreign), toBase64Url(elsewhere), 'nonsense', '');
    await world.pass(1_000);
    expect(world.visitor.state?.link).toMatchObject({ state: 'secure', fault: null });
  });

  test('is refused from the beginning where the list was there before the chat', async () => {
    const later = await World.open(sodium, 'revoked before');
    const lost = await staffDevice(sodium, later.authority, sanne, later.random, {
      notBefore: NOON - hours(1),
      notAfter: NOON + days(6),
    });
    const root = { organisation: ORGANISATION, number: 1, issuedAt: NOON, serials: [serialOf(lost)] };
    const signed = toBase64Url(await signRevocations(later.authority.root, root));
    later.visitor.tell({ type: 'revocations', lists: [signed] });
    later.visitor.say('Hallo');
    (await later.hire(sanne, lost)).claim();
    await later.pass(2_000);
    expect(later.visitor.state?.link).toMatchObject({ state: 'broken', fault: 'revoked' });
    expect(later.carried.map((frame) => later.typeOf(frame))).not.toContain('message');
  });
});
