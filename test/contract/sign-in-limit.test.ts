import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { type OrganisationProvider, startOrganisationProvider } from '../support/organisation-provider';
import { type House, openHouse } from './house';
import { makeDeviceKey } from '../support/sign-in';

const PUBLIC_URL = 'https://chat.example.org';
/** In a minute, from one address. */
const MOST = 30;

const closing = createClosing();
let provider: OrganisationProvider;
let house: House;
let url: string;
let device: string;
beforeAll(async () => {
  provider = closing.add(await startOrganisationProvider(`${PUBLIC_URL}/console/organisation/back`));
  const { issuer, client } = provider;
  const config = { issuer, ...client, scopes: 'openid profile', groupsClaim: 'groups', groups: [] };
  house = closing.add(
    await openHouse({ settings: { publicUrl: PUBLIC_URL, provider: config, trustProxy: 1 } }),
  );
  url = house.nodes[0]?.url ?? '';
  device = (await makeDeviceKey()).publicKey;
});
afterAll(closing.close);

/** From an address that the proxy in front has forwarded. */
const from = (address: string) => {
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address };
  const post = (path: string, body: unknown) =>
    fetch(`${url}/console/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const come = (path: string, cookie: string) =>
    fetch(`${url}${path}`, { redirect: 'manual', headers: { ...headers, Cookie: cookie } });
  return { post, come };
};

const statuses = async (times: number, ask: () => Promise<Response>): Promise<readonly number[]> => {
  const all: number[] = [];
  for (let count = 0; count < times; count += 1) all.push((await ask()).status);
  return all;
};
const invitation = { token: 'A'.repeat(43) };

describe('Trying to sign in again and again', () => {
  test('is refused after thirty times in a minute, in whichever way, and nobody elsewhere is', async () => {
    const mallory = from('203.0.113.7');
    const ways = [
      () => mallory.post('/invitation', invitation),
      () => mallory.post('/sign-in', { token: 'made.up.link', devicePublicKey: device }),
      () => mallory.post('/passkey/begin', {}),
    ];
    for (const way of ways) expect(await statuses(MOST / ways.length, way)).not.toContain(429);
    for (const way of ways) {
      const refused = await way();
      expect([refused.status, await refused.json()]).toEqual([429, { error: 'too-frequent' }]);
    }
    expect((await from('203.0.113.8').post('/invitation', invitation)).status).toBe(410);
    // Whoever is signed in already goes on at the same address.
    expect((await mallory.post('/renew', {})).status).toBe(401);
    expect((await mallory.come('/console/api/ways', '')).status).toBe(200);
  });

  test('is refused as well to whoever comes back from the provider with one question', async () => {
    const mallory = from('203.0.113.9');
    const begun = await mallory.post('/organisation/begin', { devicePublicKey: device, invitation: null });
    const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const come = () => mallory.come('/console/organisation/back?code=made-up&state=made-up', cookie);
    const where = async () => (await come()).headers.get('location');
    for (let count = 1; count < MOST; count += 1) {
      expect(await where()).toBe('/console/sign-in?out=organisation-refused');
    }
    expect(await where()).toBe('/console/sign-in?out=too-frequent');
  });
});
