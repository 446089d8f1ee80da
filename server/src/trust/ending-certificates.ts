import type { CertifiedDevice } from '@haven/shared/protocol/keys';
import type { EndingCertificate } from '@haven/shared/protocol/roster-requests';
import type { Shift } from '@haven/shared/roster/roster';
import { days, type Instant } from '@haven/shared/units';

/** A certificate made now holds for a little less than a week: what is asked of it must leave room. */
const AHEAD = days(6);

/**
 * Of those with a shift in the coming days, whom visitors would refuse before the last of them is over. `untilOf` says
 * until when visitors accept a device; null: they do not.
 */
export function endingCertificates(
  shifts: readonly Pick<Shift, 'staffId' | 'from' | 'until'>[],
  devices: readonly CertifiedDevice[],
  untilOf: (device: CertifiedDevice) => Instant | null,
  now: Instant,
): readonly EndingCertificate[] {
  const needed = new Map<string, { readonly staffId: Shift['staffId']; readonly until: Instant }>();
  for (const { staffId, from, until } of shifts) {
    if (until <= now || from >= now + AHEAD) continue;
    const last = Math.max(needed.get(staffId)?.until ?? 0, Math.min(until, now + AHEAD));
    needed.set(staffId, { staffId, until: last });
  }
  return [...needed.values()].flatMap(({ staffId, until }): EndingCertificate[] => {
    const ends = devices.filter((each) => each.staffId === staffId).flatMap((each) => untilOf(each) ?? []);
    if (ends.length === 0) return [{ staffId, until: null }];
    // Whichever of her devices she comes with.
    const first = Math.min(...ends);
    return first < until ? [{ staffId, until: first }] : [];
  });
}
