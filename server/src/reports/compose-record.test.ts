import { openDutyDesk } from '../desk/testing/duty-desk';
import { chatOf, staffOf } from '../desk/testing/names';
import type { DutyDesk } from '../desk/testing/duty-desk';
import type { WrapUpForm } from '@haven/shared/protocol/contact-record';
import { contactRecord } from '@haven/shared/protocol/contact-record';
import { minutes, seconds } from '@haven/shared/units';
import { describe, expect, it } from 'vitest';
import { composeRecord } from './compose-record';
import { localHour } from './local-hour';

const ZONE = 'Europe/Amsterdam';
const anna = chatOf('Anna');
const bram = staffOf('Bram');
const FORM: WrapUpForm = {
  kind: 'facts',
  forWhom: 'someone-else',
  topics: ['children', 'children'],
  safety: 'orange',
  actions: ['advice'],
};

/** What the records would get of the facts that the desk told since the last call. */
const recordsOf = (desk: DutyDesk) =>
  desk.heard().flatMap((fact) => (fact.kind === 'contact' ? composeRecord(fact.contact, ZONE) : []));

/** Anna waited forty seconds, talked with Bram for a quarter of an hour, and left. */
async function talked(): Promise<DutyDesk> {
  const desk = openDutyDesk();
  await desk.comes('Bram', { presence: 'busy' });
  await desk.enters('Anna');
  await desk.pass(seconds(40));
  await desk.claims('Bram', 'Anna');
  await desk.pass(minutes(15));
  await desk.must({ kind: 'close', chat: anna, staffId: bram });
  return desk;
}

describe('The contact record of a chat', () => {
  it('is made when the chat is forgotten: from what is known, the form and the answers', async () => {
    const desk = await talked();
    await desk.must({ kind: 'answer-survey', chat: anna, survey: { helped: 'yes', safer: null } });
    await desk.must({ kind: 'finish-wrap-up', chat: anna, staffId: bram, form: FORM });
    expect(recordsOf(desk)).toEqual([]);
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toEqual([
      {
        day: '2026-03-02',
        hour: 10,
        desk: 'amsterdam',
        region: 'amsterdam',
        language: 'nl',
        forWhom: 'someone-else',
        topics: ['children'],
        safety: 'orange',
        actions: ['advice'],
        wait: 'within-1',
        duration: 'under-30',
        ended: 'counsellor-closed',
        registration: 'full',
        skipReason: null,
        helped: 'yes',
        safer: null,
      },
    ]);
  });

  it('takes answers that come after the wrap-up, the first ones, and none that come after the chat is forgotten', async () => {
    const desk = await talked();
    await desk.must({ kind: 'finish-wrap-up', chat: anna, staffId: bram, form: FORM });
    await desk.must({ kind: 'answer-survey', chat: anna, survey: { helped: 'no', safer: 'no' } });
    await desk.must({ kind: 'answer-survey', chat: anna, survey: { helped: 'yes', safer: 'yes' } });
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toMatchObject([{ helped: 'no', safer: 'no' }]);
    const late = await desk.tell({
      kind: 'answer-survey',
      chat: anna,
      survey: { helped: 'yes', safer: null },
    });
    expect(late).toEqual({ ok: false, error: 'unknown-chat' });
  });

  it('is unfinished when the wrap-up ends by itself, and keeps what was known', async () => {
    const desk = await talked();
    await desk.must({ kind: 'set-safety', chat: anna, staffId: bram, level: 'red' });
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toMatchObject([{ registration: 'unfinished', safety: 'red', actions: [] }]);
  });

  it('says why the form was skipped', async () => {
    const desk = await talked();
    const form: WrapUpForm = { kind: 'skipped', reason: 'too-heavy' };
    await desk.must({ kind: 'finish-wrap-up', chat: anna, staffId: bram, form });
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toMatchObject([{ registration: 'skipped', skipReason: 'too-heavy' }]);
  });

  it('is written once, whoever takes its deadline again', async () => {
    const desk = await talked();
    await desk.pass(minutes(10));
    await desk.must({ kind: 'retention-over', chat: anna });
    await desk.must({ kind: 'wrap-up-over', chat: anna });
    expect(recordsOf(desk)).toHaveLength(1);
  });

  it('counts who left the queue, but not an entry without proof of work that nobody took', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Robot', { proven: false });
    await desk.pass(minutes(6));
    for (const name of ['Anna', 'Robot']) {
      await desk.must({ kind: 'leave', chat: chatOf(name), reason: 'visitor-closed' });
    }
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toMatchObject([
      { registration: 'unanswered', wait: 'within-15', duration: null, ended: 'visitor-closed' },
    ]);
  });

  it('does not count as unanswered whom a supervisor blocked while she waited', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram', { presence: 'busy' });
    await desk.comes('Fatma', { role: 'supervisor', presence: 'busy' });
    await desk.enters('Anna');
    await desk.enters('Dewi');
    await desk.must({ kind: 'block-chat', chat: anna, staffId: staffOf('Fatma') });
    await desk.claims('Bram', 'Dewi');
    await desk.must({ kind: 'block-chat', chat: chatOf('Dewi'), staffId: bram });
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toMatchObject([
      { registration: 'blocked', duration: null, ended: 'blocked' },
      { registration: 'unfinished', duration: 'under-5', ended: 'blocked' },
    ]);
  });

  it('keeps the wait for the first counsellor when that one is lost', async () => {
    const desk = openDutyDesk();
    await desk.comes('Bram');
    await desk.enters('Anna');
    await desk.claims('Bram', 'Anna');
    await desk.pass(minutes(2));
    await desk.goes('Bram');
    await desk.pass(minutes(8));
    await desk.comes('Carla');
    await desk.claims('Carla', 'Anna');
    await desk.must({ kind: 'leave', chat: anna, reason: 'visitor-closed' });
    await desk.pass(minutes(10));
    expect(recordsOf(desk)).toMatchObject([{ wait: 'within-1', duration: 'under-15' }]);
  });

  it('names nobody: it has the columns of the contact record and no others', async () => {
    const desk = await talked();
    await desk.pass(minutes(10));
    const [record] = recordsOf(desk);
    expect(Object.keys(record ?? {}).toSorted()).toEqual(Object.keys(contactRecord.shape).toSorted());
    expect(JSON.stringify(record)).not.toContain('bram');
    expect(JSON.stringify(record)).not.toContain(anna);
  });

  it('is of the hour on the organisation’s clock, in summer and when the clock is set back', () => {
    expect(localHour(ZONE, Date.UTC(2026, 6, 1, 22, 59))).toEqual({ day: '2026-07-02', hour: 0 });
    expect(localHour(ZONE, Date.UTC(2026, 9, 25, 0, 30))).toEqual({ day: '2026-10-25', hour: 2 });
    expect(localHour(ZONE, Date.UTC(2026, 9, 25, 1, 30))).toEqual({ day: '2026-10-25', hour: 2 });
  });
});
