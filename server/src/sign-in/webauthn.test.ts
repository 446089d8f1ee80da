import { randomBytes } from 'node:crypto';
import type { StaffId } from '@haven/shared/ids';
import { describe, expect, test } from 'vitest';
import { createPasskeyDevice, type Mischief } from './testing/passkey-device';
import { askingOptions, checkMade, checkUsed, makingOptions } from './webauthn';

const party = { id: 'chat.example.org', origin: 'https://chat.example.org' };
const noor = 'noor' as StaffId;

const newChallenge = () => new Uint8Array(randomBytes(32));
const textOf = (challenge: Uint8Array) => Buffer.from(challenge).toString('base64url');

async function making(mischief: Mischief = {}, origin = party.origin) {
  const device = createPasskeyDevice();
  const challenge = newChallenge();
  const maker = { party, organisationName: 'Veilige Haven', staffId: noor, displayName: 'Noor', known: [] };
  const options = await makingOptions({ ...maker, challenge });
  const made = await checkMade(
    party,
    textOf(challenge),
    device.make({ flow: '', options }, origin, mischief),
  );
  return { device, options, made };
}

async function using(mischief: Mischief = {}, origin = party.origin) {
  const { device, made } = await making();
  if (made === null) throw new Error('No passkey');
  const challenge = newChallenge();
  const ceremony = { flow: '', options: await askingOptions(party, challenge) };
  const sent = device.use(ceremony, origin, mischief);
  return checkUsed(party, textOf(challenge), sent, { ...made, staffId: noor });
}

describe('A passkey', () => {
  test('asks for a finger, a face or a number, knows whose it is, and says nothing of its maker', async () => {
    const { options, made } = await making();
    expect(options).toMatchObject({
      rp: { id: 'chat.example.org', name: 'Veilige Haven' },
      user: { name: 'Noor', id: Buffer.from('noor').toString('base64url') },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(made).toMatchObject({ counter: 1, transports: ['internal'], synchronised: false });
  });

  test('signs its owner in', async () => {
    expect(await using()).toEqual({ counter: 2, synchronised: false });
  });

  const mischiefs: readonly (readonly [string, Mischief, string])[] = [
    ['for another site', { rpId: 'elsewhere.example' }, party.origin],
    ['on a page of another site', {}, 'https://elsewhere.example'],
    ['for another challenge', { challenge: textOf(randomBytes(32)) }, party.origin],
    ['without asking its owner', { isVerified: false }, party.origin],
  ];

  test.each(mischiefs)('that was made %s is none', async (_, mischief, origin) => {
    expect((await making(mischief, origin)).made).toBeNull();
  });

  test.each([
    ...mischiefs,
    ['in another’s name', { userHandle: Buffer.from('karim').toString('base64url') }, party.origin] as const,
    ['with a signature that is not its own', { breakSignature: true }, party.origin] as const,
  ])('that is used %s lets nobody in', async (_, mischief, origin) => {
    expect(await using(mischief, origin)).toBeNull();
  });

  test('that is nonsense is refused like any other', async () => {
    for (const nonsense of [{}, { id: 7, response: null }, { id: 'A', rawId: 'A', response: {} }]) {
      expect(await checkMade(party, textOf(newChallenge()), nonsense)).toBeNull();
    }
  });

  test('that a device counted backwards was copied', async () => {
    const { device, made } = await making();
    if (made === null) throw new Error('No passkey');
    const challenge = newChallenge();
    const sent = device.use({ flow: '', options: await askingOptions(party, challenge) }, party.origin);
    const seen = { ...made, staffId: noor, counter: 99 };
    expect(await checkUsed(party, textOf(challenge), sent, seen)).toBeNull();
  });
});
