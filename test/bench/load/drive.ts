import { setTimeout as pause } from 'node:timers/promises';
import type { Pair } from './pair';

export type Latencies = { readonly p50: number; readonly p99: number };

export type RateResult = {
  readonly frames: number;
  /** Milliseconds from sending to the acknowledgement that it is stored. */
  readonly acknowledged: Latencies;
  /** Milliseconds from sending to its arrival at the other end. */
  readonly delivered: Latencies;
};

export type ThroughputResult = {
  /** All of them, also those still under way when the time was over. */
  readonly frames: number;
  readonly perSecond: number;
};

const TICK_MS = 2;
/** After the last frame, until all of them have arrived; longer only when one is lost. */
const DRAIN_MS = 30_000;

/** Sends frames at a steady rate, whatever becomes of them, turn by turn from every end of every pair. */
export async function driveAtRate(
  pairs: readonly Pair[],
  perSecond: number,
  milliseconds: number,
): Promise<RateResult> {
  const acknowledged: number[] = [];
  const delivered: number[] = [];
  const start = performance.now();
  let sent = 0;
  for (let elapsed = 0; elapsed < milliseconds; elapsed = performance.now() - start) {
    for (const due = Math.floor((elapsed / 1_000) * perSecond); sent < due; sent += 1) {
      const at = performance.now();
      const side = Math.floor(sent / pairs.length) % 2 === 0 ? 0 : 1;
      pairs[sent % pairs.length]?.send(side, {
        onAcknowledged: () => acknowledged.push(performance.now() - at),
        onDelivered: () => delivered.push(performance.now() - at),
      });
    }
    await pause(TICK_MS);
  }
  await settled(() => acknowledged.length === sent && delivered.length === sent);
  return { frames: sent, acknowledged: percentiles(acknowledged), delivered: percentiles(delivered) };
}

/** Keeps a number of frames under way in every pair, half from each end. */
export async function driveAtFullSpeed(
  pairs: readonly Pair[],
  inFlightPerPair: number,
  milliseconds: number,
): Promise<ThroughputResult> {
  let frames = 0;
  let underWay = 0;
  let running = true;
  const sendOne = (pair: Pair, side: 0 | 1): void => {
    if (!running) return;
    underWay += 1;
    let halves = 0;
    const onHalf = () => {
      halves += 1;
      if (halves < 2) return;
      underWay -= 1;
      frames += 1;
      sendOne(pair, side);
    };
    pair.send(side, { onAcknowledged: onHalf, onDelivered: onHalf });
  };
  const start = performance.now();
  for (const pair of pairs) {
    for (let n = 0; n < inFlightPerPair; n += 1) sendOne(pair, n % 2 === 0 ? 0 : 1);
  }
  await pause(milliseconds);
  running = false;
  const perSecond = (frames / (performance.now() - start)) * 1_000;
  await settled(() => underWay === 0);
  return { frames, perSecond };
}

async function settled(done: () => boolean): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  while (!done() && performance.now() < deadline) await pause(TICK_MS);
  if (!done()) throw new Error('Frames were sent that never arrived.');
}

function percentiles(values: number[]): Latencies {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
