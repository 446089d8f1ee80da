import type { ChatId, DeskId, StaffId } from '@haven/shared/ids';
import { LIMITS } from '@haven/shared/protocol/limits';
import { describe, expect, test } from 'vitest';
import { HOUSES, houseOfSuite } from './houses';
import { newDevice } from './devices';
import { answers, counsellor, frameOf, newSeat, signIn, staff, visitor } from './peers';
import { linkedPair } from './stories';

const someChat = 'AAAAAAAAAAAAAAAAAAAAAA' as ChatId;

describe.each(HOUSES)('Bad input at %s', (_, onRedis) => {
  const { house, here } = houseOfSuite(onRedis);

  test('before a chat there is nothing to do but enter or resume', async () => {
    const amina = await visitor(here());
    const frame = frameOf(someChat);
    expect(await amina.refused('chat:look', {})).toBe('not-entered');
    expect(await amina.refused('frame', { frame })).toBe('not-entered');
    expect(await amina.refused('frames:since', { seen: 0 })).toBe('not-entered');
    expect(await amina.refused('chat:leave', { reason: 'silence' })).toBe('not-entered');
    expect(await amina.refused('transfer:refuse', {})).toBe('not-entered');
    expect(await amina.refused('survey:answer', { helped: null, safer: null })).toBe('not-entered');
    expect(await amina.refused('chat:resume', { capability: 'forged.a.b', seen: 0 })).toBe('bad-capability');
    const hello = {
      staffId: 'sanne' as StaffId,
      seat: newSeat(),
      frame: frameOf(someChat, { type: 'hello' }),
    };
    expect(await amina.refused('link:open', hello)).toBe('not-entered');
    amina.leave();
  });

  test('nobody gets into the desk without a sign-in, or from another site', async () => {
    await expect(staff(here(), '')).rejects.toThrow('not-signed-in');
    await expect(staff(here(), 'haven-staff=forged.token.here')).rejects.toThrow('not-signed-in');
    const { cookie } = await signIn(here(), 'sanne');
    await expect(staff(here(), cookie.split('.')[0] ?? '')).rejects.toThrow('not-signed-in');
    await expect(staff(here(), cookie, { origin: 'https://evil.example' })).rejects.toThrow('not-signed-in');
    const sanne = await staff(here(), cookie);
    expect(await sanne.refused('desk:look', {})).toBe('not-entered');
    expect(await sanne.refused('chat:claim', { chat: someChat })).toBe('not-entered');
    sanne.leave();
  });

  test('a visitor cannot speak for another chat, nor as staff', async () => {
    const amina = await linkedPair(house(), 'esra', 'amsterdam');
    const bilal = await linkedPair(house(), 'noor', 'amsterdam');
    const { chat } = bilal;
    expect(await amina.visitor.refused('frame', { frame: frameOf(chat) })).toBe('not-yours');
    const asStaff = frameOf(amina.chat, { from: 'staff' });
    expect(await amina.visitor.refused('frame', { frame: asStaff })).toBe('malformed');
    expect(await amina.visitor.refused('chat:resume', { capability: bilal.capability(), seen: 0 })).toBe(
      'not-yours',
    );
    const hello = { staffId: 'noor' as StaffId, seat: bilal.staff.seat };
    expect(
      await amina.visitor.refused('link:open', {
        ...hello,
        frame: frameOf(chat, { type: 'hello', epoch: 2 }),
      }),
    ).toBe('not-yours');
    const own = frameOf(amina.chat, { type: 'hello', epoch: 2 });
    expect(await amina.visitor.refused('link:open', { ...hello, frame: own })).toBe('unknown-member');
    expect(await amina.visitor.refused('link:open', { ...hello, frame: frameOf(amina.chat, { n: 9 }) })).toBe(
      'malformed',
    );
    amina.leave();
    bilal.leave();
  });

  test('a stale, unknown or impossible frame is named and changes nothing', async () => {
    const pair = await linkedPair(house(), 'karim', 'almere');
    const { chat, visitor: amina } = pair;
    const frame = (parts: Parameters<typeof frameOf>[1]) =>
      amina.refused('frame', { frame: frameOf(chat, parts) });
    expect(await frame({ epoch: 0 })).toBe('stale-epoch');
    expect(await frame({ epoch: 7 })).toBe('unknown-epoch');
    expect(await frame({ n: 0 })).toBe('malformed');
    const member = { staffId: 'karim' as StaffId, seat: pair.staff.seat };
    const old = frameOf(chat, { type: 'hello', epoch: 0 });
    expect(await amina.refused('link:open', { ...member, frame: old })).toBe('stale-epoch');
    expect(await amina.refused('frame', { frame: 'A'.repeat(LIMITS.frameCharacters + 1) })).toBe('too-large');
    expect(await amina.raw('frame', { frame: 'short' })).toEqual({ ok: false, error: 'malformed' });
    expect(await amina.raw('frame', { frame: frameOf(chat, { n: 5 }).replace(/.$/, '!') })).toEqual({
      ok: false,
      error: 'malformed',
    });
    const replay = await amina.ask('frames:since', { seen: 0 });
    expect(replay).toMatchObject({ frames: [], upTo: 1 });
    await pair.exchange(1);
    pair.leave();
  });

  test('a counsellor cannot claim, read, write or close what is not hers', async () => {
    const pair = await linkedPair(house(), 'lotte', 'haarlem');
    const { chat } = pair;
    const samuel = await counsellor(here(), 'samuel');
    expect(await samuel.refused('chat:claim', { chat })).toBe('already-claimed');
    expect(await samuel.refused('frames:since', { chat, seen: 0 })).toBe('not-yours');
    expect(await samuel.refused('frame', { frame: frameOf(chat, { from: 'staff' }) })).toBe('not-yours');
    expect(await samuel.refused('frame', { frame: frameOf(chat) })).toBe('malformed');
    expect(await samuel.refused('chat:close', { chat })).toBe('not-yours');
    expect(await samuel.refused('safety:set', { chat, level: 'red' })).toBe('not-yours');
    expect(await samuel.refused('link:request', { chat })).toBe('not-yours');
    expect(await samuel.refused('transfer:cancel', { chat })).toBe('not-yours');
    const target = { kind: 'desk', desk: 'general' as DeskId } as const;
    expect(await samuel.refused('transfer:ask', { chat, target })).toBe('not-yours');
    expect(await samuel.refused('offer:decline', { chat })).toBe('not-offered');
    expect(await samuel.refused('chat:claim', { chat: someChat })).toBe('unknown-chat');
    expect(await samuel.refused('frames:since', { chat: someChat, seen: 0 })).toBe('unknown-chat');
    const stolen = pair.staffCapability();
    expect(
      await samuel.refused('desk:enter', {
        seat: samuel.seat,
        presence: null,
        capacity: null,
        capabilities: [stolen],
      }),
    ).toBe('not-yours');
    const resumed = await visitor(here());
    expect(await resumed.refused('chat:resume', { capability: stolen, seen: 0 })).toBe('bad-capability');
    await pair.exchange(1);
    for (const peer of [samuel, resumed, pair]) peer.leave();
  });

  test('a message after the end is refused, and so is a second entry', async () => {
    const pair = await linkedPair(house(), 'femke', 'hilversum');
    const { chat, visitor: amina } = pair;
    expect(await amina.refused('chat:enter', answers())).toBe('wrong-phase');
    await pair.staff.ask('chat:close', { chat });
    expect(await amina.refused('frame', { frame: frameOf(chat, { n: 1 }) })).toBe('chat-ended');
    expect(await pair.staff.refused('frame', { frame: frameOf(chat, { n: 1, from: 'staff' }) })).toBe(
      'chat-ended',
    );
    const hello = { staffId: 'femke' as StaffId, seat: pair.staff.seat };
    expect(
      await amina.refused('link:open', { ...hello, frame: frameOf(chat, { type: 'hello', epoch: 2 }) }),
    ).toBe('chat-ended');
    expect(await amina.refused('transfer:complete', { epoch: 2 })).toBe('no-transfer');
    pair.leave();
  });

  test('an unknown event is named when it asks for a reply, and harms nobody when it does not', async () => {
    const amina = await visitor(here());
    expect(await amina.raw('chat:steal', {})).toEqual({ ok: false, error: 'unknown-event' });
    expect(await amina.raw('__proto__', {})).toEqual({ ok: false, error: 'unknown-event' });
    expect(await amina.raw('constructor')).toEqual({ ok: false, error: 'unknown-event' });
    amina.socket.emit('chat:look', {});
    amina.socket.emit('nonsense');
    amina.socket.emit('chat:enter');
    expect(await amina.raw('chat:enter')).toEqual({ ok: false, error: 'malformed' });
    expect(amina.socket.connected).toBe(true);
    amina.leave();
  });

  test('who sends too much is told to wait, and stays connected', async () => {
    const amina = await visitor(here());
    const replies = await Promise.all(Array.from({ length: 90 }, () => amina.raw('chat:look', {})));
    expect(replies).toContainEqual({ ok: false, error: 'too-frequent' });
    expect(replies[0]).toEqual({ ok: false, error: 'not-entered' });
    expect(amina.socket.connected).toBe(true);
    amina.leave();
  });

  test('a sign-in link is good once, on this machine, for one device', async () => {
    const { token, response } = await redeem(here());
    expect(response.status).toBe(200);
    const again = await post(here(), { token, devicePublicKey: newDevice() });
    expect([again.status, await again.json()]).toEqual([401, { error: 'not-signed-in' }]);
    const forged = await post(here(), { token: `${token}A`, devicePublicKey: newDevice() });
    expect(forged.status).toBe(401);
  });
});

const post = (url: string, body: unknown) =>
  fetch(`${url}/console/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

async function redeem(url: string) {
  const link = await fetch(`${url}/demo/sign-in/sanne`, { redirect: 'manual' });
  const token = (link.headers.get('location') ?? '').split('#')[1] ?? '';
  return { token, response: await post(url, { token, devicePublicKey: newDevice() }) };
}
