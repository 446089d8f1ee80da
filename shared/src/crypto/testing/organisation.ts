import type { StaffId } from '../../ids';
import type { Role } from '../../protocol/presence';
import type { Result } from '../../result';
import { days, hours, type Instant } from '../../units';
import type { CertificateChain } from '../chain';
import { certifyDevice, certifyIssuer, type Signer, signerFromSeed } from '../certify';
import type { Random, Sodium } from '../sodium';

export const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(`Expected a value, got the error ${String(result.error)}.`);
  return result.value;
};

/** Noon on a Monday. */
export const NOON: Instant = Date.UTC(2026, 2, 2, 12);
export const ORGANISATION = 'Stichting De Haven';

export interface Authority {
  readonly root: Signer;
  readonly issuer: Signer;
  readonly issuerCertificate: Uint8Array;
}

/** A root and the issuer it certified, valid from a day before noon. */
export const authority = async (
  sodium: Sodium,
  random: Random,
  validity: { readonly notBefore: Instant; readonly notAfter: Instant } = {
    notBefore: NOON - days(1),
    notAfter: NOON + days(90),
  },
  organisation = ORGANISATION,
): Promise<Authority> => {
  const root = signerFromSeed(sodium, random(32));
  const issuer = signerFromSeed(sodium, random(32));
  const claims = { organisation, publicKey: issuer.publicKey, ...validity };
  return { root, issuer, issuerCertificate: must(await certifyIssuer(sodium, root, claims, random)) };
};

export interface StaffDevice {
  readonly signer: Signer;
  readonly chain: CertificateChain;
  readonly staffId: StaffId;
}

export interface StaffMember {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
}

export const sanne: StaffMember = { staffId: 'sanne' as StaffId, displayName: 'Sanne', role: 'counsellor' };
export const karim: StaffMember = { staffId: 'karim' as StaffId, displayName: 'Karim', role: 'counsellor' };
export const fatma: StaffMember = { staffId: 'fatma' as StaffId, displayName: 'Fatma', role: 'supervisor' };

/** A device of this staff member, certified for the day around noon unless told otherwise. */
export const staffDevice = async (
  sodium: Sodium,
  by: Authority,
  member: StaffMember,
  random: Random,
  validity: { readonly notBefore: Instant; readonly notAfter: Instant } = {
    notBefore: NOON - hours(12),
    notAfter: NOON + hours(12),
  },
  organisation = ORGANISATION,
): Promise<StaffDevice> => {
  const signer = signerFromSeed(sodium, random(32));
  const claims = { organisation, ...member, publicKey: signer.publicKey, ...validity };
  const device = must(await certifyDevice(sodium, by.issuer, claims, random));
  return { signer, chain: { issuer: by.issuerCertificate, device }, staffId: member.staffId };
};
