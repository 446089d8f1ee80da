import { LIMITS } from '@haven/shared/protocol/limits';
import type { StaffId } from '@haven/shared/ids';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { until } from '../support/until';
import { HOUSES, houseOfSuite } from './houses';
import { counsellor, newSeat, signIn, staff } from './peers';

const SANNE = 'sanne' as StaffId;
const KARIM = 'karim' as StaffId;
const bytes = (length: number) => randomBytes(length).toString('base64url');

describe.each(HOUSES)('Words between colleagues on %s', (_, onRedis) => {
  const { here, there } = houseOfSuite(onRedis);

  test('reach the tab that was opened last, and go back to the one they came from', async () => {
    const sanne = await counsellor(here(), SANNE);
    const older = await counsellor(there(), KARIM);
    const newer = await counsellor(there(), KARIM);
    const frame = bytes(100);
    await sanne.ask('colleague:send', { to: KARIM, seat: null, frame });
    expect(await newer.told('colleague:frame')).toEqual({ from: SANNE, seat: sanne.seat, frame });
    const answer = bytes(100);
    await newer.ask('colleague:send', { to: SANNE, seat: sanne.seat, frame: answer });
    expect(await sanne.told('colleague:frame')).toEqual({ from: KARIM, seat: newer.seat, frame: answer });
    const aside = bytes(100);
    await sanne.ask('colleague:send', { to: KARIM, seat: older.seat, frame: aside });
    expect(await older.told('colleague:frame')).toEqual({ from: SANNE, seat: sanne.seat, frame: aside });
    expect(newer.pushes('colleague:frame')).toHaveLength(1);
    for (const peer of [sanne, older, newer]) peer.leave();
  });

  test('are gone where nobody is: no tab, another tab, no such person, oneself, an administrator', async () => {
    const sanne = await counsellor(here(), SANNE);
    const again = await counsellor(here(), SANNE);
    const wilma = await counsellor(there(), 'wilma');
    const fatma = await counsellor(there(), 'fatma');
    const refused = (to: string, seat: ReturnType<typeof newSeat> | null = null) =>
      sanne.refused('colleague:send', { to: to as StaffId, seat, frame: bytes(100) });
    expect(await refused('nobody-of-that-name')).toBe('unknown-member');
    expect(await refused('fatma', newSeat())).toBe('unknown-member');
    expect(await refused('fatma', sanne.seat)).toBe('unknown-member');
    expect(await refused('sanne', again.seat)).toBe('unknown-member');
    expect(await refused('wilma')).toBe('unknown-member');
    fatma.leave();
    await until('Fatma is gone', async () => (await refused('fatma')) === 'unknown-member');
    expect([...again.pushes('colleague:frame'), ...wilma.pushes('colleague:frame')]).toEqual([]);
    for (const peer of [sanne, again, wilma]) peer.leave();
  });

  test('are no larger than a frame, and come from a seat', async () => {
    const sanne = await counsellor(here(), SANNE);
    const karim = await counsellor(there(), KARIM);
    const send = (frame: string) => sanne.refused('colleague:send', { to: KARIM, seat: null, frame });
    expect(await send(bytes(LIMITS.frameBytes))).toBe('accepted');
    expect(await send(bytes(LIMITS.frameBytes + 2))).toBe('too-large');
    expect(await send('')).toBe('malformed');
    const odd = { to: 'No Name' as StaffId, seat: null, frame: bytes(100) };
    expect(await sanne.refused('colleague:send', odd)).toBe('malformed');
    expect(await send(`${bytes(100)}!`)).toBe('malformed');
    const { cookie } = await signIn(here(), SANNE);
    const standing = await staff(here(), cookie);
    const frame = bytes(100);
    expect(await standing.refused('colleague:send', { to: KARIM, seat: null, frame })).toBe('not-entered');
    await karim.told('colleague:frame');
    expect(karim.pushes('colleague:frame')).toHaveLength(1);
    for (const peer of [sanne, karim, standing]) peer.leave();
  });

  test('have somebody at the other end whose coming and going every console hears of at once, also while away', async () => {
    const sanne = await counsellor(here(), SANNE);
    const heard = () =>
      sanne
        .pushes('staff:changed')
        .flatMap(({ upsert }) => upsert)
        .filter(({ staffId }) => staffId === KARIM)
        .map(({ presence, there: seated }) => `${presence}, ${seated ? 'there' : 'gone'}`)
        .at(-1);
    const karim = await counsellor(there(), KARIM);
    await until('Sanne hears that Karim came', () => heard() === 'available, there');
    await karim.ask('presence:set', { presence: 'away' });
    await until('Sanne hears that he is away', () => heard() === 'away, there');
    karim.leave();
    await until('Sanne hears that he left', () => heard() === 'away, gone');
    const again = await counsellor(there(), KARIM);
    await until('Sanne hears that he is back', () => heard()?.endsWith('there') === true);
    expect(heard()).toMatch(/there$/);
    for (const peer of [sanne, again]) peer.leave();
  });

  test('come no faster than a person and her device need', async () => {
    const sanne = await counsellor(here(), SANNE);
    const karim = await counsellor(there(), KARIM);
    const frame = bytes(100);
    const answers = await Promise.all(
      Array.from({ length: 400 }, () => sanne.refused('colleague:send', { to: KARIM, seat: null, frame })),
    );
    expect(new Set(answers)).toEqual(new Set(['accepted', 'too-frequent']));
    for (const peer of [sanne, karim]) peer.leave();
  });
});
