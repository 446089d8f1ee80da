import type { DeskId, StaffId } from '@haven/shared/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { type OrganisationProvider, startOrganisationProvider } from '../support/organisation-provider';
import { until } from '../support/until';
import { type ConsoleBrowser, consoleBrowser } from './console-browser';
import { type House, openHouse } from './house';
import { signIn, staff } from './peers';

const PUBLIC_URL = 'https://chat.example.org';
const BACK = `${PUBLIC_URL}/console/organisation/back`;

const closing = createClosing();
let provider: OrganisationProvider;
let byInvitation: House;
let byGroup: House;
beforeAll(async () => {
  provider = closing.add(await startOrganisationProvider(BACK));
  const house = async (groups: { group: string; role: 'counsellor' | 'supervisor' }[]) => {
    const { issuer, client } = provider;
    const config = { issuer, ...client, scopes: 'openid profile', groupsClaim: 'groups', groups };
    return closing.add(await openHouse({ settings: { publicUrl: PUBLIC_URL, provider: config } }));
  };
  byInvitation = await house([]);
  byGroup = await house([
    { group: 'haven-leads', role: 'supervisor' },
    { group: 'haven', role: 'counsellor' },
  ]);
});
afterAll(closing.close);

const urlOf = (house: House): string => house.nodes[0]?.url ?? '';

/** Follows the way back from the provider; gives where the browser is sent then. */
async function comeBack(browser: ConsoleBrowser, house: House, back: URL): Promise<string> {
  const response = await fetch(`${urlOf(house)}${back.pathname}${back.search}`, {
    redirect: 'manual',
    headers: { Cookie: browser.cookie(), 'Sec-Fetch-Site': 'cross-site' },
  });
  for (const line of response.headers.getSetCookie()) browser.setCookie(line.split(';')[0] ?? '');
  return response.headers.get('location') ?? '';
}

const begin = async (browser: ConsoleBrowser, invitation: string | null = null): Promise<string> => {
  const { body } = await browser.post('/organisation/begin', { devicePublicKey: browser.device, invitation });
  return String(body['url']);
};

async function enter(house: House, subject: string, invitation: string | null = null) {
  const browser = consoleBrowser(urlOf(house));
  const back = await provider.signIn(await begin(browser, invitation), subject);
  const location = await comeBack(browser, house, back);
  return { browser, location, me: await browser.me() };
}

const REFUSED = '/console/sign-in?out=organisation-refused';

describe('With the organisation’s account', () => {
  test('an invited person enters, and does so from then on without an invitation', async () => {
    const wilma = await staff(urlOf(byInvitation), (await signIn(urlOf(byInvitation), 'wilma')).cookie);
    const link = await wilma.ask('people:invite', {
      displayName: 'Zoë',
      role: 'counsellor',
      desks: ['almere' as DeskId],
      languages: ['nl'],
    });
    const token = link.path.split('#')[1] ?? '';
    await until('she is known', async () => {
      const { status } = await consoleBrowser(urlOf(byInvitation)).post('/invitation', { token });
      return status === 200;
    });
    expect((await enter(byInvitation, 'subject-1')).location).toBe(REFUSED);
    const first = await enter(byInvitation, 'subject-1', token);
    expect(first.location).toBe('/console');
    expect(first.me).toMatchObject({ status: 200, body: { staffId: 'zoe' } });
    expect((await enter(byInvitation, 'subject-1')).me).toMatchObject({ body: { staffId: 'zoe' } });
    // The link was used; it makes nobody else her.
    expect((await enter(byInvitation, 'subject-2', token)).location).toBe(REFUSED);
    wilma.leave();
  });

  test('a member of a group is made known, gets the group’s role, and is refused when she left it', async () => {
    provider.people.set('subject-3', { name: 'Hind', groups: ['haven', 'choir'] });
    const first = await enter(byGroup, 'subject-3');
    expect(first.me).toMatchObject({ status: 200, body: { displayName: 'Hind', role: 'counsellor' } });

    provider.people.set('subject-3', { name: 'Hind', groups: ['haven-leads'] });
    const second = await enter(byGroup, 'subject-3');
    expect(second.me).toMatchObject({ body: { staffId: 'hind', role: 'supervisor' } });
    expect((await first.browser.me()).status).toBe(401);

    provider.people.set('subject-3', { name: 'Hind', groups: ['choir'] });
    expect((await enter(byGroup, 'subject-3')).location).toBe(REFUSED);
  });

  test('somebody whose access was withdrawn gets in no longer', async () => {
    const url = urlOf(byGroup);
    provider.people.set('subject-4', { name: 'Mila', groups: ['haven'] });
    await enter(byGroup, 'subject-4');
    const wilma = await staff(url, (await signIn(url, 'wilma')).cookie);
    await wilma.ask('people:deactivate', { staffId: 'mila' as StaffId });
    await until('it is known', async () => (await enter(byGroup, 'subject-4')).location === REFUSED);
    expect((await enter(byGroup, 'subject-4')).me.status).toBe(401);
    wilma.leave();
  });
});

describe('An answer of the provider', () => {
  test('is taken from the browser that asked, and from no other: nobody is signed in as somebody else', async () => {
    provider.people.set('subject-5', { name: 'Nine', groups: ['haven'] });
    const thief = consoleBrowser(urlOf(byGroup));
    const back = await provider.signIn(await begin(thief), 'subject-5');
    const victim = consoleBrowser(urlOf(byGroup));
    expect(await comeBack(victim, byGroup, back)).toBe(REFUSED);
    await begin(victim);
    expect(await comeBack(victim, byGroup, back)).toBe(REFUSED);
    expect((await victim.me()).status).toBe(401);
  });

  test('is good once, and only as the provider gave it', async () => {
    const browser = consoleBrowser(urlOf(byGroup));
    const url = await begin(browser);
    const cookie = browser.cookie();
    const back = await provider.signIn(url, 'subject-5');
    for (const [name, value] of [
      ['state', 'another'],
      ['iss', 'https://elsewhere.example'],
      ['code', 'made up'],
    ] as const) {
      const changed = new URL(back);
      changed.searchParams.set(name, value);
      browser.setCookie(cookie);
      expect({ name, to: await comeBack(browser, byGroup, changed) }).toEqual({ name, to: REFUSED });
    }
    browser.setCookie(cookie);
    expect(await comeBack(browser, byGroup, back)).toBe('/console');
    browser.setCookie(cookie);
    expect(await comeBack(browser, byGroup, back)).toBe(REFUSED);
  });

  test('is asked for with a proof key, a state and a nonce that are new each time', async () => {
    const browser = consoleBrowser(urlOf(byGroup));
    const [one, other] = [new URL(await begin(browser)), new URL(await begin(browser))];
    expect(one.searchParams.get('code_challenge_method')).toBe('S256');
    expect(one.searchParams.get('response_type')).toBe('code');
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(one.searchParams.get(name)?.length).toBeGreaterThan(30);
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name));
    }
  });
});

test('What is offered is what there is', async () => {
  const { body } = await consoleBrowser(urlOf(byGroup)).get('/ways');
  expect(body).toEqual({ passkey: true, organisation: true });
});
