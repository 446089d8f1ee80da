import type { Instant } from '@haven/shared/units';

/** How many events at once, and how many a second in the long run. */
export type Rate = { readonly burst: number; readonly perSecond: number };

/** What a connection has left. Two numbers instead of a timer: thousands of connections are idle. */
export type Bucket = { left: number; at: Instant };

export const fullBucket = ({ burst }: Rate, now: Instant): Bucket => ({ left: burst, at: now });

/** Takes one; false when there is none. */
export function take(bucket: Bucket, { burst, perSecond }: Rate, now: Instant): boolean {
  const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond);
  bucket.at = now;
  bucket.left = left >= 1 ? left - 1 : left;
  return left >= 1;
}
