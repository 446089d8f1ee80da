import type { Role } from '../../protocol/presence';

/** Everything that goes into the conversation of the golden vectors. Bytes are hexadecimal, times milliseconds. */
export interface GoldenInputs {
  readonly trust: TrustInputs;
  readonly link: LinkInputs;
  /** In order; each goes on from where the one before left its end. */
  readonly steps: readonly StepInput[];
  readonly refusedOffers: readonly RefusedOfferInput[];
  readonly refusedAccepts: readonly RefusedAcceptInput[];
  /** Whose device `trust` certifies opens a link with a colleague. */
  readonly colleague: ColleagueInputs;
}

interface TrustInputs {
  readonly organisation: string;
  readonly now: number;
  readonly rootSeed: string;
  readonly issuerSeed: string;
  readonly issuerNotBefore: number;
  readonly issuerNotAfter: number;
  readonly issuerSerial: string;
  readonly deviceSeed: string;
  readonly staffId: string;
  readonly displayName: string;
  readonly role: Role;
  readonly deviceNotBefore: number;
  readonly deviceNotAfter: number;
  readonly deviceSerial: string;
  readonly revocationNumber: number;
}

interface LinkInputs {
  readonly cid: string;
  readonly epoch: number;
  readonly chatSeed: string;
  readonly helloNonce: string;
  readonly kemSeed: string;
  readonly staffRatchetSk: string;
  readonly visitorRatchetSk: string;
  readonly kemCoins: string;
}

export type End = 'visitor' | 'staff';

export type ColleagueEnd = 'opening' | 'answering';

export interface SealInput<E extends string = End> {
  readonly do: 'seal';
  readonly by: E;
  readonly plaintext: string;
  /** The private half of a new ratchet key; empty where the frame continues a chain. */
  readonly ratchetSk: string;
}

export interface OpenInput<E extends string = End> {
  readonly do: 'open';
  readonly by: E;
  /** Which step sealed the frame, from 0. */
  readonly of: number;
  /** The lowest bit of this byte of the frame is flipped first; −1: none. */
  readonly flip: number;
}

export type StepInput<E extends string = End> = SealInput<E> | OpenInput<E>;

/** Of a hello between colleagues as well: there `staffId` is who answers. */
export interface RefusedOfferInput {
  readonly why: string;
  readonly flip: number;
  readonly root: string;
  readonly organisation: string;
  readonly staffId: string;
  readonly now: number;
  /** Whoever judges holds the revocation list of `trust`. */
  readonly revoked: boolean;
}

interface RefusedAcceptInput {
  readonly why: string;
  readonly flip: number;
}

/** Of the device that answers, certified by the issuer of `trust` for the times of its device. */
interface ColleagueInputs {
  readonly deviceSeed: string;
  readonly staffId: string;
  readonly displayName: string;
  readonly role: 'counsellor' | 'supervisor';
  readonly deviceSerial: string;
  readonly cid: string;
  readonly helloNonce: string;
  readonly kemSeed: string;
  readonly answeringRatchetSk: string;
  readonly openingRatchetSk: string;
  readonly kemCoins: string;
  readonly steps: readonly StepInput<ColleagueEnd>[];
  readonly refusedHellos: readonly RefusedOfferInput[];
  readonly refusedOffers: readonly RefusedOfferInput[];
  readonly refusedAccepts: readonly RefusedAcceptInput[];
}

interface TrustOutputs {
  readonly rootWords: string;
  readonly rootPk: string;
  readonly issuerPk: string;
  readonly issuerCertificate: string;
  readonly devicePk: string;
  readonly deviceCertificate: string;
  /** Signed by the root, with the device's serial. */
  readonly revocations: string;
  readonly enrolmentRequest: string;
  readonly enrolmentWords: string;
}

interface LinkOutputs {
  readonly visitorPk: string;
  /** Frames as they travel: base64url. */
  readonly hello: string;
  readonly offer: string;
  readonly accept: string;
  readonly th: string;
  readonly sixWords: string;
}

interface ColleagueOutputs {
  readonly devicePk: string;
  readonly deviceCertificate: string;
  readonly hello: string;
  readonly offer: string;
  readonly accept: string;
  readonly th: string;
  readonly sixWords: string;
}

export interface Sealed<E extends string = End> extends SealInput<E> {
  readonly frame: string;
}

export interface Opened<E extends string = End> extends OpenInput<E> {
  /** `opened`, or the error. */
  readonly outcome: string;
  /** Empty after an error. */
  readonly plaintext: string;
}

type Refused<T> = T & { readonly error: string };

/** The inputs, and in the same places what must come out. */
export interface GoldenVectors {
  readonly about: string;
  readonly trust: TrustInputs & TrustOutputs;
  readonly link: LinkInputs & LinkOutputs;
  readonly steps: readonly (Sealed | Opened)[];
  readonly refusedOffers: readonly Refused<RefusedOfferInput>[];
  readonly refusedAccepts: readonly Refused<RefusedAcceptInput>[];
  readonly colleague: Omit<ColleagueInputs, 'steps' | `refused${string}`> &
    ColleagueOutputs & {
      readonly steps: readonly (Sealed<ColleagueEnd> | Opened<ColleagueEnd>)[];
      readonly refusedHellos: readonly Refused<RefusedOfferInput>[];
      readonly refusedOffers: readonly Refused<RefusedOfferInput>[];
      readonly refusedAccepts: readonly Refused<RefusedAcceptInput>[];
    };
}
