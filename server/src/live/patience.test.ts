import { describe, expect, test } from 'vitest';
import { createPatience } from './patience';

const never = () => new Promise<string>(() => undefined);

describe('Patience', () => {
  test('gives what comes in time, and makes a rejection an error that can be looked at', async () => {
    const patience = createPatience(60_000);
    expect(await patience.wait(Promise.resolve('here'))).toEqual({ ok: true, value: 'here' });
    expect(await patience.wait(Promise.reject(new Error('broken')))).toEqual({
      ok: false,
      error: 'unavailable',
    });
    expect(patience.size()).toBe(0);
    patience.stop();
  });

  test('gives up on what does not come, and is not held up by it', async () => {
    const patience = createPatience(20);
    const late = patience.wait(never());
    expect(await patience.wait(Promise.resolve('after'))).toEqual({ ok: true, value: 'after' });
    expect(await late).toEqual({ ok: false, error: 'unavailable' });
    expect(patience.size()).toBe(0);
    patience.stop();
  });

  test('lets everybody go when it stops', async () => {
    const patience = createPatience(60_000);
    const waiting = [patience.wait(never()), patience.wait(never())];
    expect(patience.size()).toBe(2);
    patience.stop();
    expect(await Promise.all(waiting)).toEqual(Array(2).fill({ ok: false, error: 'unavailable' }));
  });
});
