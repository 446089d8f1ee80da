import { describe, expect, it } from 'vitest';
import { runEndpoint } from './run-endpoint';

/** An engine that wants to be woken at the given moments, and a clock that the story moves. */
function running(wakeAt: readonly number[]) {
  const log: string[] = [];
  const times = [...wakeAt];
  let clock = 0;
  let timer: { readonly at: number; readonly act: () => void } | null = null;
  const hear = runEndpoint<string>(
    {
      handle: (message) => {
        if (message === 'trip') throw new Error('tripped');
        log.push(message);
      },
      tick: () => {
        if (clock >= (times[0] ?? Number.POSITIVE_INFINITY)) log.push(`woken at ${times.shift()}`);
      },
      due: () => times[0] ?? null,
    },
    {
      now: () => clock,
      failed: () => log.push('failed'),
      after: (delay, act) => {
        timer = { at: clock + delay, act };
        return () => {
          timer = null;
        };
      },
    },
  );
  const waitUntil = (moment: number): number => {
    let wakings = 0;
    while (timer !== null && timer.at <= moment) {
      const { at, act } = timer;
      timer = null;
      clock = at;
      wakings += 1;
      act();
    }
    clock = moment;
    return wakings;
  };
  return { hear, log, waitUntil };
}

describe('Running the engine in the worker', () => {
  it('wakes it when something is due, and leaves it alone when nothing is', () => {
    const { hear, log, waitUntil } = running([300, 700]);
    hear('begin');
    expect(waitUntil(60_000)).toBe(2);
    expect(log).toEqual(['begin', 'woken at 300', 'woken at 700']);
  });

  it('never sleeps long, because a phone’s clock may jump', () => {
    const { hear, log, waitUntil } = running([30_000]);
    hear('begin');
    expect(waitUntil(10_000)).toBe(10);
    waitUntil(31_000);
    expect(log).toEqual(['begin', 'woken at 30000']);
  });

  it('stops for good when the engine trips: nothing is sent by something that is broken', () => {
    const { hear, log, waitUntil } = running([300]);
    hear('begin');
    hear('trip');
    hear('more');
    expect(waitUntil(60_000)).toBe(0);
    expect(log).toEqual(['begin', 'failed']);
  });
});
