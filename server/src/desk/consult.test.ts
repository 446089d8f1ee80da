import { TIMING } from '@haven/shared/protocol/limits';
import { seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from './snapshot';
import { type DutyDesk, NINE_O_CLOCK, openDutyDesk } from './testing/duty-desk';
import { chatOf, seatOf, staffOf } from './testing/names';

const anna = chatOf('Anna');

/** Anna talks with Bram; Carla, a supervisor of another desk, is there. */
async function talking(): Promise<DutyDesk> {
  const desk = openDutyDesk();
  await desk.comes('Bram', { capacity: 2 });
  await desk.enters('Anna');
  await desk.claims('Bram', 'Anna');
  await desk.sets('Bram', 'busy');
  await desk.comes('Carla', { desks: ['haarlem'], role: 'supervisor', presence: 'busy' });
  desk.heard();
  return desk;
}

const asks = (desk: DutyDesk, colleague = 'Carla', by = 'Bram') =>
  desk.tell({ kind: 'consult-ask', chat: anna, staffId: staffOf(by), colleague: staffOf(colleague) });
const ends = (desk: DutyDesk, by: string) =>
  desk.tell({ kind: 'consult-end', chat: anna, by: by === 'Anna' ? 'visitor' : staffOf(by) });
const links = (desk: DutyDesk, name: string, epoch: number) =>
  desk.must({ kind: 'link-open', chat: anna, staffId: staffOf(name), seat: seatOf(name), epoch });
const completes = (desk: DutyDesk, epoch: number) =>
  desk.tell({ kind: 'consult-complete', chat: anna, epoch });

async function joined(): Promise<DutyDesk> {
  const desk = await talking();
  await links(desk, 'Bram', 1);
  await asks(desk);
  await desk.claims('Carla', 'Anna');
  await links(desk, 'Carla', 2);
  await completes(desk, 2);
  desk.heard();
  return desk;
}

const roles = async (desk: DutyDesk) =>
  (await desk.sight('Anna')).record.members.map(({ staffId, role }) => [staffId, role]);
const over = (desk: DutyDesk) =>
  desk.heard().flatMap((fact) => (fact.kind === 'consult-over' ? [[fact.to, fact.reason]] : []));
const isFree = async (desk: DutyDesk, name: string) => (await desk.staff(name)).chats.length === 0;

describe('A consult', () => {
  it('rings at the colleague by name, who waits for the visitor, is linked, and is in beside the counsellor', async () => {
    const desk = await talking();
    expect((await asks(desk)).ok).toBe(true);
    expect(desk.heard().find((fact) => fact.kind === 'offer')).toMatchObject({
      to: 'carla',
      offer: { kind: 'consult', from: { staffId: 'bram' }, expiresAt: desk.now() + TIMING.ring },
    });
    expect((await desk.sight('Anna')).record.phase).toBe('active');
    await desk.claims('Carla', 'Anna');
    expect(await roles(desk)).toEqual([
      ['bram', 'counsellor'],
      ['carla', 'joining'],
    ]);
    expect(await completes(desk, 2)).toEqual({ ok: false, error: 'unknown-epoch' });
    await links(desk, 'Carla', 2);
    desk.heard();
    expect((await completes(desk, 2)).ok).toBe(true);
    expect((await completes(desk, 2)).ok).toBe(true);
    const joinings = desk.heard().filter((fact) => fact.kind === 'colleague-joined');
    expect(joinings).toEqual([{ kind: 'colleague-joined', by: 'bram', joined: 'carla' }]);
    expect(await roles(desk)).toEqual([
      ['bram', 'counsellor'],
      ['carla', 'joined'],
    ]);
    await desk.pass(TIMING.transferAnswer * 2);
    expect((await desk.sight('Anna')).record).toMatchObject({
      phase: 'active',
      consult: { state: 'joined' },
    });
  });

  it('gives way to a hand-over to the same colleague: that is what rings last in her console', async () => {
    const desk = await talking();
    await asks(desk);
    await desk.pass(seconds(5));
    desk.heard();
    const target = { kind: 'staff', staffId: staffOf('Carla') } as const;
    await desk.must({ kind: 'transfer-ask', chat: anna, staffId: staffOf('Bram'), target });
    const rang = desk.heard().filter(({ kind }) => kind.startsWith('offer'));
    expect(rang).toMatchObject([
      { kind: 'offer-withdrawn', to: 'carla', reason: 'cancelled' },
      { kind: 'offer', to: 'carla', offer: { kind: 'transfer' } },
    ]);
  });

  it('is asked for by the counsellor of the chat, once, of somebody who is there and has room', async () => {
    const desk = await talking();
    await desk.comes('Dirk', { presence: 'pause' });
    await desk.comes('Els', { role: 'administrator' });
    expect(await asks(desk, 'Bram', 'Carla')).toEqual({ ok: false, error: 'not-yours' });
    for (const nobody of ['Bram', 'Dirk', 'Els', 'Nobody'])
      expect(await asks(desk, nobody)).toEqual({ ok: false, error: 'nobody-free' });
    await asks(desk);
    expect(await asks(desk)).toEqual({ ok: false, error: 'consult-pending' });
    await desk.enters('Bert', { region: 'haarlem' });
    expect(await desk.claims('Carla', 'Bert')).toEqual({ ok: false, error: 'at-capacity' });
  });

  it.each([
    ['the colleague declines', (desk: DutyDesk) => desk.declines('Carla', 'Anna'), 'declined'],
    ['she lets it ring', (desk: DutyDesk) => desk.pass(TIMING.ring + seconds(1)), 'no-answer'],
    ['she goes to her break', (desk: DutyDesk) => desk.sets('Carla', 'pause'), 'declined'],
    ['her tab is gone', (desk: DutyDesk) => desk.goes('Carla'), 'colleague-lost'],
  ])('comes to nothing when %s, and the counsellor hears why', async (_, happens, reason) => {
    const desk = await talking();
    await asks(desk);
    await happens(desk);
    expect(over(desk)).toEqual([['bram', reason]]);
    expect((await desk.sight('Anna')).record.consult).toBeNull();
    expect(await isFree(desk, 'Carla')).toBe(true);
  });

  it('comes to nothing when the visitor refuses or does not answer for three minutes, or she thinks better of it', async () => {
    for (const [happens, reason] of [
      [(desk: DutyDesk) => ends(desk, 'Anna'), 'visitor-refused'],
      [(desk: DutyDesk) => ends(desk, 'Carla'), 'declined'],
      [(desk: DutyDesk) => desk.pass(TIMING.transferAnswer + seconds(1)), 'no-answer'],
    ] as const) {
      const desk = await talking();
      await asks(desk);
      await desk.claims('Carla', 'Anna');
      await happens(desk);
      const facts = desk.heard();
      expect(facts).toContainEqual({ kind: 'consult-over', to: 'bram', chat: anna, reason });
      expect(facts).toContainEqual({ kind: 'chat-gone', to: 'carla', chat: anna, reason: 'consult-over' });
      expect(await roles(desk)).toEqual([['bram', 'counsellor']]);
      expect((await desk.staff('Carla')).presence).toBe('busy');
    }
  });

  it.each([
    ['the visitor sends her out', 'Anna', [['bram', 'sent-out']]],
    ['she leaves', 'Carla', [['bram', 'left']]],
    ['the counsellor has enough', 'Bram', []],
  ] as const)('ends when %s; nobody else may end it', async (_, by, told) => {
    const desk = await joined();
    await desk.comes('Dirk');
    expect(await ends(desk, 'Dirk')).toEqual({ ok: false, error: 'not-yours' });
    expect((await ends(desk, by)).ok).toBe(true);
    expect(over(desk)).toEqual(told);
    expect(await roles(desk)).toEqual([['bram', 'counsellor']]);
    expect(await isFree(desk, 'Carla')).toBe(true);
    expect(await ends(desk, 'Anna')).toEqual({ ok: false, error: 'no-consult' });
    expect(
      await desk.tell({ kind: 'link-request', chat: anna, staffId: staffOf('Carla'), seat: seatOf('Carla') }),
    ).toEqual({ ok: false, error: 'not-yours' });
  });

  it('ends before a hand-over, also one to whoever has joined', async () => {
    const desk = await joined();
    const target = { kind: 'staff', staffId: staffOf('Carla') } as const;
    expect((await desk.tell({ kind: 'transfer-ask', chat: anna, staffId: staffOf('Bram'), target })).ok).toBe(
      true,
    );
    expect(await roles(desk)).toEqual([['bram', 'counsellor']]);
    expect(await asks(desk)).toEqual({ ok: false, error: 'transfer-pending' });
    await desk.claims('Carla', 'Anna');
    expect(await roles(desk)).toEqual([
      ['bram', 'counsellor'],
      ['carla', 'incoming'],
    ]);
  });

  it('ends with the counsellor: the chat goes back to the queue, and whoever had joined is out', async () => {
    const desk = await joined();
    await desk.goes('Bram');
    await desk.pass(seconds(60));
    expect(await roles(desk)).toEqual([
      ['bram', 'counsellor'],
      ['carla', 'joined'],
    ]);
    await desk.pass(TIMING.counsellorGrace);
    const { record } = await desk.sight('Anna');
    expect(record).toMatchObject({ phase: 'waiting', returning: true, members: [], consult: null });
    expect(await isFree(desk, 'Carla')).toBe(true);
  });

  it('outlives a lost tab of whoever has joined for as long as a counsellor’s, and ends then', async () => {
    const desk = await joined();
    await desk.goes('Carla');
    await desk.pass(TIMING.counsellorGrace - seconds(5));
    expect(await roles(desk)).toHaveLength(2);
    await desk.pass(seconds(10));
    expect(over(desk)).toEqual([['bram', 'colleague-lost']]);
    expect(await roles(desk)).toEqual([['bram', 'counsellor']]);
  });

  it('ends with the chat, and leaves no wrap-up to whoever had joined', async () => {
    const desk = await joined();
    await desk.must({ kind: 'leave', chat: anna, reason: 'visitor-closed' });
    expect((await desk.sight('Anna')).record).toMatchObject({ consult: null, wrapUp: { staffId: 'bram' } });
    expect(await roles(desk)).toEqual([['bram', 'counsellor']]);
    expect(await isFree(desk, 'Carla')).toBe(true);
  });

  it('is there again after the live state lost its memory, by whichever of the three comes first', async () => {
    const before = await joined();
    const snapshot = snapshotOf((await before.sight('Anna')).record);
    for (const presentedBy of ['visitor', staffOf('Bram'), staffOf('Carla')] as const) {
      const desk = openDutyDesk(NINE_O_CLOCK + seconds(600));
      const again = { kind: 'register-again', chat: anna, snapshot, issuedAt: NINE_O_CLOCK } as const;
      expect((await desk.tell({ ...again, presentedBy: staffOf('Dirk') })).ok).toBe(false);
      expect((await desk.tell({ ...again, presentedBy })).ok).toBe(true);
      expect((await desk.sight('Anna')).record).toMatchObject({
        phase: 'active',
        consult: { state: 'joined', by: 'bram', to: 'carla' },
        members: [
          { staffId: 'bram', role: 'counsellor', epoch: 1 },
          { staffId: 'carla', role: 'joined', epoch: 2 },
        ],
      });
      await desk.comes('Carla', { presence: null });
      expect((await desk.staff('Carla')).chats).toEqual([anna]);
      expect((await ends(desk, 'Carla')).ok).toBe(true);
    }
  });
});
