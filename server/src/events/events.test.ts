import { ERRORS } from '@haven/shared/protocol/errors';
import { ok, type Result } from '@haven/shared/result';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createLog } from '../logging';
import { type Bucket, fullBucket, type Rate, take } from './bucket';
import { createDispatch, type Handlers } from './dispatch';
import { createRefusalLog } from './refusals';

const NOON = Date.UTC(2026, 10, 23, 12);

const table = {
  greet: { payload: z.object({ name: z.string() }), reply: z.string() },
  frame: { payload: z.object({ frame: z.string() }), reply: z.number() },
} as const;
type Table = typeof table;
type Connection = { readonly frames: Bucket; readonly others: Bucket };

const rates = { frames: { burst: 3, perSecond: 1 }, others: { burst: 2, perSecond: 1 } };

function setup(greet: (name: string) => Promise<Result<string, ErrorCode>>) {
  const outcomes: string[] = [];
  const faults: unknown[] = [];
  const forbidden = new Set<string>();
  const handlers: Handlers<null, Connection, Table> = {
    greet: (_, __, { name }) => greet(name),
    frame: async () => ok(1),
  };
  const state = { now: NOON };
  const dispatch = createDispatch<null, Connection, Table>({
    edge: null,
    table,
    handlers,
    checks: { frame: (payload) => (payload === 'too large' ? 'too-large' : null) },
    rates,
    permits: (_, event) => !forbidden.has(event),
    now: () => state.now,
    onOutcome: (event, outcome) => outcomes.push(`${event} ${outcome}`),
    onFault: (_, thrown) => faults.push(thrown),
  });
  const connection = {
    frames: fullBucket(rates.frames, NOON),
    others: fullBucket(rates.others, NOON),
  };
  const send = (event: unknown, ...payload: unknown[]) =>
    new Promise((resolve) => dispatch(connection, event, [...payload, resolve]));
  return { dispatch, connection, send, outcomes, faults, forbidden, state };
}

describe('An event', () => {
  test('is answered by its handler, which gets what the schema knows and nothing else', async () => {
    const { send, outcomes } = setup(async (name) => ok(`Hello ${name}`));
    expect(await send('greet', { name: 'Amina', more: true })).toEqual({ ok: true, value: 'Hello Amina' });
    expect(await send('greet', { name: 7 })).toEqual({ ok: false, error: 'malformed' });
    expect(outcomes).toEqual(['greet ok', 'greet malformed']);
  });

  test('may have a check of its own in place of the schema', async () => {
    const { send } = setup(async () => ok(''));
    expect(await send('frame', { frame: '' })).toEqual({ ok: true, value: 1 });
    expect(await send('frame', 'too large')).toEqual({ ok: false, error: 'too-large' });
  });

  test('that its sender may not ask for is refused, whatever it carries', async () => {
    const { send, forbidden, outcomes } = setup(async () => ok(''));
    forbidden.add('greet');
    expect(await send('greet', { name: 'Amina' })).toEqual({ ok: false, error: 'not-permitted' });
    expect(await send('greet', 7)).toEqual({ ok: false, error: 'not-permitted' });
    expect(await send('frame', { frame: '' })).toEqual({ ok: true, value: 1 });
    expect(outcomes).toEqual(['greet not-permitted', 'greet not-permitted', 'frame ok']);
  });

  test('without an acknowledgement is handled all the same', async () => {
    const { dispatch, connection, outcomes } = setup(async () => ok(''));
    dispatch(connection, 'greet', [{ name: 'Amina' }]);
    dispatch(connection, 'nonsense', []);
    await new Promise(setImmediate);
    expect(outcomes.toSorted()).toEqual(['greet ok', 'unknown unknown-event']);
  });

  test('of an unknown name is named so, and its name is kept nowhere', async () => {
    const { send, outcomes } = setup(async () => ok(''));
    expect(await send('secret name', {})).toEqual({ ok: false, error: 'unknown-event' });
    expect(await send(7)).toEqual({ ok: false, error: 'unknown-event' });
    expect(outcomes).toEqual(['unknown unknown-event', 'unknown unknown-event']);
  });

  test('whose handler fails, at once or later, is an internal error and nothing worse', async () => {
    const later = setup(async () => {
      throw new Error('later');
    });
    expect(await later.send('greet', { name: '' })).toEqual({ ok: false, error: 'internal' });
    const once = setup(() => {
      throw new Error('at once');
    });
    expect(await once.send('greet', { name: '' })).toEqual({ ok: false, error: 'internal' });
    expect([...later.faults, ...once.faults]).toEqual([new Error('later'), new Error('at once')]);
  });

  test('comes too often when there are too many, and frames do not count among the others', async () => {
    const { send, state } = setup(async () => ok(''));
    const greet = () => send('greet', { name: '' });
    expect([await greet(), await greet(), await greet()]).toEqual([
      { ok: true, value: '' },
      { ok: true, value: '' },
      { ok: false, error: 'too-frequent' },
    ]);
    expect(await send('frame', { frame: '' })).toEqual({ ok: true, value: 1 });
    state.now += 1_000;
    expect(await greet()).toEqual({ ok: true, value: '' });
    expect(await greet()).toEqual({ ok: false, error: 'too-frequent' });
  });
});

test('A bucket never lets through more than its burst and what its rate gave since', () => {
  const rate = fc.record({
    burst: fc.integer({ min: 1, max: 50 }),
    perSecond: fc.integer({ min: 1, max: 50 }),
  });
  const pauses = fc.array(fc.integer({ min: -500, max: 3_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(rate, pauses, (each: Rate, waits) => {
      const bucket = fullBucket(each, NOON);
      let now = NOON;
      let passed = 0;
      let elapsed = 0;
      for (const wait of waits) {
        now += wait;
        // A clock that is set back gives nothing, and then what it goes on from there.
        elapsed += Math.max(0, wait);
        if (take(bucket, each, now)) passed += 1;
        expect(passed).toBeLessThanOrEqual(each.burst + (elapsed / 1_000) * each.perSecond + 1e-6);
      }
    }),
  );
});

describe('The log', () => {
  const setupLog = () => {
    let written = '';
    const log = createLog('info', { write: (line) => (written += line) });
    const lines = () =>
      written
        .trim()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    return { log, lines, text: () => written };
  };

  test('says errors by code and event, once in a while however often they come', () => {
    const { log, lines } = setupLog();
    let now = NOON;
    const refuse = createRefusalLog(log, () => now);
    for (let times = 0; times < 100; times += 1) refuse('chat:enter', 'malformed');
    refuse('chat:enter', 'already-claimed');
    now += 10_000;
    refuse('chat:enter', 'malformed');
    expect(lines()).toMatchObject([
      { level: 'info', event: 'chat:enter', error: 'malformed' },
      { level: 'info', event: 'chat:enter', error: 'malformed', unsaid: 99 },
    ]);
    expect(ERRORS['already-claimed'].log).toBe('none');
  });

  test('says of a fault what it is called and where it was, never its message', () => {
    const { log, lines, text } = setupLog();
    log.fault('frame', new TypeError('canary: what the peer sent'));
    log.fault('frame', 'canary');
    expect(lines()).toMatchObject([{ fault: 'TypeError' }, { fault: 'string' }]);
    expect(String(lines()[0]?.['at'])).toContain('events.test');
    expect(text()).not.toContain('canary');
  });

  test('leaves out what must never be in it, should it be handed over', () => {
    const { log, text } = setupLog();
    log.info('event', { chat: 'canary', token: 'canary', address: 'canary', frame: 'canary' });
    expect(text()).not.toContain('canary');
  });
});
