import type { StaffId } from '@haven/shared/ids';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { RelyingParty } from './relying-party';

type Bytes = Uint8Array<ArrayBuffer>;
type Options = Record<string, unknown>;
/** As the browser sent it; the library looks at every part of it. */
export type SentCredential = Readonly<Record<string, unknown>>;

/** The public half of a passkey. */
export type PasskeyKey = {
  /** base64url. */
  readonly id: string;
  readonly publicKey: Bytes;
  /** What its device has counted; most count nothing. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly synchronised: boolean;
};

type Maker = {
  readonly party: RelyingParty;
  readonly organisationName: string;
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly known: readonly string[];
  readonly challenge: Bytes;
};

const userHandleOf = (staffId: StaffId): string => Buffer.from(staffId).toString('base64url');

/** A passkey says by itself whose it is, and asks for a finger, a face or a number every time. */
export async function makingOptions(maker: Maker): Promise<Options> {
  const { party, organisationName, staffId, displayName, known, challenge } = maker;
  const options = await generateRegistrationOptions({
    rpName: organisationName,
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(staffId)),
    userName: displayName,
    userDisplayName: displayName,
    challenge,
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { ...options };
}

/** The new passkey; null when what the browser sent does not hold. */
export async function checkMade(
  party: RelyingParty,
  challenge: string,
  sent: SentCredential,
): Promise<PasskeyKey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: sent as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    const { id, publicKey, counter, transports = [] } = credential;
    return { id, publicKey, counter, transports, synchronised: credentialBackedUp };
  } catch {
    // The library throws for whatever is not right.
    return null;
  }
}

/** Whoever has a passkey for this place may use it: nobody says a name first. */
export async function askingOptions(party: RelyingParty, challenge: Bytes): Promise<Options> {
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    userVerification: 'required',
  });
  return { ...options };
}

/** What its device has counted by now; null when what the browser sent does not hold for this passkey. */
export async function checkUsed(
  party: RelyingParty,
  challenge: string,
  sent: SentCredential,
  { staffId, ...key }: PasskeyKey & { readonly staffId: StaffId },
): Promise<{ readonly counter: number; readonly synchronised: boolean } | null> {
  const response = sent as unknown as AuthenticationResponseJSON;
  try {
    const { userHandle } = response.response;
    if (userHandle !== undefined && userHandle !== userHandleOf(staffId)) return null;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { ...key, transports: [...key.transports] },
    });
    const { newCounter, credentialBackedUp } = authenticationInfo;
    return verified ? { counter: newCounter, synchronised: credentialBackedUp } : null;
  } catch {
    return null;
  }
}
