import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { CertifiedDevice } from '@haven/shared/protocol/keys';
import { days, hours, type Instant } from '@haven/shared/units';
import { expect, test } from 'vitest';
import { endingCertificates } from './ending-certificates';

const NOON: Instant = Date.UTC(2026, 2, 2, 12);
const [sanne, karim] = ['sanne', 'karim'].map((name) => name as StaffId) as [StaffId, StaffId];

const device = (staffId: StaffId, until: Instant): CertifiedDevice => ({
  publicKey: `${staffId} ${until}` as PublicKey,
  staffId,
  displayName: staffId,
  role: 'counsellor',
  certificates: [],
  until,
  withdrawn: false,
  withdrawnFor: null,
  serves: true,
});
const night = (staffId: StaffId, inDays: number) => ({
  staffId,
  from: NOON + days(inDays) + hours(11),
  until: NOON + days(inDays) + hours(19),
});
const ending = (
  shifts: readonly ReturnType<typeof night>[],
  devices: readonly CertifiedDevice[],
  untilOf: (device: CertifiedDevice) => Instant | null = ({ until }) => until,
) => endingCertificates(shifts, devices, untilOf, NOON);

test('whose device ends within her last shift of the coming days is named, with its end', () => {
  const devices = [device(sanne, NOON + days(2) + hours(12)), device(karim, NOON + days(7))];
  const shifts = [night(sanne, 1), night(karim, 1), night(sanne, 2)];
  expect(ending(shifts, devices)).toEqual([{ staffId: sanne, until: NOON + days(2) + hours(12) }]);
  expect(ending([night(sanne, 1)], devices)).toEqual([]);
});

test('a shift of next week asks nothing of a certificate of this one, nor one that is over', () => {
  const devices = [device(sanne, NOON + hours(1))];
  expect(ending([night(sanne, 8), night(sanne, -3)], devices)).toEqual([]);
  // As long as a certificate can hold, however far the shifts go on.
  expect(ending([night(sanne, 3), night(sanne, 5)], [device(sanne, NOON + days(7) - hours(1))])).toEqual([]);
});

test('who has no device that visitors accept is named without an end, and the first of several counts', () => {
  const two = [device(sanne, NOON + hours(2)), device(sanne, NOON + days(7))];
  expect(ending([night(sanne, 1), night(karim, 1)], two)).toEqual([
    { staffId: sanne, until: NOON + hours(2) },
    { staffId: karim, until: null },
  ]);
  expect(ending([night(sanne, 1)], two, () => null)).toEqual([{ staffId: sanne, until: null }]);
});
