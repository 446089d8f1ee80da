import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import type { ChatSnapshot } from './records';
import { snapshotOf } from './snapshot';
import { type DutyDesk, NINE_O_CLOCK, openDutyDesk } from './testing/duty-desk';
import { chatOf, seatOf, staffOf } from './testing/names';

const TEN = NINE_O_CLOCK + minutes(60);

const snapshot = async (desk: DutyDesk, name: string): Promise<ChatSnapshot> =>
  snapshotOf((await desk.sight(name)).record);

const presents = (desk: DutyDesk, kept: ChatSnapshot, by = 'visitor', issuedAt = TEN - minutes(1)) =>
  desk.tell({
    kind: 'register-again',
    chat: kept.chat,
    snapshot: kept,
    issuedAt,
    presentedBy: by === 'visitor' ? by : staffOf(by),
  });

/** Before the loss: Anna talks with Bram on link 3; Dewi and Eva wait, in this order. */
async function before() {
  const desk = openDutyDesk();
  await desk.comes('Bram');
  await desk.enters('Anna');
  await desk.claims('Bram', 'Anna');
  const link = { chat: chatOf('Anna'), staffId: staffOf('Bram'), seat: seatOf('Bram') };
  await desk.must({ kind: 'link-open', ...link, epoch: 3 });
  await desk.must({ kind: 'set-safety', chat: chatOf('Anna'), staffId: staffOf('Bram'), level: 'red' });
  await desk.enters('Dewi');
  await desk.pass(seconds(1));
  await desk.enters('Eva');
  const kept = {
    anna: await snapshot(desk, 'Anna'),
    dewi: await snapshot(desk, 'Dewi'),
    eva: await snapshot(desk, 'Eva'),
  };
  return { desk, kept };
}

describe('A live state that lost its memory', () => {
  it('learns a chat again from its visitor: the counsellor, the link, the safety level', async () => {
    const { desk: old, kept } = await before();
    const desk = openDutyDesk(TEN);
    expect((await presents(desk, kept.anna)).ok).toBe(true);
    await desk.returns('Anna');
    const { record } = await desk.sight('Anna');
    expect(record).toMatchObject({
      phase: 'active',
      epoch: 3,
      safety: 'red',
      enteredAt: kept.anna.enteredAt,
    });
    expect(record.members).toEqual((await old.sight('Anna')).record.members);
    expect(record.version).toBeGreaterThan(kept.anna.version);
    await desk.comes('Bram', { presence: 'available' });
    expect(await desk.staff('Bram')).toMatchObject({ chats: [chatOf('Anna')], lost: null });
    await desk.pass(minutes(5));
    expect((await desk.sight('Anna')).record.members[0]).toMatchObject({ seat: seatOf('Bram'), epoch: 3 });
  });

  it('learns it from the counsellor, and keeps it for the visitor', async () => {
    const { kept } = await before();
    const desk = openDutyDesk(TEN);
    await presents(desk, kept.anna, 'Bram');
    await desk.comes('Bram');
    await desk.pass(minutes(2));
    await presents(desk, kept.anna);
    await desk.returns('Anna');
    await desk.pass(minutes(10));
    expect((await desk.sight('Anna')).record.phase).toBe('active');
  });

  it('a counsellor who comes back in another tab finds the link free', async () => {
    const { kept } = await before();
    const desk = openDutyDesk(TEN);
    await presents(desk, kept.anna);
    await desk.comes('Bram', { tab: 'reloaded' });
    expect((await desk.sight('Anna')).record.members[0]).toMatchObject({ seat: null, epoch: null });
  });

  it('a counsellor who does not come back in 90 seconds is lost', async () => {
    const { kept } = await before();
    const desk = openDutyDesk(TEN);
    await presents(desk, kept.anna);
    await desk.returns('Anna');
    await desk.pass(seconds(90));
    expect((await desk.sight('Anna')).record).toMatchObject({ phase: 'waiting', returning: true });
  });

  it('gives those who waited their turns back, whoever comes first', async () => {
    const { kept } = await before();
    const desk = openDutyDesk(TEN);
    await desk.comes('Carla', { presence: 'busy' });
    await desk.enters('Fatma');
    await presents(desk, kept.eva);
    await desk.returns('Eva');
    await presents(desk, kept.dewi);
    await desk.returns('Dewi');
    await desk.sets('Carla', 'available');
    expect(await desk.ringsAt('Carla')).toEqual(['Dewi']);
    await desk.declines('Carla', 'Dewi');
    expect(await desk.ringsAt('Carla')).toEqual(['Eva']);
    expect((await desk.sight('Dewi')).record).toMatchObject({ reach: { everyone: true }, told: true });
  });

  it('believes the newer of two snapshots, until the chat changes hands', async () => {
    const { desk: old, kept } = await before();
    await old.comes('Carla');
    await old
      .must({
        kind: 'transfer-ask',
        chat: chatOf('Anna'),
        staffId: staffOf('Bram'),
        target: { kind: 'staff', staffId: staffOf('Carla') },
      })
      .catch(() => undefined);
    await old.pass(seconds(30));
    await old.goes('Bram');
    await old.pass(seconds(90));
    const newer = await snapshot(old, 'Anna');
    expect(newer.counsellor).toBeNull();

    const desk = openDutyDesk(TEN);
    await presents(desk, kept.anna, 'Bram');
    expect((await desk.sight('Anna')).record.phase).toBe('active');
    await presents(desk, newer);
    expect((await desk.sight('Anna')).record).toMatchObject({ phase: 'waiting', returning: true });
    expect(await desk.store.staff(staffOf('Bram'))).toMatchObject({ value: { chats: [] } });
    await presents(desk, kept.anna, 'Bram');
    expect((await desk.sight('Anna')).record.phase).toBe('waiting');
    await desk.comes('Dora', { presence: 'busy' });
    await desk.claims('Dora', 'Anna');
    await presents(desk, { ...newer, version: newer.version + 100 });
    expect((await desk.sight('Anna')).record.phase).toBe('active');
  });

  it('does not let a staff member in who had no part in the chat', async () => {
    const { kept } = await before();
    const desk = openDutyDesk(TEN);
    expect(await presents(desk, kept.anna, 'Carla')).toEqual({ ok: false, error: 'not-yours' });
    expect(await presents(desk, kept.dewi, 'Bram')).toEqual({ ok: false, error: 'not-yours' });
  });
});

describe('What has ended', () => {
  it('is not registered again: not a chat that was in wrap-up when the memory was lost', async () => {
    const { desk: old } = await before();
    await old.must({ kind: 'close', chat: chatOf('Anna'), staffId: staffOf('Bram') });
    const kept = await snapshot(old, 'Anna');
    const desk = openDutyDesk(TEN);
    expect(await presents(desk, kept, 'Bram')).toEqual({ ok: false, error: 'chat-ended' });
    expect(await presents(desk, kept)).toEqual({ ok: false, error: 'chat-ended' });
  });
});

describe('A live state that remembers', () => {
  it('does not bring back a chat that has ended and been forgotten', async () => {
    const { desk, kept } = await before();
    await desk.must({ kind: 'leave', chat: chatOf('Anna'), reason: 'emergency-exit' });
    await desk.pass(minutes(11));
    const issuedAt = NINE_O_CLOCK + minutes(2);
    expect(await presents(desk, kept.anna, 'visitor', issuedAt)).toEqual({ ok: false, error: 'chat-ended' });
  });

  it('changes nothing about a chat that it knows', async () => {
    const { desk, kept } = await before();
    const { version } = (await desk.sight('Anna')).record;
    expect((await presents(desk, { ...kept.anna, counsellor: null })).ok).toBe(true);
    expect((await desk.sight('Anna')).record.version).toBe(version);
  });
});
