import { minutes, seconds } from '@haven/shared/units';
import { beforeEach, describe, expect, test } from 'vitest';
import { type DutyDesk, openDutyDesk } from './testing/duty-desk';
import { chatOf, seatOf, staffOf } from './testing/names';

let desk: DutyDesk;
beforeEach(() => {
  desk = openDutyDesk();
});

const bramWants = (presence: 'available' | 'busy') =>
  desk.tell({ kind: 'set-presence', staffId: staffOf('Bram'), presence });

describe('a counsellor whose device visitors would refuse', () => {
  test('comes to the desk and is away; she is told why she cannot be available', async () => {
    expect(await desk.comes('Bram', { certifiedUntil: null })).toMatchObject({ presence: 'away' });
    expect(await bramWants('available')).toEqual({ ok: false, error: 'not-certified' });
    expect(await desk.enters('Anna')).toEqual({ ok: false, error: 'turned-away' });
  });

  test('may be busy, but no colleague and no visitor counts on her', async () => {
    await desk.comes('Bram', { certifiedUntil: null });
    await desk.comes('Carla');
    expect((await bramWants('busy')).ok).toBe(true);
    await desk.enters('Anna');
    await desk.claims('Carla', 'Anna');
    const target = { kind: 'staff', staffId: staffOf('Bram') } as const;
    const [chat, staffId] = [chatOf('Anna'), staffOf('Carla')];
    expect(await desk.tell({ kind: 'transfer-ask', chat, staffId, target })).toEqual({
      ok: false,
      error: 'nobody-free',
    });
    expect(await desk.tell({ kind: 'consult-ask', chat, staffId, colleague: target.staffId })).toEqual({
      ok: false,
      error: 'nobody-free',
    });
    await desk.goes('Carla');
    await desk.pass(minutes(2));
    expect(await desk.enters('Dewi')).toEqual({ ok: false, error: 'turned-away' });
  });

  test('cannot claim, not even what rings at her in another tab', async () => {
    await desk.comes('Bram');
    await desk.comes('Bram', { tab: 'old laptop', presence: null, certifiedUntil: null });
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    const refused = { ok: false, error: 'not-certified' };
    expect(await desk.claims('Bram', 'Anna', 'old laptop')).toEqual(refused);
    expect((await desk.claims('Bram', 'Anna')).ok).toBe(true);
    const link = {
      kind: 'link-request',
      chat: chatOf('Anna'),
      staffId: staffOf('Bram'),
      seat: seatOf('old laptop'),
    } as const;
    expect(await desk.tell(link)).toEqual(refused);
  });

  test('is available as soon as she is certified and says so', async () => {
    await desk.comes('Bram', { certifiedUntil: null });
    await desk.isCertified('Bram', desk.now() + minutes(30));
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'away' });
    expect((await bramWants('available')).ok).toBe(true);
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });
});

describe('a certificate that ends during a shift', () => {
  test('takes her out of the offers to the second, and what rings goes to the next', async () => {
    await desk.comes('Bram', { certifiedUntil: desk.now() + seconds(10) });
    await desk.comes('Carla');
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.pass(seconds(9));
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Bram')).toEqual([]);
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'away', seats: [{ certifiedUntil: null }] });
  });

  test('leaves her the chat that she has', async () => {
    await desk.comes('Bram', { certifiedUntil: desk.now() + minutes(1) });
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.pass(minutes(2));
    const { record } = await desk.sight('Anna');
    expect(record).toMatchObject({ phase: 'active', members: [{ staffId: staffOf('Bram') }] });
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'away' });
  });

  test('ends nothing when it was renewed in time', async () => {
    await desk.comes('Bram', { certifiedUntil: desk.now() + minutes(1) });
    await desk.isCertified('Bram', desk.now() + minutes(30));
    await desk.pass(minutes(5));
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
  });

  test('counts on the device that still has one', async () => {
    await desk.comes('Bram', { certifiedUntil: desk.now() + minutes(1) });
    await desk.comes('Bram', { tab: 'at home', presence: null });
    await desk.pass(minutes(2));
    await desk.enters('Anna');
    expect(await desk.ringsAt('Bram')).toEqual(['Anna']);
    await desk.goes('Bram', 'at home');
    expect(await desk.ringsAt('Bram')).toEqual([]);
    expect(await desk.staff('Bram')).toMatchObject({ presence: 'away' });
  });

  test('may be withdrawn at once', async () => {
    await desk.comes('Bram');
    await desk.comes('Carla');
    await desk.enters('Anna');
    await desk.isCertified('Bram', null);
    expect(await desk.ringsAt('Bram')).toEqual([]);
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
  });
});
