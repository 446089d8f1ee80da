import type { Instant } from '@haven/shared/units';
import type { SeatRecord, StaffRecord } from './records';

/** Whether a visitor's client would accept this seat's device now. */
export const isCertified = ({ certifiedUntil }: SeatRecord, now: Instant): boolean =>
  certifiedUntil !== null && now < certifiedUntil;

/** What has ended counts for nothing. */
export const asOfNow = (seat: SeatRecord, now: Instant): SeatRecord =>
  isCertified(seat, now) ? seat : { ...seat, certifiedUntil: null };

/** Whether any device of hers that is here may answer visitors. */
export const mayAnswer = ({ seats }: StaffRecord): boolean =>
  seats.some(({ certifiedUntil }) => certifiedUntil !== null);

/** When the first of her certificates ends. */
export function firstEndOf({ seats }: StaffRecord): Instant | null {
  const ends = seats.flatMap(({ certifiedUntil }) => certifiedUntil ?? []);
  return ends.length === 0 ? null : Math.min(...ends);
}
