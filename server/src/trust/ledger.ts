import { equalBytes, fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import type { DeviceClaims, IssuerClaims } from '@haven/shared/crypto/certificate';
import { isRevoked, verifyChain, verifyIssuer } from '@haven/shared/crypto/chain';
import {
  appendToLog,
  decodeLogEntry,
  emptyLog,
  encodeLogEntry,
  type Logged,
} from '@haven/shared/crypto/key-log';
import { type Revocations, withNewer } from '@haven/shared/crypto/revocation';
import { verifyRevocations } from '@haven/shared/crypto/revocation-list';
import type { Sodium } from '@haven/shared/crypto/sodium';
import type { WithdrawalReason } from '@haven/shared/protocol/keys';
import type { PublicKey, StaffId } from '@haven/shared/ids';
import type { Instant } from '@haven/shared/units';

/** What somebody signed, base64url, in its place in the log. */
export type LogRow = {
  readonly kind: Logged;
  readonly signed: string;
  /** Of a list: why what is new on it was withdrawn. Beside the log, not in it. */
  readonly reason?: WithdrawalReason | null;
};

export type LoggedIssuer = { readonly certificate: string; readonly claims: IssuerClaims };
export type LoggedDevice = { readonly certificate: string; readonly claims: DeviceClaims };

const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64Url(text);
  return bytes.ok ? bytes.value : new Uint8Array(0);
};

/** The key log read from its beginning: who was certified by whom, and what was withdrawn. */
export class Ledger {
  readonly #sodium: Sodium;
  readonly #organisation: string;
  readonly #rows = new Set<string>();
  #withdrawn: readonly Revocations[] = [];
  readonly #reasons = new Map<string, WithdrawalReason>();
  readonly #newestLists = new Map<string, string>();
  readonly entries: Uint8Array[] = [];
  readonly issuers: LoggedIssuer[] = [];
  readonly devices: LoggedDevice[] = [];
  #head;

  constructor(sodium: Sodium, organisation: string) {
    this.#sodium = sodium;
    this.#organisation = organisation;
    this.#head = emptyLog(sodium, organisation);
  }

  get head() {
    return this.#head;
  }

  /** The newest list of every signer. */
  get lists(): readonly Revocations[] {
    return this.#withdrawn;
  }

  /** The same, as they were signed. */
  get signedLists(): readonly string[] {
    return [...this.#newestLists.values()];
  }

  has({ signed }: LogRow): boolean {
    return this.#rows.has(signed);
  }

  /** Whether this may be added now; only then may it be appended. */
  admits({ kind, signed }: LogRow, roots: readonly Uint8Array[], now: Instant): boolean {
    const policy = { roots, organisation: this.#organisation, now };
    const bytes = bytesOf(signed);
    if (kind === 'issuer') return verifyIssuer(this.#sodium, bytes, policy).ok;
    if (kind === 'revocations') {
      const list = verifyRevocations(this.#sodium, bytes, policy);
      return list.ok && list.value.number > this.#numberOf(list.value.signerKey);
    }
    const entry = decodeLogEntry(encodeLogEntry('device', bytes));
    if (!entry.ok || entry.value.kind !== 'device') return false;
    return this.certificatesOfIssuer(entry.value.claims).some(({ certificate }) => {
      const chain = { issuer: bytesOf(certificate), device: bytes };
      return verifyChain(this.#sodium, chain, { ...policy, revocations: this.lists }).ok;
    });
  }

  append(row: LogRow): void {
    const bytes = encodeLogEntry(row.kind, bytesOf(row.signed));
    const entry = decodeLogEntry(bytes);
    if (!entry.ok) throw new Error(`Entry ${this.#head.size + 1} of the key log is damaged`);
    this.#head = appendToLog(this.#sodium, this.#head, bytes);
    this.entries.push(bytes);
    this.#rows.add(row.signed);
    const { value } = entry;
    if (value.kind === 'issuer') this.issuers.push({ certificate: row.signed, claims: value.claims });
    if (value.kind === 'device') this.devices.push({ certificate: row.signed, claims: value.claims });
    if (value.kind !== 'revocations') return;
    const { issuerCertificate, ...list } = value.claims;
    const signer = issuerCertificate.length === 0 ? 'root' : 'issuer';
    this.#withdrawn = withNewer(this.#withdrawn, { ...list, signer });
    this.#newestLists.set(toBase64Url(list.signerKey), row.signed);
    for (const serial of list.serials.map(toBase64Url)) {
      if (row.reason && !this.#reasons.has(serial)) this.#reasons.set(serial, row.reason);
    }
  }

  isWithdrawn({ claims }: LoggedDevice): boolean {
    const issuer = this.issuerOf(claims);
    if (issuer === undefined) return true;
    return isRevoked({ serial: claims.serial, certifiedBy: issuer.claims }, this.lists);
  }

  /** It was named itself, and did not only fall with its issuer. */
  isNamed({ claims }: LoggedDevice): boolean {
    return this.lists.some(
      ({ signer, signerKey, serials }) =>
        (signer === 'root' || equalBytes(signerKey, claims.issuer)) &&
        serials.some((serial) => equalBytes(serial, claims.serial)),
    );
  }

  isIssuerWithdrawn({ claims }: LoggedIssuer): boolean {
    return isRevoked({ serial: claims.serial, certifiedBy: claims }, this.lists);
  }

  reasonFor({ claims }: LoggedIssuer | LoggedDevice): WithdrawalReason | null {
    return this.#reasons.get(toBase64Url(claims.serial)) ?? null;
  }

  /** Of the certificates that this issuer has had, the one that holds longest and was not withdrawn. */
  issuerOf(device: Pick<DeviceClaims, 'issuer'>): LoggedIssuer | undefined {
    const own = this.certificatesOfIssuer(device);
    const good = own.filter((each) => !this.isIssuerWithdrawn(each));
    return longest(good) ?? longest(own);
  }

  /** While a root has a successor there may be one under each. */
  certificatesOfIssuer({ issuer }: Pick<DeviceClaims, 'issuer'>): readonly LoggedIssuer[] {
    const key = toBase64Url(issuer);
    return this.issuers.filter(({ claims }) => toBase64Url(claims.publicKey) === key);
  }

  /** The certificates of her device that have not run out. Another who signs in at the same browser has her own. */
  certificatesOf(staffId: StaffId, device: PublicKey, now: Instant): readonly LoggedDevice[] {
    return this.devices.filter(
      ({ claims }) =>
        now < claims.notAfter && claims.staffId === staffId && toBase64Url(claims.publicKey) === device,
    );
  }

  #numberOf(signer: Uint8Array): number {
    const key = toBase64Url(signer);
    return this.lists.find(({ signerKey }) => toBase64Url(signerKey) === key)?.number ?? 0;
  }
}

export const longest = <T extends { readonly claims: { readonly notAfter: Instant } }>(
  those: readonly T[],
): T | undefined => those.toSorted((a, b) => b.claims.notAfter - a.claims.notAfter)[0];
