import { hours, minutes, seconds } from '@haven/shared/units';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFresh, judgeSession, rotated, SESSION, type SessionState } from './session';

const MORNING = Date.UTC(2026, 10, 23, 7);

/** Noor signed in at seven. */
const begun: SessionState = {
  current: 'first',
  previous: null,
  rotatedAt: MORNING,
  confirmed: false,
  startedAt: MORNING,
  seenAt: MORNING,
};

const holds = { kind: 'holds', rotate: false, confirm: false };

describe('A session', () => {
  test('holds for the secret that the browser was given, and for no other', () => {
    expect(judgeSession(begun, 'first', MORNING)).toEqual({ ...holds, confirm: true });
    expect(judgeSession(begun, 'made up', MORNING)).toEqual({ kind: 'replayed' });
  });

  test('changes its secret after some minutes, and takes the former one for one minute more', () => {
    const seen = { ...begun, confirmed: true };
    const later = MORNING + minutes(10);
    expect(judgeSession(seen, 'first', later - 1)).toEqual(holds);
    expect(judgeSession(seen, 'first', later)).toEqual({ ...holds, rotate: true });
    const changed = rotated(seen, { from: 'first', to: 'second' }, later);
    // Another tab asked at the same time.
    expect(judgeSession(changed, 'first', later + seconds(59))).toEqual(holds);
    expect(judgeSession(changed, 'second', later + 5)).toEqual({ ...holds, confirm: true });
  });

  test('ends when a secret comes again after it was replaced: somebody copied it', () => {
    const later = MORNING + minutes(10);
    const changed = { ...rotated(begun, { from: 'first', to: 'second' }, later), confirmed: true };
    expect(judgeSession(changed, 'first', later + seconds(60))).toEqual({ kind: 'replayed' });
  });

  test('survives an answer that was lost on the way', () => {
    const later = MORNING + minutes(10);
    const changed = rotated({ ...begun, confirmed: true }, { from: 'first', to: 'second' }, later);
    const afterTheTunnel = later + minutes(7);
    expect(judgeSession(changed, 'first', afterTheTunnel)).toEqual({ ...holds, rotate: true });
    const again = rotated(changed, { from: 'first', to: 'third' }, afterTheTunnel);
    expect(judgeSession(again, 'third', afterTheTunnel)).toEqual({ ...holds, confirm: true });
  });

  test('ends after an hour in which nobody used it, and after the longest shift', () => {
    expect(judgeSession(begun, 'first', MORNING + hours(1) - 1).kind).toBe('holds');
    expect(judgeSession(begun, 'first', MORNING + hours(1))).toEqual({ kind: 'over' });
    const busy = { ...begun, seenAt: MORNING + hours(16) - 1 };
    expect(judgeSession(busy, 'first', MORNING + hours(16) - 1).kind).toBe('holds');
    expect(judgeSession(busy, 'first', MORNING + hours(16))).toEqual({ kind: 'over' });
  });

  test('is fresh for ten minutes', () => {
    expect(isFresh(begun, MORNING + minutes(10) - 1)).toBe(true);
    expect(isFresh(begun, MORNING + minutes(10))).toBe(false);
  });
});

test('Whoever uses the newest secret she was given is never taken for a thief, whatever answers are lost', () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: minutes(50) }), isLost: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let now = MORNING;
      let session = begun;
      let held = 'first';
      for (const [index, { wait, isLost }] of steps.entries()) {
        now += wait;
        const verdict = judgeSession(session, held, now);
        if (now - MORNING >= SESSION.limit) return verdict.kind === 'over';
        if (verdict.kind !== 'holds') return false;
        session = { ...session, seenAt: now, confirmed: session.confirmed || verdict.confirm };
        if (!verdict.rotate) continue;
        session = rotated(session, { from: held, to: `secret ${index}` }, now);
        if (!isLost) held = session.current;
      }
      return true;
    }),
  );
});
