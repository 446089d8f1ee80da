import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../support/house';
import { signInAs } from '../support/people/counsellor';
import { demonstrationToken, type DeviceKey, makeDeviceKey, proofOf, signIn } from '../support/sign-in';
import { until } from '../support/until';

let house: House;
let url: string;
beforeAll(async () => {
  house = await openHouse({ env: { TRUST_PROXY: '1' } });
  url = house.nodes[0]?.url ?? '';
});
afterAll(() => house.stop());

/** The word with which a connection to the duty desk was refused, or `connected`. */
async function knock(headers: Readonly<Record<string, string>>, sign?: DeviceKey['sign']): Promise<string> {
  const socket = io(`${url}/staff`, {
    extraHeaders: headers,
    auth: sign === undefined ? {} : await proofOf(url, headers['cookie'] ?? '', sign),
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  let outcome = '';
  socket.on('connect', () => {
    outcome = 'connected';
  });
  socket.on('connect_error', ({ message }) => {
    outcome = message;
  });
  await until('the desk has answered the knock', () => outcome !== '');
  socket.disconnect();
  return outcome;
}

const post = (path: string, headers: Readonly<Record<string, string>>, body: unknown) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the way to the duty desk', () => {
  test('a sign-in link works once and only as it was given', async () => {
    const [first, second] = [await makeDeviceKey(), await makeDeviceKey()];
    const token = await demonstrationToken(url, 'sanne');
    const [text = '', key, mac] = token.split('.');
    const other = Buffer.from(text, 'base64url').toString().replace('sanne', 'karim');
    const forged = [
      `${Buffer.from(other).toString('base64url')}.${key}.${mac}`,
      `${text}.${key}.${'A'.repeat(43)}`,
      `${text}.${key}.`,
      '',
      'x'.repeat(4_000),
    ];
    for (const attempt of forged) {
      const response = await post(
        '/console/api/sign-in',
        { origin: url },
        { token: attempt, devicePublicKey: first.publicKey },
      );
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    const { body, cookie } = await signIn(url, token, first.publicKey);
    expect(body.staffId).toBe('sanne');
    const again = await post(
      '/console/api/sign-in',
      { origin: url },
      { token, devicePublicKey: second.publicKey },
    );
    expect([again.status, await again.json()]).toEqual([401, { error: 'not-signed-in' }]);
    // The cookie is good for the device that signed in, and for no other.
    const me = async ({ sign }: DeviceKey) =>
      (await post('/console/api/me', { cookie, origin: url }, await proofOf(url, cookie, sign))).status;
    expect(await me(first)).toBe(200);
    expect(await me(second)).toBe(401);
    expect(await knock({ origin: url, cookie }, second.sign)).toBe('not-signed-in');
    expect(await knock({ origin: url, cookie })).toBe('device-unproven');
    expect(await knock({ origin: url, cookie }, first.sign)).toBe('connected');
  });

  test('nobody reaches the duty desk without a sign-in', async () => {
    const { cookie, device } = await signInAs(url, 'karim');
    const [name = '', held = ''] = cookie.split('=');
    const [id = '', secret = ''] = held.split('.');
    const { cookie: hers, device: herDevice } = await signInAs(url, 'noor');
    const attempts = [
      '',
      `${name}=`,
      `${name}=${id}`,
      `${name}=${secret}`,
      `${name}=${id.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}.${secret}`,
      // A link's token is no sign-in.
      `${name}=${await demonstrationToken(url, 'karim')}`,
    ];
    for (const attempt of attempts) {
      expect(await knock({ origin: url, cookie: attempt }, device.sign)).toBe('not-signed-in');
    }
    expect(await knock({ origin: url, cookie }, device.sign)).toBe('connected');
    // Whoever knows which session it is but not its secret may have an older copy: it is over for everybody.
    expect(await knock({ origin: url, cookie: `${name}=${id}.${hers.split('.')[1]}` }, device.sign)).toBe(
      'not-signed-in',
    );
    expect(await knock({ origin: url, cookie }, device.sign)).toBe('not-signed-in');
    expect(await knock({ origin: url, cookie: hers }, herDevice.sign)).toBe('connected');
  });

  test('a page of another origin cannot use a counsellor’s sign-in', async () => {
    const { cookie, device } = await signInAs(url, 'noor');
    expect(await knock({ origin: 'https://elsewhere.example', cookie }, device.sign)).not.toBe('connected');
    expect(await knock({ origin: url, cookie }, device.sign)).toBe('connected');
    const token = await demonstrationToken(url, 'noor');
    const body = { token, devicePublicKey: device.publicKey };
    const response = await post('/console/api/sign-in', { origin: 'https://elsewhere.example' }, body);
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null]);
    const raw = await post('/console/api/sign-in', { origin: url }, body);
    const [setCookie] = raw.headers.getSetCookie();
    expect(setCookie).toMatch(/; HttpOnly/);
    expect(setCookie).toMatch(/; SameSite=Strict/);
  });

  test('the demonstration’s sign-in answers nobody from elsewhere', async () => {
    const knockAtDemo = async (headers: Readonly<Record<string, string>>) => {
      const response = await fetch(`${url}/demo/sign-in/sanne`, { redirect: 'manual', headers });
      return [response.status, response.headers.get('location')?.split('#')[0] ?? null];
    };
    expect(await knockAtDemo({})).toEqual([303, '/console/sign-in']);
    expect(await knockAtDemo({ 'x-forwarded-for': '203.0.113.7' })).toEqual([404, null]);
    expect(await knockAtDemo({ 'x-forwarded-for': '127.0.0.1, 203.0.113.7' })).toEqual([404, null]);
    expect(await knockAtDemo({ 'sec-fetch-site': 'cross-site' })).toEqual([404, null]);
    // A page elsewhere whose name leads to this machine: the browser takes the answer for that page's own.
    const asked = request(`${url}/demo/sign-in/sanne`, { headers: { host: 'rebound.example' } }).end();
    const [rebound] = (await once(asked, 'response')) as [IncomingMessage];
    rebound.resume();
    expect([rebound.statusCode, rebound.headers.location]).toEqual([404, undefined]);
    // Behind a proxy that nobody declared, everybody comes from this machine.
    const undeclared = await openHouse();
    const response = await fetch(`${undeclared.nodes[0]?.url}/demo/sign-in/sanne`, {
      redirect: 'manual',
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    await undeclared.stop();
    expect(response.status).toBe(404);
  });
});
