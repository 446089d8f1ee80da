import { fromBase64Url } from '@haven/shared/crypto/bytes';
import { verifyChain } from '@haven/shared/crypto/chain';
import { loadSodium } from '@haven/shared/crypto/sodium';
import { deskStatus } from '@haven/shared/protocol/http';
import type { PublicKey } from '@haven/shared/ids';
import { organisation } from '@haven/shared/protocol/organisation';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';
import { type House, openHouse } from './house';
import { introduce, newDevice } from './devices';
import { counsellor, signIn, staff } from './peers';
import { linkedPair } from './stories';

const closing = createClosing();
let house: House;
let url: string;

const PAGE = `<!doctype html><title>{{lang}}</title><p>${'safe '.repeat(300)}</p><a href="{{exitUrl}}">{{root}}</a>{{staffLinks}}`;

beforeAll(async () => {
  const folder = temporaryFolder('pages');
  closing.defer(folder.remove);
  const at = (path: string) => `${folder.path}/${path}`;
  for (const path of ['web/chat/assets', 'console/console/assets', 'demo'])
    mkdirSync(at(path), { recursive: true });
  writeFileSync(at('web/embed.js'), `/* ${'loader '.repeat(200)} */`);
  writeFileSync(at('web/chat.html'), PAGE);
  writeFileSync(at('web/chat/assets/crypto-worker-1a2b.js'), 'self.close();');
  writeFileSync(at('web/chat/assets/start-3c4d.js'), 'void 0;');
  writeFileSync(at('web/secret.txt'), 'not an asset');
  writeFileSync(at('console/index.html'), PAGE);
  writeFileSync(at('console/console/assets/crypto-worker-5e6f.js'), 'self.close();');
  writeFileSync(at('demo/index.html'), PAGE);
  writeFileSync(at('demo/site.css'), 'body {}');
  house = closing.add(
    await openHouse({
      settings: { publicUrl: null, frameAncestors: ['https://www.example.org'], trustProxy: 1 },
      folders: { webClient: at('web'), console: at('console'), demonstration: at('demo') },
    }),
  );
  url = house.nodes[0]?.url ?? '';
});
afterAll(closing.close);

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(url + path, { redirect: 'manual', headers });
const policyOf = (response: Response) =>
  new Map(
    (response.headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
/** A path as it stands; fetch would tidy it up. */
const rawStatus = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    httpRequest(url, { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('Every response', () => {
  test.each([
    '/chat',
    '/console',
    '/demo',
    '/embed.js',
    '/organisation.json',
    '/status.json',
    '/healthz',
    '/nothing',
    '/console/api/me',
  ])('%s has the strict headers, and may be kept by nobody but for the loader', async (path) => {
    const response = await get(path);
    const policy = policyOf(response);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|data:/);
    expect(policy.get('frame-ancestors')).toBe(path === '/chat' ? 'https://www.example.org' : "'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe(
      path === '/embed.js' ? 'public, max-age=300' : 'no-store',
    );
  });

  test.each(['/chat', '/console'])(
    'the document %s runs only its own scripts, and makes no code of text',
    async (path) => {
      const policy = policyOf(await get(path));
      expect(policy.get('script-src')).toBe("'self'");
      expect(policy.get('style-src')).toBe("'self'");
      expect(policy.get('require-trusted-types-for')).toBe("'script'");
      expect(policy.get('trusted-types')).toBe('haven-workers');
    },
  );

  test.each(['/chat/assets/crypto-worker-1a2b.js', '/console/assets/crypto-worker-5e6f.js'])(
    'the worker %s may run WebAssembly and talk to nobody',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const policy = policyOf(response);
      expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
      expect(policy.get('connect-src')).toBe("'none'");
    },
  );

  test('no other script may run WebAssembly', async () => {
    const policy = policyOf(await get('/chat/assets/start-3c4d.js'));
    expect(policy.get('script-src')).toBeUndefined();
  });
});

describe('Files', () => {
  test('come in brotli where it is asked for, and are the same', async () => {
    const plain = await (await get('/chat', { 'Accept-Encoding': 'identity' })).text();
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      httpRequest(`${url}/chat`, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
        expect(response.headers['content-encoding']).toBe('br');
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    expect(brotliDecompressSync(bytes).toString()).toBe(plain);
    expect(bytes.length).toBeLessThan(plain.length);
  });

  test('the loader is not sent again to whoever has it', async () => {
    const first = await get('/embed.js');
    const again = await get('/embed.js', { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test.each([
    '/chat/assets/../../secret.txt',
    '/chat/assets/%2e%2e/%2e%2e/secret.txt',
    '/chat/assets/..%2f..%2fsecret.txt',
    '/demo/../web/secret.txt',
    '/secret.txt',
    '/chat.html',
    '/chat/assets/',
    '/demo/index.html',
    '/chat/assets/%00.js',
  ])('%s is not found', async (path) => {
    expect([404, 400]).toContain(await rawStatus(path));
  });

  test('every path of the console is its one document', async () => {
    expect(await (await get('/console/sign-in')).text()).toBe(await (await get('/console')).text());
    expect((await get('/console/assets/none.js')).status).toBe(404);
  });
});

describe('What anybody may know', () => {
  test('is who the organisation is, and whether somebody is there, for pages of any site', async () => {
    const known = organisation.parse(await (await get('/organisation.json')).json());
    expect(known).toMatchObject({ demonstration: true, generalDesk: 'general' });
    expect(known.regions.map(({ name }) => name)).toEqual([
      'Alkmaar',
      'Almere',
      'Amsterdam',
      'Haarlem',
      'Hilversum',
      'Zaanstad',
    ]);
    const response = await get('/status.json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(deskStatus.parse(await response.json())).toBeDefined();
  });
});

describe('The exit', () => {
  test('is a link that works without any script, and clears what the browser has of us', async () => {
    const response = await get('/exit');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('https://www.example.org/weather');
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
  });

  test('by beacon ends the chat and tells the counsellor why', async () => {
    const pair = await linkedPair(house, 'sanne', 'alkmaar');
    const leave = (body: string) => fetch(`${url}/exit`, { method: 'POST', body });
    for (const body of ['', 'forged.a.b', pair.staffCapability()]) {
      expect((await leave(body)).status).toBe(204);
    }
    await pair.exchange(1);
    const response = await leave(pair.capability());
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"');
    const ended = await pair.staff.told('chat:changed', ({ phase }) => phase === 'ended');
    expect(ended.endReason).toBe('emergency-exit');
    pair.leave();
  });
});

describe('Signing in', () => {
  test('certifies this device, by a chain that the root vouches for', async () => {
    const sodium = await loadSodium();
    const bytes = (text: string) => {
      const decoded = fromBase64Url(text);
      if (!decoded.ok) throw new Error(text);
      return decoded.value;
    };
    const device = newDevice();
    const { body } = await signIn(url, 'fatma', device);
    const chain = { issuer: bytes(body.chain?.issuer ?? ''), device: bytes(body.chain?.device ?? '') };
    const roots = body.organisation.roots.map(bytes);
    const trust = { roots, organisation: body.organisation.id, now: Date.now() };
    expect(verifyChain(sodium, chain, trust)).toMatchObject({
      ok: true,
      value: { staffId: 'fatma', displayName: 'Fatma', role: 'supervisor', publicKey: bytes(device) },
    });
    expect(verifyChain(sodium, chain, { ...trust, now: body.certificateUntil ?? 0 })).toEqual({
      ok: false,
      error: 'certificate-expired',
    });
  });

  test('keeps the cookie from scripts and from other sites', async () => {
    const link = await get('/demo/sign-in/karim');
    const token = (link.headers.get('location') ?? '').split('#')[1];
    const response = await fetch(`${url}/console/api/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token, devicePublicKey: newDevice() }),
    });
    const attributes = (response.headers.get('set-cookie') ?? '').split('; ').slice(1);
    expect(attributes).toEqual(
      expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=57600']),
    );
  });

  test('is remembered for this device and no other, until it signs out', async () => {
    const device = newDevice();
    const { cookie } = await signIn(url, 'karim', device);
    const me = async (key: PublicKey) =>
      fetch(`${url}/console/api/me`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie },
        body: JSON.stringify(await introduce(url, cookie, key)),
      });
    expect((await me(device)).status).toBe(200);
    const other = await me(newDevice());
    expect([other.status, await other.json()]).toEqual([401, { error: 'not-signed-in' }]);
    const tab = await counsellor(url, 'dewi');
    const sameDevice = await staff(url, cookie);
    const out = await fetch(`${url}/console/api/sign-out`, { method: 'POST', headers: { Cookie: cookie } });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    await sameDevice.told('signed-out');
    expect(tab.pushes('signed-out')).toEqual([]);
    tab.leave();
  });

  test('is refused to pages of other sites, and without JSON', async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${url}/console/api/sign-in`, { method: 'POST', headers, body });
    const json = { 'Content-Type': 'application/json' };
    expect((await post({ ...json, Origin: 'https://evil.example' }, '{}')).status).toBe(403);
    expect((await post(json, '{}')).status).toBe(400);
    expect((await post(json, 'not json')).status).toBe(400);
    expect((await post({ 'Content-Type': 'text/plain' }, '{}')).status).toBe(400);
    expect((await get('/console/api/nothing')).status).toBe(404);
  });

  test('by demonstration link is for those at this machine', async () => {
    const ask = (headers: Record<string, string>) => get('/demo/sign-in/sanne', headers);
    expect((await ask({})).status).toBe(303);
    expect((await ask({ 'X-Forwarded-For': '127.0.0.1' })).status).toBe(404);
    expect((await ask({ 'X-Forwarded-For': '203.0.113.7' })).status).toBe(404);
    expect((await ask({ 'X-Real-IP': '203.0.113.7' })).status).toBe(404);
    expect((await ask({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(404);
    expect((await get('/demo/sign-in/nobody')).status).toBe(404);
  });

  test('the host page is filled in, in either language, and invites to the console', async () => {
    const page = await (await get('/demo?lang=en')).text();
    expect(page).toContain('<title>en</title>');
    expect(page).toContain('href="https://www.example.org/weather"');
    expect(page).toContain('/demo/sign-in/sanne');
    expect(page).not.toContain('{{');
    expect((await get('/demo/site.css')).headers.get('content-type')).toContain('text/css');
  });
});
