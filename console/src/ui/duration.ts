import type { Milliseconds } from '@haven/shared/units';

const two = (n: number): string => String(n).padStart(2, '0');

/** A wait that moves every second: 0:07, 12:30, 1:02:09. */
export const formatWait = (wait: Milliseconds): string => {
  const all = Math.max(0, Math.floor(wait / 1000));
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/** Time left, rounded up: it reads 0:00 only when it is over. */
export const formatLeft = (left: Milliseconds): string =>
  formatWait(Math.ceil(Math.max(0, left) / 1000) * 1000);

export type Ago =
  | { readonly unit: 'now' }
  | { readonly unit: 'minutes'; readonly n: number }
  | { readonly unit: 'hours'; readonly h: number; readonly m: number };

/** Time since something, coarse on purpose: it is read from the corner of an eye. */
export const ago = (since: Milliseconds): Ago => {
  const minutes = Math.max(0, Math.floor(since / 60_000));
  if (minutes === 0) return { unit: 'now' };
  if (minutes < 60) return { unit: 'minutes', n: minutes };
  return { unit: 'hours', h: Math.floor(minutes / 60), m: minutes % 60 };
};
