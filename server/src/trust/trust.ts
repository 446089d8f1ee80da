import { fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { readEnrolmentRequest } from '@haven/shared/crypto/enrolment';
import { verifyIssuer } from '@haven/shared/crypto/chain';
import type { Sodium } from '@haven/shared/crypto/sodium';
import type { PublicKey } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { KeyRoot } from '@haven/shared/protocol/keys';
import { LOG_PAGE } from '@haven/shared/protocol/keys';
import { err, ok, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type { StaffProfile } from '../desk/records';
import type { Chain } from '../organisation/certifier';
import { DEMONSTRATION_CERTIFIES } from '../organisation/demonstration-keys';
import type { EnrolmentRow, KeyRecords } from './key-records';
import { Ledger, type LoggedDevice, type LoggedIssuer, type LogRow, longest } from './ledger';

export type TrustDeps = {
  readonly sodium: Sodium;
  readonly records: KeyRecords;
  /** The name that certificates carry. */
  readonly organisation: string;
  /** Named by ROOTS: in use whatever the console says. */
  readonly roots: readonly PublicKey[];
  /** The root whose keys this server makes itself, until the organisation has its own. */
  readonly demonstrationRoot: PublicKey | null;
  readonly now: () => Instant;
  readonly onFault: (event: string, thrown: unknown) => void;
};

/** Whom a certificate must name. */
type Person = Pick<StaffProfile, 'staffId' | 'role'>;

export type ShownChain = { readonly chain: Chain; readonly until: Instant };

/** Whose keys count here, as this node knows it now. It verifies and hands on; it can sign nothing. */
export class Trust {
  readonly #deps: TrustDeps;
  readonly #listeners = new Set<() => void>();
  readonly ledger: Ledger;
  #noted: readonly KeyRoot[] = [];
  #requests: readonly EnrolmentRow[] = [];
  #refreshing: Promise<void> = Promise.resolve();

  static async open(deps: TrustDeps): Promise<Trust> {
    const trust = new Trust(deps);
    await trust.#refresh();
    deps.records.onChange(() => {
      trust.#refresh().catch((thrown: unknown) => deps.onFault('keys', thrown));
    });
    return trust;
  }

  private constructor(deps: TrustDeps) {
    this.#deps = deps;
    this.ledger = new Ledger(deps.sodium, deps.organisation);
  }

  /** Calls back after every change, on every node. */
  onChange(callback: () => void): void {
    this.#listeners.add(callback);
  }

  /** True while the keys are those that this server makes. */
  get demonstration(): boolean {
    return this.#deps.demonstrationRoot !== null && this.#inUse.length === 0;
  }

  /** What visitors and consoles are told. */
  get roots(): readonly PublicKey[] {
    const { demonstrationRoot } = this.#deps;
    return this.demonstration && demonstrationRoot !== null ? [demonstrationRoot] : this.#inUse;
  }

  get notedRoots(): readonly KeyRoot[] {
    const inUse = new Set<string>(this.#inUse);
    const all = new Set([...this.#deps.roots, ...this.#noted.map(({ publicKey }) => publicKey)]);
    return [...all].map((publicKey) => ({ publicKey, inUse: inUse.has(publicKey) }));
  }

  get requests(): readonly EnrolmentRow[] {
    return this.#requests;
  }

  /** The certificates that her device can show now, for her and in her role; null: none that visitors would accept. */
  chainOf({ staffId, role }: Person, device: PublicKey): ShownChain | null {
    const chains = this.ledger
      .certificatesOf(staffId, device, this.#deps.now())
      .filter((each) => each.claims.role === role && !this.ledger.isWithdrawn(each))
      .flatMap((each) => {
        const issuer = this.#issuerShownWith(each);
        return issuer === undefined ? [] : { ...each, issuer };
      });
    const best = longest(chains);
    if (best === undefined) return null;
    const { issuer, certificate, claims } = best;
    return { chain: { issuer: issuer.certificate, device: certificate }, until: claims.notAfter };
  }

  /** Until when visitors accept her device; null: they do not. In the demonstration each page gets a new certificate. */
  certifiedUntil(person: Person, device: PublicKey): Instant | null {
    if (this.demonstration) return this.#deps.now() + DEMONSTRATION_CERTIFIES;
    return this.chainOf(person, device)?.until ?? null;
  }

  /** It had certificates for her, they would still hold, and they were all taken back: it is let in nowhere. */
  isWithdrawn({ staffId }: Pick<Person, 'staffId'>, device: PublicKey): boolean {
    const certificates = this.ledger.certificatesOf(staffId, device, this.#deps.now());
    return certificates.length > 0 && certificates.every((each) => this.ledger.isNamed(each));
  }

  /** What it had is worth nothing since its issuer was withdrawn: it may ask to be admitted anew. */
  isFallen({ staffId }: Pick<Person, 'staffId'>, device: PublicKey): boolean {
    const certificates = this.ledger.certificatesOf(staffId, device, this.#deps.now());
    return (
      certificates.length > 0 &&
      certificates.every((each) => this.ledger.isWithdrawn(each)) &&
      !this.isWithdrawn({ staffId }, device)
    );
  }

  /** Every certificate and list stands in the log before it counts. */
  async admit(rows: readonly LogRow[]): Promise<Result<null, ErrorCode>> {
    for (;;) {
      const fresh = rows.filter((row) => !this.ledger.has(row));
      if (fresh.length === 0) return ok(null);
      const roots = this.notedRoots.map(({ publicKey }) => bytesOf(publicKey));
      if (!fresh.every((row) => this.ledger.admits(row, roots, this.#deps.now()))) return err('keys-refused');
      const appended = await this.#deps.records.append(this.ledger.head.size, fresh);
      await this.#refresh();
      if (!appended) continue;
      const certified = fresh.flatMap((row) =>
        row.kind === 'device'
          ? this.ledger.devices.filter(({ certificate }) => certificate === row.signed)
          : [],
      );
      const devices = certified.map(({ claims }) => toBase64Url(claims.publicKey) as PublicKey);
      if (devices.length > 0) await this.#change(() => this.#deps.records.dropRequests(devices));
      return ok(null);
    }
  }

  noteRoot(publicKey: PublicKey): Promise<void> {
    if (this.notedRoots.some((root) => root.publicKey === publicKey)) return Promise.resolve();
    return this.#change(() => this.#deps.records.putRoot({ publicKey, inUse: false }));
  }

  /** A root of ROOTS stays in use, and so does the last one: nobody goes back to the demonstration's keys. */
  async useRoot(root: KeyRoot): Promise<Result<null, ErrorCode>> {
    const { publicKey, inUse } = root;
    const known = this.notedRoots.find((each) => each.publicKey === publicKey);
    if (known === undefined) return err('keys-refused');
    const last = !this.#inUse.some((each) => each !== publicKey);
    if (!inUse && (last || this.#deps.roots.includes(publicKey))) return err('keys-refused');
    await this.#change(() => this.#deps.records.putRoot(root));
    return ok(null);
  }

  /** Only for oneself, as one is known here, and for the device that asks. */
  async enrol(profile: StaffProfile, device: PublicKey, request: string): Promise<Result<null, ErrorCode>> {
    const read = readEnrolmentRequest(this.#deps.sodium, request);
    if (!read.ok) return err('malformed');
    const { organisation, staffId, displayName, role, publicKey } = read.value;
    const right =
      organisation === this.#deps.organisation &&
      staffId === profile.staffId &&
      displayName === profile.displayName &&
      role === profile.role &&
      toBase64Url(publicKey) === device;
    if (!right) return err('keys-refused');
    await this.#change(() => this.#deps.records.putRequest({ device, staffId, request }));
    return ok(null);
  }

  /** A page of the log. */
  entriesAfter(after: number): readonly string[] {
    return this.ledger.entries.slice(after, after + LOG_PAGE).map(toBase64Url);
  }

  /**
   * The issuer's certificate under the first of the roots in use: websites that do not pin the successor yet pin that.
   * One that ends before the device's does is the last choice.
   */
  #issuerShownWith({ claims }: LoggedDevice): LoggedIssuer | undefined {
    const { sodium, now, organisation } = this.#deps;
    const inUse = this.#inUse;
    const policy = { roots: inUse.map(bytesOf), organisation, now: now() };
    const isShort = (issuer: LoggedIssuer) => Number(issuer.claims.notAfter < claims.notAfter);
    const place = (issuer: LoggedIssuer) => inUse.indexOf(toBase64Url(issuer.claims.root) as PublicKey);
    return this.ledger
      .certificatesOfIssuer(claims)
      .filter((each) => !this.ledger.isIssuerWithdrawn(each))
      .filter(({ certificate }) => verifyIssuer(sodium, bytesOf(certificate), policy).ok)
      .toSorted(
        (a, b) => isShort(a) - isShort(b) || place(a) - place(b) || b.claims.notAfter - a.claims.notAfter,
      )[0];
  }

  get #inUse(): readonly PublicKey[] {
    const told = this.#noted.filter(({ inUse }) => inUse).map(({ publicKey }) => publicKey);
    return [...new Set([...this.#deps.roots, ...told])];
  }

  async #change(act: () => Promise<void>): Promise<void> {
    await act();
    await this.#refresh();
  }

  /** One after the other: a row that was read twice would stand in the ledger twice. */
  #refresh(): Promise<void> {
    const next = this.#refreshing.then(
      () => this.#read(),
      () => this.#read(),
    );
    this.#refreshing = next;
    return next;
  }

  async #read(): Promise<void> {
    const { records } = this.#deps;
    const rows = await records.logAfter(this.ledger.head.size);
    for (const row of rows) this.ledger.append(row);
    this.#noted = await records.roots();
    this.#requests = await records.requests();
    for (const tell of this.#listeners) tell();
  }
}

const bytesOf = (text: string): Uint8Array => {
  const bytes = fromBase64Url(text);
  return bytes.ok ? bytes.value : new Uint8Array(0);
};
