import type { TransferTarget } from '@haven/shared/protocol/chat';
import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { type DutyDesk, openDutyDesk } from './testing/duty-desk';
import { chatOf, deskNamed, seatOf, staffOf } from './testing/names';

const anna = chatOf('Anna');
const toStaff = (name: string): TransferTarget => ({ kind: 'staff', staffId: staffOf(name) });
const toHaarlem: TransferTarget = { kind: 'desk', desk: deskNamed('haarlem') };

/** Anna talks with Bram of Amsterdam; Carla and Hanna of Haarlem are free. */
async function talking(): Promise<DutyDesk> {
  const desk = openDutyDesk();
  await desk.comes('Bram', { capacity: 2 });
  await desk.enters('Anna');
  await desk.claims('Bram', 'Anna');
  await desk.sets('Bram', 'busy');
  await desk.comes('Carla', { desks: ['haarlem'] });
  await desk.pass(seconds(1));
  await desk.comes('Hanna', { desks: ['haarlem'] });
  desk.heard();
  return desk;
}
const asks = (desk: DutyDesk, target: TransferTarget, name = 'Bram') =>
  desk.tell({ kind: 'transfer-ask', chat: anna, staffId: staffOf(name), target });

/** Until Carla has accepted and the visitor's client has linked with her. */
async function linked(desk: DutyDesk): Promise<void> {
  await asks(desk, toStaff('Carla'));
  await desk.claims('Carla', 'Anna');
  await desk.must({
    kind: 'link-open',
    chat: anna,
    staffId: staffOf('Carla'),
    seat: seatOf('Carla'),
    epoch: 2,
  });
}
const failures = (desk: DutyDesk) => desk.heard().filter((fact) => fact.kind === 'transfer-failed');
const failed = (reason: string, desk: string | null = null) => ({
  kind: 'transfer-failed',
  to: 'bram',
  chat: anna,
  reason,
  desk,
});

describe('A transfer', () => {
  it('rings at the colleague, who comes in, gets the link, and has the chat', async () => {
    const desk = await talking();
    expect((await asks(desk, toStaff('Carla'))).ok).toBe(true);
    expect((await desk.sight('Anna')).record.phase).toBe('transferring');
    expect(desk.heard().find((fact) => fact.kind === 'offer')).toMatchObject({
      to: 'carla',
      offer: { kind: 'transfer', from: { staffId: 'bram', displayName: 'Bram', desk: 'amsterdam' } },
    });
    await desk.claims('Carla', 'Anna');
    expect((await desk.sight('Anna')).record.members.map((member) => [member.staffId, member.role])).toEqual([
      ['bram', 'counsellor'],
      ['carla', 'incoming'],
    ]);
    await desk.must({
      kind: 'link-open',
      chat: anna,
      staffId: staffOf('Carla'),
      seat: seatOf('Carla'),
      epoch: 2,
    });
    desk.heard();
    await desk.must({ kind: 'transfer-complete', chat: anna, epoch: 2 });
    const { record } = await desk.sight('Anna');
    expect(record).toMatchObject({ phase: 'active', desk: 'haarlem', transfer: null });
    expect(record.members.map((member) => [member.staffId, member.role])).toEqual([['carla', 'counsellor']]);
    expect((await desk.staff('Bram')).chats).toEqual([]);
    expect(desk.heard()).toContainEqual({ kind: 'chat-gone', to: 'bram', chat: anna, reason: 'transferred' });
    await desk.must({ kind: 'transfer-complete', chat: anna, epoch: 2 });
  });

  it('to a desk rings at the one idle longest, then at the next', async () => {
    const desk = await talking();
    await asks(desk, toHaarlem);
    expect(await desk.ringsAt('Carla')).toEqual(['Anna']);
    await desk.declines('Carla', 'Anna');
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
    expect((await desk.staff('Carla')).presence).toBe('available');
    await desk.pass(seconds(20));
    expect((await desk.staff('Hanna')).presence).toBe('away');
    expect(failures(desk)).toEqual([failed('no-answer', 'haarlem')]);
    expect((await desk.sight('Anna')).record).toMatchObject({ phase: 'active', transfer: null });
  });

  it('by name may ring at a busy colleague with room, and at nobody else', async () => {
    const desk = await talking();
    const nobody = { ok: false, error: 'nobody-free' };
    await desk.sets('Carla', 'pause');
    expect(await asks(desk, toStaff('Carla'))).toEqual(nobody);
    expect(await asks(desk, toStaff('Bram'))).toEqual(nobody);
    expect(await asks(desk, toStaff('Stranger'))).toEqual(nobody);
    expect(await asks(desk, { kind: 'desk', desk: deskNamed('zaanstad') })).toEqual(nobody);
    await desk.sets('Carla', 'busy');
    expect((await asks(desk, toStaff('Carla'))).ok).toBe(true);
    await desk.declines('Carla', 'Anna');
    await desk.enters('Eva', { region: 'haarlem' });
    await desk.claims('Hanna', 'Eva');
    expect(await asks(desk, toStaff('Hanna'))).toEqual(nobody);
  });

  it('is the counsellor’s to ask, one at a time', async () => {
    const desk = await talking();
    expect(await asks(desk, toHaarlem, 'Carla')).toEqual({ ok: false, error: 'not-yours' });
    await asks(desk, toHaarlem);
    expect(await asks(desk, toStaff('Hanna'))).toEqual({ ok: false, error: 'transfer-pending' });
    await desk.must({ kind: 'leave', chat: anna, reason: 'silence' });
    expect(await asks(desk, toHaarlem)).toEqual({ ok: false, error: 'chat-ended' });
  });

  it('fails when the colleague declines, lets it ring, or the visitor does not choose', async () => {
    const desk = await talking();
    await asks(desk, toStaff('Carla'));
    await desk.declines('Carla', 'Anna');
    await asks(desk, toStaff('Carla'));
    await desk.pass(seconds(20));
    expect((await desk.staff('Carla')).presence).toBe('away');
    await asks(desk, toStaff('Hanna'));
    await desk.claims('Hanna', 'Anna');
    await desk.pass(minutes(3));
    expect((await desk.staff('Hanna')).chats).toEqual([]);
    expect(failures(desk)).toEqual([failed('declined'), failed('no-answer'), failed('no-answer')]);
    expect((await desk.sight('Anna')).record.members).toHaveLength(1);
  });

  it('is refused by the visitor, who stays', async () => {
    const desk = await talking();
    await linked(desk);
    await desk.must({ kind: 'transfer-refuse', chat: anna });
    expect(failures(desk)).toEqual([failed('visitor-refused')]);
    expect((await desk.sight('Anna')).record.members.map((member) => member.staffId)).toEqual(['bram']);
    const none = { ok: false, error: 'no-transfer' };
    expect(await desk.tell({ kind: 'transfer-refuse', chat: anna })).toEqual(none);
    expect(await desk.tell({ kind: 'transfer-complete', chat: anna, epoch: 2 })).toEqual(none);
  });

  it('completes with the colleague’s epoch only', async () => {
    const desk = await talking();
    await linked(desk);
    expect(await desk.tell({ kind: 'transfer-complete', chat: anna, epoch: 1 })).toEqual({
      ok: false,
      error: 'unknown-epoch',
    });
  });

  it('is cancelled while it rings and after it was accepted', async () => {
    const desk = await talking();
    const cancel = (name: string) =>
      desk.tell({ kind: 'transfer-cancel', chat: anna, staffId: staffOf(name) });
    expect(await cancel('Bram')).toEqual({ ok: false, error: 'no-transfer' });
    await asks(desk, toStaff('Carla'));
    expect(await cancel('Carla')).toEqual({ ok: false, error: 'not-yours' });
    await cancel('Bram');
    expect(desk.heard()).toContainEqual({
      kind: 'offer-withdrawn',
      to: 'carla',
      chat: anna,
      reason: 'cancelled',
    });
    await linked(desk);
    desk.heard();
    await cancel('Bram');
    expect((await desk.staff('Carla')).chats).toEqual([]);
    const told = desk.heard().find((fact) => fact.kind === 'chat');
    expect(told?.kind === 'chat' && told.audience).toEqual(['bram', 'carla']);
  });
});

describe('During a transfer', () => {
  it('a colleague who leaves while it rings is passed over; when all have, it failed', async () => {
    const desk = await talking();
    await asks(desk, toHaarlem);
    await desk.goes('Carla');
    expect(await desk.ringsAt('Hanna')).toEqual(['Anna']);
    await desk.goes('Hanna');
    expect(failures(desk)).toEqual([failed('colleague-lost', 'haarlem')]);
  });

  it('a colleague who accepted may reload, but not stay away', async () => {
    const desk = await talking();
    await linked(desk);
    await desk.goes('Carla');
    expect((await desk.sight('Anna')).record.members[1]).toMatchObject({ seat: null, epoch: null });
    await desk.pass(seconds(60));
    await desk.comes('Carla', { desks: ['haarlem'], tab: 'reloaded', presence: null });
    await desk.pass(seconds(60));
    expect((await desk.sight('Anna')).record.phase).toBe('transferring');
    await desk.goes('Carla', 'reloaded');
    desk.heard();
    await desk.pass(seconds(90));
    expect(failures(desk).map((fact) => fact.reason)).toContain('no-answer');
  });

  it('a colleague who accepted is lost before the visitor chose', async () => {
    const desk = await talking();
    await linked(desk);
    await desk.goes('Carla');
    await desk.pass(seconds(90));
    expect(failures(desk)).toEqual([failed('colleague-lost')]);
    expect((await desk.sight('Anna')).record).toMatchObject({ phase: 'active', transfer: null });
  });

  it('the asking counsellor is lost while it rings: the chat returns to the queue', async () => {
    const desk = await talking();
    for (let n = 0; n < 4; n += 1) await desk.comes(`haarlem-${n}`, { desks: ['haarlem'] });
    await asks(desk, toHaarlem);
    await desk.goes('Bram');
    await desk.pass(seconds(89));
    expect(await desk.ringsAt('haarlem-3')).toEqual(['Anna']);
    expect((await desk.sight('Anna')).record.phase).toBe('transferring');
    desk.heard();
    await desk.pass(seconds(1));
    const withdrawn = { kind: 'offer-withdrawn', to: 'haarlem-3', chat: anna, reason: 'cancelled' };
    expect(desk.heard()).toContainEqual(withdrawn);
    const { record } = await desk.sight('Anna');
    expect(record).toMatchObject({ phase: 'waiting', returning: true, transfer: null, members: [] });
  });

  it('the asking counsellor is lost after it was accepted: the colleague has the chat', async () => {
    const desk = await talking();
    await linked(desk);
    await desk.goes('Bram');
    await desk.pass(seconds(90));
    const { record } = await desk.sight('Anna');
    expect(record).toMatchObject({ phase: 'active', returning: true, transfer: null });
    expect(record.members).toMatchObject([{ staffId: 'carla', role: 'counsellor', epoch: 2 }]);
  });

  it('both are lost: the chat returns to the queue', async () => {
    const desk = await talking();
    await linked(desk);
    await desk.goes('Bram');
    await desk.pass(seconds(5));
    await desk.goes('Carla');
    await desk.pass(seconds(85));
    expect((await desk.sight('Anna')).record).toMatchObject({ returning: true, transfer: null, members: [] });
  });

  it('the visitor leaves: it stops ringing, and the asking counsellor wraps up', async () => {
    const desk = await talking();
    await asks(desk, toStaff('Carla'));
    desk.heard();
    await desk.must({ kind: 'leave', chat: anna, reason: 'emergency-exit' });
    expect(desk.heard()).toContainEqual({ kind: 'offer-withdrawn', to: 'carla', chat: anna, reason: 'left' });
    expect((await desk.sight('Anna')).record.wrapUp?.staffId).toBe('bram');
    expect((await desk.staff('Carla')).chats).toEqual([]);
  });

  it('the visitor leaves after it was accepted: the colleague is out and is told', async () => {
    const desk = await talking();
    await linked(desk);
    desk.heard();
    await desk.must({ kind: 'leave', chat: anna, reason: 'visitor-closed' });
    const told = desk.heard().find((fact) => fact.kind === 'chat');
    expect(told?.kind === 'chat' && told.audience).toEqual(['bram', 'carla']);
    expect((await desk.staff('Carla')).chats).toEqual([]);
    expect((await desk.staff('Bram')).chats).toEqual([anna]);
  });
});
