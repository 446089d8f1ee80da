import { beforeEach, describe, expect, test } from 'vitest';
import { toBase64Url } from '../crypto/bytes';
import { certifyDevice } from '../crypto/certify';
import { loadSodium } from '../crypto/sodium';
import {
  must,
  NOON,
  ORGANISATION,
  sanne,
  type StaffDevice,
  type StaffMember,
  staffDevice,
} from '../crypto/testing/organisation';
import { hours, minutes } from '../units';
import type { StaffPage } from './testing/staff-page';
import { World } from './testing/world';

const sodium = await loadSodium();

describe('a certificate that ends during a chat', () => {
  let world: World;
  let device: StaffDevice;
  let page: StaffPage;

  /** The issuer certifies the same device for longer, as this person. */
  const renew = async (as: StaffMember = sanne, { signer } = device) => {
    const validity = { notBefore: NOON - hours(1), notAfter: NOON + hours(12) };
    const claims = { organisation: ORGANISATION, ...as, publicKey: signer.publicKey, ...validity };
    const { issuer, issuerCertificate } = world.authority;
    const certificate = must(await certifyDevice(sodium, issuer, claims, world.random));
    const chain = { issuer: toBase64Url(issuerCertificate), device: toBase64Url(certificate) };
    page.tell({ type: 'certified', chain });
  };

  beforeEach(async () => {
    world = await World.open(sodium, 'renewed');
    device = await staffDevice(sodium, world.authority, sanne, world.random, {
      notBefore: NOON - hours(1),
      notAfter: NOON + minutes(10),
    });
    page = await world.hire(sanne, device);
    page.claim();
    await world.pass(2_000);
    world.visitor.say('Ik ben bang voor hem.');
    await world.pass(1_000);
  });

  const linkAfterHalfAnHour = async () => {
    await world.pass(minutes(31));
    world.visitor.say('Ben je er nog?');
    await world.pass(minutes(1));
    return world.visitor.state?.link;
  };

  test('and was not renewed opens no further link; the one that there is stays', async () => {
    expect(await linkAfterHalfAnHour()).toMatchObject({ state: 'secure', epoch: 1 });
    expect(page.texts()).toEqual(['Ik ben bang voor hem.', 'Ben je er nog?']);
  });

  test('is no end where the device was certified anew, without anything to click', async () => {
    await renew();
    expect(await linkAfterHalfAnHour()).toMatchObject({ state: 'secure', epoch: 2, fault: null });
    expect(page.texts()).toEqual(['Ik ben bang voor hem.', 'Ben je er nog?']);
  });

  test('is not helped by a certificate of another device, or of another role', async () => {
    const other = await staffDevice(sodium, world.authority, sanne, world.random);
    await renew(sanne, other);
    await renew({ ...sanne, role: 'supervisor' });
    expect(await linkAfterHalfAnHour()).toMatchObject({ state: 'secure', epoch: 1 });
  });
});
