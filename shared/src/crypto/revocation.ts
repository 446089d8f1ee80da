import type { Instant } from '../units';
import { equalBytes } from './bytes';
import type { IssuerClaims } from './certificate';

/** A checked list of withdrawn certificates. A higher `number` of the same signer replaces a lower one. */
export interface Revocations {
  readonly organisation: string;
  readonly number: number;
  readonly issuedAt: Instant;
  /** A root may withdraw everything, an issuer only the devices it certified itself. */
  readonly signer: 'root' | 'issuer';
  readonly signerKey: Uint8Array;
  readonly serials: readonly Uint8Array[];
}

export const revokes = (list: Revocations, issuer: IssuerClaims, deviceSerial: Uint8Array): boolean => {
  const lists = (serial: Uint8Array): boolean => list.serials.some((listed) => equalBytes(listed, serial));
  if (list.signer === 'root') return lists(deviceSerial) || lists(issuer.serial);
  return equalBytes(list.signerKey, issuer.publicKey) && lists(deviceSerial);
};

/**
 * The newest list of every signer, once this one is known too. What is among them never goes back: an older list, and
 * another one of the same number, change nothing.
 */
export const withNewer = (known: readonly Revocations[], list: Revocations): readonly Revocations[] => {
  const last = known.find(({ signerKey }) => equalBytes(signerKey, list.signerKey));
  return last && last.number >= list.number ? known : [...known.filter((each) => each !== last), list];
};
