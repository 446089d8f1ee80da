import { toBase64Url } from '@haven/shared/crypto/bytes';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { CertifiedDevice, CertifiedIssuer, KeysState } from '@haven/shared/protocol/keys';
import type { Instant } from '@haven/shared/units';
import type { StaffProfile } from '../desk/records';
import { type LoggedDevice, longest } from './ledger';
import type { Trust } from './trust';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const keyOf = (bytes: Uint8Array) => toBase64Url(bytes) as PublicKey;

/** Those who work here now. */
type Staff = ReadonlyMap<StaffId, Pick<StaffProfile, 'role'>>;

type Viewer = { readonly person: StaffProfile; readonly device: PublicKey };

/** What of the keys somebody may see: an administrator everything, everybody else what is her own. */
export function keysState(
  trust: Trust,
  { organisation, staff }: { readonly organisation: string; readonly staff: Staff },
  { person, device }: Viewer,
  now: Instant,
): KeysState {
  const { staffId, role } = person;
  const all = role === 'administrator';
  const shown = trust.chainOf(person, device);
  const { head, lists } = trust.ledger;
  return {
    demonstration: trust.demonstration,
    organisation,
    roots: [...trust.notedRoots],
    log: { size: head.size, hash: toBase64Url(head.hash) },
    issuers: all ? issuers(trust, now) : [],
    devices: certifiedDevices(trust, staff, now).filter((each) => all || each.staffId === staffId),
    requests: trust.requests.filter((each) => all || each.device === device).map(({ request }) => request),
    lists: all
      ? lists.map(({ signerKey, number, serials }) => ({
          signer: keyOf(signerKey),
          number,
          serials: serials.map(hex),
        }))
      : [],
    chain: shown === null ? null : { ...shown.chain, until: shown.until },
    fallen: trust.isFallen(person, device),
    now,
  };
}

function issuers({ ledger }: Trust, now: Instant): CertifiedIssuer[] {
  return ledger.issuers
    .filter(({ claims }) => now < claims.notAfter)
    .map((issuer) => ({
      certificate: issuer.certificate,
      publicKey: keyOf(issuer.claims.publicKey),
      serial: hex(issuer.claims.serial),
      root: keyOf(issuer.claims.root),
      until: issuer.claims.notAfter,
      withdrawn: ledger.isIssuerWithdrawn(issuer),
      withdrawnFor: ledger.reasonFor(issuer),
    }));
}

/** Those whose certificates ran out long ago are of no concern to anybody; the log keeps them. */
const SHOWN_AFTER_END = 28 * 86_400_000;

export function certifiedDevices({ ledger }: Trust, staff: Staff, now: Instant): CertifiedDevice[] {
  // At one browser several people may sign in; each has certificates of her own.
  const byHolder = new Map<string, LoggedDevice[]>();
  for (const each of ledger.devices) {
    if (now >= each.claims.notAfter + SHOWN_AFTER_END) continue;
    const holder = `${each.claims.staffId} ${keyOf(each.claims.publicKey)}`;
    byHolder.set(holder, [...(byHolder.get(holder) ?? []), each]);
  }
  return [...byHolder.values()].flatMap((certificates): CertifiedDevice[] => {
    const good = certificates.filter((each) => !ledger.isWithdrawn(each));
    const latest = longest(good) ?? longest(certificates);
    if (latest === undefined) return [];
    const { staffId, displayName, role, notAfter } = latest.claims;
    const publicKey = keyOf(latest.claims.publicKey);
    const holding = certificates
      .filter(({ claims }) => now < claims.notAfter)
      .map(({ claims }) => ({ serial: hex(claims.serial), issuer: keyOf(claims.issuer) }));
    const withdrawn = good.length === 0;
    const person = { publicKey, staffId, displayName, role };
    const withdrawnFor = withdrawn ? ledger.reasonFor(latest) : null;
    const serves = staff.get(staffId)?.role === role;
    return [{ ...person, certificates: holding, until: notAfter, withdrawn, withdrawnFor, serves }];
  });
}
