/** A queue of the Erlang A model. Rates per hour; callers lose patience at an exponential time. */
export type Queue = {
  /** Arrivals. */
  readonly arrivals: number;
  /** Chats that one server finishes. */
  readonly service: number;
  /** At which one who waits gives up; above 0. */
  readonly impatience: number;
  readonly servers: number;
};

export type Performance = {
  /** Of all who arrive. */
  readonly answeredWithin: (hours: number) => number;
  readonly abandoned: number;
  /** Of all who arrive, until the answer or until giving up. Hours. */
  readonly meanWait: number;
};

/** Of Simpson's rule; the integrands are smooth and the interval is where they are not negligible. */
const STEPS = 600;
/** e to the power of minus this is nothing. */
const NEGLIGIBLE = 40;

/**
 * After Zeltyn and Mandelbaum (2005), "Call centers with impatient customers", for exponential patience: with
 * H(x) = (1 - exp(-θx)) / θ, an offered wait x > 0 has the density λ exp(λH(x) - nμx) / (E + λJ). Exponents are taken
 * relative to their maximum, so that thousands of arrivals an hour overflow nothing.
 */
export function performanceOf({ arrivals, service, impatience, servers }: Queue): Performance {
  if (arrivals <= 0) return { answeredWithin: () => 1, abandoned: 0, meanWait: 0 };
  if (servers <= 0) return { answeredWithin: () => 0, abandoned: 1, meanWait: 1 / impatience };
  const served = servers * service;
  const exponent = (x: number) => (arrivals * -Math.expm1(-impatience * x)) / impatience - served * x;
  const peakAt = arrivals > served ? Math.log(arrivals / served) / impatience : 0;
  const peak = exponent(peakAt);
  const scaled = (x: number) => arrivals * Math.exp(exponent(x) - peak);
  const end = endOf(peakAt, (x) => exponent(x) - peak);
  // Patience ends, for nearly all, within the first part; integrated by itself however short it is.
  const first = Math.min(end, 10 / impatience);
  const upTo = (of: (x: number) => number, until: number) =>
    integral(of, 0, Math.min(first, until)) + integral(of, first, Math.max(first, until));
  const waiting = upTo(scaled, end);
  const waits =
    1 / (1 + Math.exp(logInverseBlocking(servers, arrivals / service) - peak - Math.log(waiting)));
  const patience = (x: number) => Math.exp(-impatience * x);
  const share = (of: (x: number) => number, until: number) =>
    (waits * upTo((x) => scaled(x) * of(x), Math.min(until, end))) / waiting;
  const abandoned = share((x) => 1 - patience(x), end);
  return {
    answeredWithin: (hours) => 1 - waits + share(patience, hours),
    abandoned,
    // Whoever waits gives up at this rate, so this many are waiting at any time (Little).
    meanWait: abandoned / impatience,
  };
}

/**
 * The logarithm of E, the sum of a^j (n-1)! / (j! a^(n-1)) for j below n: how much likelier than all but one being busy
 * it is that somebody is free.
 */
function logInverseBlocking(servers: number, load: number): number {
  let log = 0;
  for (let n = 2; n <= servers; n += 1) log = logOfOnePlus(log + Math.log((n - 1) / load));
  return log;
}

/** log(1 + exp(x)), which exp(x) itself might exceed every number of. */
const logOfOnePlus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

function endOf(peakAt: number, below: (x: number) => number): number {
  let step = 1e-6;
  while (below(peakAt + step) > -NEGLIGIBLE) step *= 1.5;
  return peakAt + step;
}

function integral(of: (x: number) => number, from: number, until: number): number {
  const width = (until - from) / STEPS;
  let sum = of(from) + of(until);
  for (let step = 1; step < STEPS; step += 1) sum += of(from + step * width) * (step % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}

/** More than any desk has. */
const MOST_SERVERS = 2_000;

/** The fewest servers that answer `share` of all arrivals within the time; answering rises with their number. */
export function serversFor(
  queue: Omit<Queue, 'servers'>,
  { share, hours }: { readonly share: number; readonly hours: number },
): number {
  if (queue.arrivals <= 0) return 0;
  let tooFew = 0;
  let enough = 1;
  const suffices = (servers: number) => performanceOf({ ...queue, servers }).answeredWithin(hours) >= share;
  while (enough < MOST_SERVERS && !suffices(enough)) {
    tooFew = enough;
    enough *= 2;
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (suffices(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
