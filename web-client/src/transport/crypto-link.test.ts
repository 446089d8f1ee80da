import type { FromVisitorWorker, ToVisitorWorker } from '@haven/shared/endpoint/visitor-worker';
import { describe, expect, it } from 'vitest';
import { startCryptoLink, type WorkerPort } from './crypto-link';

type Said = Exclude<FromVisitorWorker, { type: 'relay' }>;

function page() {
  const workers: { port: WorkerPort; heard: ToVisitorWorker[]; ended: boolean }[] = [];
  const said: Said[] = [];
  const asked: unknown[] = [];
  const timers: (() => void)[] = [];
  const link = startCryptoLink({
    start: () => {
      const worker = { heard: [] as ToVisitorWorker[], ended: false, port: null as unknown as WorkerPort };
      worker.port = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        postMessage: (message: ToVisitorWorker) => void worker.heard.push(message),
        terminate: () => {
          worker.ended = true;
        },
      } as WorkerPort;
      workers.push(worker);
      return worker.port;
    },
    submit: (event, payload) => {
      asked.push([event, payload]);
      return Promise.resolve(asked.length === 1 ? null : 'stale-epoch');
    },
    onMessage: (message) => said.push(message),
    clock: {
      now: () => 0,
      after: (_delay, act) => {
        timers.push(act);
        return () => undefined;
      },
    },
  });
  const latest = () => workers.at(-1)!;
  return {
    link,
    workers,
    said,
    asked,
    latest,
    says: (data: FromVisitorWorker): void => {
      latest().port.onmessage?.call(latest().port as Worker, { data } as MessageEvent);
    },
    fails: (): void => {
      latest().port.onerror?.call(latest().port as Worker, {} as ErrorEvent);
    },
    later: () => timers.splice(0).forEach((act) => act()),
  };
}

const FRAME: ToVisitorWorker = { type: 'frame', frame: 'AAAA' };

describe('The page’s end of the crypto worker', () => {
  it('takes its requests to the relay and brings back what came of them', async () => {
    const { says, latest, said, asked } = page();
    says({ type: 'relay', token: 1, event: 'frame', payload: { frame: 'x' } });
    says({ type: 'relay', token: 2, event: 'link:open', payload: { frame: 'y' } });
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual([
      ['frame', { frame: 'x' }],
      ['link:open', { frame: 'y' }],
    ]);
    expect(latest().heard).toEqual([
      { type: 'relay-outcome', token: 1, error: null },
      { type: 'relay-outcome', token: 2, error: 'stale-epoch' },
    ]);
    expect(said).toEqual([]);
  });

  it('starts another one, which hears everything, when its script could not be fetched', () => {
    const { link, fails, later, workers, said } = page();
    link.tell(FRAME);
    fails();
    later();
    expect(workers).toHaveLength(2);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(workers[1]?.heard).toEqual([FRAME]);
    expect(said).toEqual([]);
  });

  it('says that nothing can be sent when no worker comes up at all', () => {
    const { fails, later, workers, said } = page();
    for (let tries = 0; tries < 10; tries++) {
      if (said.length === 0) fails();
      later();
    }
    expect(said).toEqual([{ type: 'failed', reason: 'internal' }]);
    expect(workers).toHaveLength(5);
  });

  it('does not go on with a new one after the keys are gone', () => {
    const { says, fails, later, workers, said } = page();
    says({ type: 'ready' });
    fails();
    later();
    expect(workers).toHaveLength(1);
    expect(said).toEqual([{ type: 'ready' }, { type: 'failed', reason: 'internal' }]);
  });

  it('hears and says nothing more once stopped', () => {
    const { link, says, fails, later, workers, said, latest } = page();
    link.stop();
    link.tell(FRAME);
    says({ type: 'ready' });
    fails();
    later();
    expect(latest().ended).toBe(true);
    expect(latest().heard).toEqual([]);
    expect(workers).toHaveLength(1);
    expect(said).toEqual([]);
  });
});
