import { displayRequests } from '@haven/shared/protocol/display';
import { staffRequests } from '@haven/shared/protocol/staff-events';
import { minutes } from '@haven/shared/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { type House, openHouse } from './house';
import { answers, counsellor, display, signIn, staff, visitor } from './peers';

const OTHERS = Object.keys(staffRequests).filter((name) => !(name in displayRequests));

describe('A display on a wall, on two nodes', () => {
  const closing = createClosing();
  let house: House;
  let here: string;
  let there: string;
  beforeAll(async () => {
    const { url } = closing.add(await startRedis());
    house = closing.add(await openHouse({ redisUrl: url, nodes: 2 }));
    here = house.nodes[0]?.url ?? '';
    there = house.nodes[1]?.url ?? '';
  });
  afterAll(closing.close);

  const fatma = async (url: string) => staff(url, (await signIn(url, 'fatma')).cookie);
  const open = (url: string, path: string) =>
    fetch(`${url}/console/api/display`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify({ token: path.split('#')[1] }),
    });
  const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  async function hung(name: string) {
    const supervisor = await fatma(here);
    const { id, path } = await supervisor.ask('display:make', { name });
    const cookie = cookieOf(await open(there, path));
    return { supervisor, id, path, cookie };
  }

  test('is opened by a link that is good once and for ten minutes, on whichever node', async () => {
    const supervisor = await fatma(here);
    const { path } = await supervisor.ask('display:make', { name: 'Teamkamer' });
    const opened = await open(there, path);
    expect(await opened.json()).toEqual({ name: 'Teamkamer' });
    const set = opened.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(set).toContain(attribute);
    expect((await open(here, path)).status).toBe(410);
    const late = await supervisor.ask('display:make', { name: 'Gang' });
    house.pass(minutes(10));
    expect((await open(here, late.path)).status).toBe(410);
    const { displays } = await supervisor.ask('display:list', {});
    expect(displays).toMatchObject([{ name: 'Teamkamer', madeBy: 'Fatma', linkUntil: null }]);
    expect(JSON.stringify(displays)).not.toContain(path.split('#')[1]);
    supervisor.leave();
  });

  test('shows at once what happens on another node, and of nobody the name', async () => {
    const { supervisor, cookie } = await hung('Hal');
    const noor = await counsellor(here, 'noor');
    const wall = await display(there, cookie);
    const { board, organisation } = await wall.ask('board:watch', {});
    expect(organisation.desks.length).toBeGreaterThan(1);
    expect(board.people).toMatchObject([
      { displayName: '', presence: 'available', restedAt: 0, until: null },
    ]);
    const anna = await visitor(here);
    const { view } = await anna.ask('chat:enter', answers({ region: 'amsterdam' as never }));
    await wall.told('board:changed', ({ desks }) => desks.some(({ waiting }) => waiting === 1));
    await noor.told('offer:made');
    await noor.ask('chat:claim', { chat: view.chat });
    await noor.ask('safety:set', { chat: view.chat, level: 'red' });
    const { red } = await wall.told('board:changed', (change) => change.red?.length === 1);
    expect(red).toMatchObject([{ desk: 'amsterdam', staffId: 'somebody', aloneSince: null }]);
    const all = JSON.stringify([board, wall.pushes('board:changed')]);
    for (const secret of [view.chat, 'Noor', '"noor"', 'Fatma']) expect(all).not.toContain(secret);
    for (const peer of [supervisor, noor, wall, anna]) peer.leave();
  });

  test('may watch the board and nothing else', async () => {
    const { supervisor, cookie } = await hung('Keuken');
    const wall = await display(here, cookie);
    expect(OTHERS.length).toBeGreaterThan(50);
    for (const request of OTHERS) {
      // More than a screen ever asks for in so short a time.
      house.pass(minutes(1));
      expect([request, await wall.raw(request, {})]).toEqual([
        request,
        { ok: false, error: 'unknown-event' },
      ]);
    }
    await expect(staff(here, cookie)).rejects.toThrow('not-signed-in');
    for (const path of ['challenge', 'me', 'renew', 'passkey/begin-adding']) {
      const method = path === 'challenge' ? 'GET' : 'POST';
      const answer = await fetch(`${here}/console/api/${path}`, {
        method,
        headers: { Cookie: cookie, Origin: here },
      });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    await expect(display(here, (await signIn(here, 'fatma')).cookie)).rejects.toThrow('not-signed-in');
    for (const peer of [supervisor, wall]) peer.leave();
  });

  test('comes back on another node when its own is gone', async () => {
    const { supervisor, cookie } = await hung('Balie');
    const wall = await display(here, cookie);
    await wall.ask('board:watch', {});
    wall.leave();
    const again = await display(there, cookie);
    expect((await again.ask('board:watch', {})).board.desks.length).toBeGreaterThan(1);
    for (const peer of [supervisor, again]) peer.leave();
  });

  test('is ended by any supervisor, at once, on every node; the audit log says who', async () => {
    const { supervisor, id, cookie } = await hung('Wachtkamer');
    const [one, other] = [await display(here, cookie), await display(there, cookie)];
    await supervisor.ask('display:end', { id });
    for (const wall of [one, other]) {
      await wall.told('signed-out');
      await until('it is cut off', () => !wall.socket.connected);
    }
    await expect(display(there, cookie)).rejects.toThrow('not-signed-in');
    const renewed = await fetch(`${here}/console/api/display/renew`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: here },
    });
    expect(renewed.status).toBe(401);
    const wilma = await staff(there, (await signIn(there, 'wilma')).cookie);
    const { entries } = await wilma.ask('audit:list', { before: null, by: null, act: null });
    const acts = entries.filter(({ about }) => about === 'Wachtkamer').map(({ act, by }) => [act, by]);
    expect(acts).toEqual([
      ['display-ended', 'fatma'],
      ['display-made', 'fatma'],
    ]);
    for (const peer of [supervisor, wilma]) peer.leave();
  });
});
