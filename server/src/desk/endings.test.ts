import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { type DutyDesk, openDutyDesk } from './testing/duty-desk';
import { chatOf, NO_TIME, staffOf } from './testing/names';
import { staffChat } from './views';

const anna = chatOf('Anna');
const bram = staffOf('Bram');

/** Anna in a chat with Bram, who has room for one. */
async function talking(): Promise<DutyDesk> {
  const desk = openDutyDesk();
  await desk.comes('Bram');
  await desk.enters('Anna');
  await desk.claims('Bram', 'Anna');
  desk.heard();
  return desk;
}

describe('A visitor leaves', () => {
  it('while waiting: the chat is out of the queue and nobody is bothered', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.must({ kind: 'leave', chat: anna, reason: 'visitor-closed' });
    const overview = await desk.store.overview(bram, desk.now());
    expect(overview.ok && overview.value.queue).toEqual([]);
    expect((await desk.sight('Anna')).record.wrapUp).toBeNull();
  });

  it('while it rings: the ring stops and the next one rings', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.enters('Dewi');
    desk.heard();
    await desk.must({ kind: 'leave', chat: anna, reason: 'emergency-exit' });
    expect(desk.heard()).toContainEqual({ kind: 'offer-withdrawn', to: bram, chat: anna, reason: 'left' });
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
  });

  it.each(['visitor-closed', 'emergency-exit', 'silence'] as const)(
    'in the chat: the counsellor learns the reason (%s) and wraps up',
    async (reason) => {
      const desk = await talking();
      await desk.must({ kind: 'leave', chat: anna, reason });
      const { record } = await desk.sight('Anna');
      expect(staffChat(record, bram, '')).toMatchObject({
        phase: 'ended',
        endReason: reason,
        wrapUpUntil: desk.now() + minutes(5),
      });
      const told = desk.heard().find((fact) => fact.kind === 'chat');
      expect(told?.kind === 'chat' && told.audience).toEqual([bram]);
    },
  );

  it('twice: the first reason stays', async () => {
    const desk = await talking();
    await desk.must({ kind: 'leave', chat: anna, reason: 'visitor-closed' });
    await desk.must({ kind: 'leave', chat: anna, reason: 'emergency-exit' });
    expect((await desk.sight('Anna')).record.ended?.reason).toBe('visitor-closed');
  });
});

describe('A visitor is lost', () => {
  it('while waiting: the place is kept for 45 seconds, then the chat ends', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Dewi');
    await desk.loses('Anna');
    await desk.pass(seconds(44));
    expect((await desk.sight('Anna')).place).toBe(1);
    await desk.pass(seconds(1));
    expect((await desk.sight('Anna')).record.ended?.reason).toBe('lost');
    expect((await desk.sight('Dewi')).place).toBe(1);
  });

  it('in the chat: the chat is kept for 5 minutes, and goes on when the visitor is back', async () => {
    const desk = await talking();
    await desk.loses('Anna');
    expect((await desk.sight('Anna')).record.visitor).toEqual({ state: 'lost', since: desk.now() });
    await desk.pass(minutes(4));
    await desk.returns('Anna');
    await desk.pass(minutes(10));
    expect((await desk.sight('Anna')).record.phase).toBe('active');
    await desk.loses('Anna');
    await desk.pass(minutes(5));
    expect((await desk.sight('Anna')).record.ended?.reason).toBe('lost');
    expect((await desk.staff('Bram')).chats).toEqual([anna]);
  });

  it('not by the end of a connection that was replaced', async () => {
    const desk = await talking();
    await desk.returns('Anna', 'another node');
    await desk.must({ kind: 'visitor-disconnected', chat: anna, connection: 'Anna-1' });
    expect((await desk.sight('Anna')).record.visitor.state).toBe('connected');
  });

  it('when nobody says any more that the connection is alive', async () => {
    const desk = await talking();
    desk.falls('Anna');
    await desk.pass(seconds(14));
    expect((await desk.sight('Anna')).record.visitor.state).toBe('connected');
    await desk.pass(seconds(6));
    expect((await desk.sight('Anna')).record.visitor.state).toBe('lost');
  });
});

describe('A counsellor closes', () => {
  it('her chat, but not a colleague’s', async () => {
    const desk = await talking();
    await desk.comes('Carla');
    expect(await desk.tell({ kind: 'close', chat: anna, staffId: staffOf('Carla') })).toEqual({
      ok: false,
      error: 'not-yours',
    });
    await desk.must({ kind: 'close', chat: anna, staffId: bram });
    expect((await desk.sight('Anna')).record.ended?.reason).toBe('counsellor-closed');
    expect(await desk.tell({ kind: 'close', chat: anna, staffId: bram })).toEqual({
      ok: false,
      error: 'chat-ended',
    });
  });

  it('and marks the safety level until the wrap-up is done', async () => {
    const desk = await talking();
    await desk.must({ kind: 'set-safety', chat: anna, staffId: bram, level: 'orange' });
    await desk.must({ kind: 'close', chat: anna, staffId: bram });
    await desk.must({ kind: 'set-safety', chat: anna, staffId: bram, level: 'red' });
    expect((await desk.sight('Anna')).record.safety).toBe('red');
    await desk.must({ kind: 'finish-wrap-up', chat: anna, staffId: bram, form: NO_TIME });
    expect(await desk.tell({ kind: 'set-safety', chat: anna, staffId: bram, level: null })).toEqual({
      ok: false,
      error: 'not-yours',
    });
  });
});

describe('Wrap-up', () => {
  it('ends by itself after 5 minutes, once, and the next chat rings', async () => {
    const desk = await talking();
    await desk.must({ kind: 'leave', chat: anna, reason: 'visitor-closed' });
    await desk.enters('Dewi');
    desk.heard();
    await desk.pass(minutes(5) - seconds(1));
    expect(await desk.ringsAt('Bram')).toEqual([]);
    await desk.pass(seconds(1));
    expect(await desk.ringsAt('Bram')).toEqual(['Dewi']);
    await desk.pass(minutes(1));
    expect(desk.heard().filter((fact) => fact.kind === 'chat-gone')).toEqual([
      { kind: 'chat-gone', to: bram, chat: anna, reason: 'wrapped-up' },
    ]);
  });

  it('is not for a chat that goes on, nor for a colleague', async () => {
    const desk = await talking();
    await desk.comes('Carla');
    const finish = (name: string) =>
      desk.tell({ kind: 'finish-wrap-up', chat: anna, staffId: staffOf(name), form: NO_TIME });
    expect(await finish('Bram')).toEqual({ ok: false, error: 'wrong-phase' });
    await desk.must({ kind: 'close', chat: anna, staffId: bram });
    expect(await finish('Carla')).toEqual({ ok: false, error: 'not-yours' });
    expect((await finish('Bram')).ok).toBe(true);
  });
});

describe('After the end', () => {
  it('the reason is kept for 10 minutes for whoever comes late, then nothing', async () => {
    const desk = await talking();
    await desk.must({ kind: 'leave', chat: anna, reason: 'emergency-exit' });
    await desk.pass(minutes(9));
    await desk.returns('Anna', 'late');
    expect((await desk.sight('Anna')).record).toMatchObject({
      phase: 'ended',
      ended: { reason: 'emergency-exit' },
      visitor: { state: 'connected', connection: 'late' },
    });
    desk.heard();
    await desk.pass(minutes(1));
    expect(await desk.store.chat(anna)).toEqual({ ok: false, error: 'unknown-chat' });
    expect(desk.heard()).toMatchObject([{ kind: 'contact' }, { kind: 'chat-forgotten', chat: anna }]);
    expect([...desk.tables.sets.values()].flatMap((set) => set.page(0, 99)).join()).not.toContain(anna);
  });
});
