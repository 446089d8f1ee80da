import type { CertifiedDevice, CertifiedIssuer, KeysState } from '@haven/shared/protocol/keys';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { StaffId } from '@haven/shared/ids';
import { days, type Instant } from '@haven/shared/units';

/** A certificate that ends within these days is renewed together with the others. */
const DUE = days(5);
/** And within these somebody is told. */
const SOON = days(2);
const ISSUER_SOON = days(21);

type Ending = { readonly until: Instant; readonly withdrawn: boolean };

export type Validity = 'withdrawn' | 'ended' | 'ending' | 'good';

const validity = ({ until, withdrawn }: Ending, soon: number, now: Instant): Validity => {
  if (withdrawn) return 'withdrawn';
  if (until <= now) return 'ended';
  return until - now <= soon ? 'ending' : 'good';
};

/** Until when a device can answer visitors, in a word. */
export const deviceValidity = (device: Ending, now: Instant): Validity => validity(device, SOON, now);
export const issuerValidity = (issuer: Ending, now: Instant): Validity => validity(issuer, ISSUER_SOON, now);

/** Whoever left, or has another role now, is not signed for another week in the one of before. */
const isRenewed = ({ withdrawn, serves }: CertifiedDevice): boolean => !withdrawn && serves;

/** All that are renewed in one go: those whose certificate ends in the days to come, or has ended. */
export const dueDevices = (
  { devices }: Pick<KeysState, 'devices'>,
  now: Instant,
): readonly CertifiedDevice[] => devices.filter((device) => isRenewed(device) && device.until - now <= DUE);

/** Those that visitors will soon refuse. */
export const endingDevices = (
  { devices }: Pick<KeysState, 'devices'>,
  now: Instant,
): readonly CertifiedDevice[] =>
  devices.filter((device) => isRenewed(device) && deviceValidity(device, now) === 'ending');

/**
 * When the last issuer ends that certifies under a root in use, if that is soon, or `none` any more: from then on nobody
 * can be admitted or renewed. Null while there is time, and where no root is in use.
 */
export const issuersEnd = (
  { issuers, roots }: Pick<KeysState, 'issuers' | 'roots'>,
  now: Instant,
): Instant | 'none' | null => {
  const inUse = roots.filter((root) => root.inUse).map((root) => root.publicKey);
  if (inUse.length === 0) return null;
  const ends = issuers.flatMap(({ root, until, withdrawn }) =>
    inUse.includes(root) && !withdrawn && until > now ? until : [],
  );
  const last = Math.max(...ends);
  if (ends.length === 0) return 'none';
  return issuerValidity({ until: last, withdrawn: false }, now) === 'ending' ? last : null;
};

/** Those of these people, whoever of them signs in where. */
export const devicesOf = (
  { devices }: Pick<KeysState, 'devices'>,
  people: readonly StaffId[],
): readonly CertifiedDevice[] =>
  devices.filter((device) => isRenewed(device) && people.includes(device.staffId));

/** Until when this device may answer: as it was at sign-in, or, with the organisation's own keys, as it is now. */
export const certifiedUntil = (
  { demonstration, certificateUntil }: Pick<SignedIn, 'demonstration' | 'certificateUntil'>,
  keys: KeysState | null,
): Instant | null => (demonstration || keys === null ? certificateUntil : (keys.chain?.until ?? null));

/**
 * The certificate under which this browser may sign: of the first root in use, which every website pins while there is
 * a successor; and of several, the one that holds longest.
 */
export const ownIssuer = (
  { issuers, roots }: Pick<KeysState, 'issuers' | 'roots'>,
  publicKey: string | null,
  now: Instant,
): CertifiedIssuer | null => {
  const inUse = roots.filter((root) => root.inUse).map((root) => root.publicKey);
  const place = ({ root }: CertifiedIssuer) => (inUse.includes(root) ? inUse.indexOf(root) : inUse.length);
  return (
    issuers
      .filter((issuer) => issuer.publicKey === publicKey && !issuer.withdrawn && issuer.until > now)
      .toSorted((a, b) => place(a) - place(b) || b.until - a.until)[0] ?? null
  );
};

/** By whom a device can be withdrawn: this browser's issuer if it certified all of it, else only the root. */
export const withdrawerOf = (
  device: Pick<CertifiedDevice, 'certificates'>,
  own: CertifiedIssuer | null,
): 'issuer' | 'root' =>
  own !== null && device.certificates.every(({ issuer }) => issuer === own.publicKey) ? 'issuer' : 'root';

/** A list replaces its signer's last one: what still holds and was on that is on the next, too. */
export const nextList = (
  { lists, devices, issuers }: KeysState,
  signer: string,
  serials: readonly string[],
): { readonly number: number; readonly serials: readonly string[] } => {
  const last = lists.find((list) => list.signer === signer);
  const holding = new Set([
    ...devices.flatMap(({ certificates }) => certificates.map(({ serial }) => serial)),
    ...issuers.map(({ serial }) => serial),
  ]);
  const before = last?.serials.filter((serial) => holding.has(serial)) ?? [];
  return { number: (last?.number ?? 0) + 1, serials: [...new Set([...before, ...serials])] };
};

/** What is typed beside the paper: capitals and spacing do not matter. */
export const sameWords = (typed: string, words: readonly string[]): boolean =>
  typed.trim().toLowerCase().split(/\s+/).join(' ') === words.join(' ');

/** The line for the website, with every root that is in use. */
export const pinLine = (origin: string, roots: readonly string[]): string =>
  `<script async src="${origin}/embed.js" data-root="${roots.join(' ')}"></script>`;
