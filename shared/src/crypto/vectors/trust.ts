import type { StaffId } from '../../ids';
import { toBase64Url } from '../bytes';
import { decodeDeviceCertificate } from '../certificate';
import { certifyDevice, certifyIssuer, type Signer, signerFromSeed, signRevocations } from '../certify';
import type { CertificateChain, TrustPolicy } from '../chain';
import { enrolmentRequest, fourWords, readEnrolmentRequest } from '../enrolment';
import { verifyRevocations } from '../revocation-list';
import { rootFromSeed, rootToWords } from '../root';
import type { Sodium } from '../sodium';
import type { GoldenInputs, GoldenVectors, RefusedOfferInput } from './golden-vectors';
import { fromHex, toHex } from './hex';
import { drawing, must } from './inputs';

export interface ComputedTrust {
  readonly vector: GoldenVectors['trust'];
  readonly issuer: Signer;
  readonly device: Signer;
  readonly chain: CertificateChain;
  readonly revocations: Uint8Array;
}

export const computeTrust = async (sodium: Sodium, given: GoldenInputs['trust']): Promise<ComputedTrust> => {
  const { organisation, displayName, role, revocationNumber, now } = given;
  const staffId = given.staffId as StaffId;
  const root = signerFromSeed(sodium, fromHex(given.rootSeed));
  const issuer = signerFromSeed(sodium, fromHex(given.issuerSeed));
  const device = signerFromSeed(sodium, fromHex(given.deviceSeed));
  const issuerCertificate = must(
    await certifyIssuer(
      sodium,
      root,
      {
        organisation,
        publicKey: issuer.publicKey,
        notBefore: given.issuerNotBefore,
        notAfter: given.issuerNotAfter,
      },
      drawing(given.issuerSerial),
    ),
  );
  const deviceCertificate = must(
    await certifyDevice(
      sodium,
      issuer,
      {
        organisation,
        staffId,
        displayName,
        role,
        publicKey: device.publicKey,
        notBefore: given.deviceNotBefore,
        notAfter: given.deviceNotAfter,
      },
      drawing(given.deviceSerial),
    ),
  );
  const { serial } = must(decodeDeviceCertificate(deviceCertificate)).claims;
  const revocations = await signRevocations(root, {
    organisation,
    number: revocationNumber,
    issuedAt: now,
    serials: [serial],
  });
  const request = await enrolmentRequest(device, { organisation, staffId, displayName, role });
  const words = fourWords(sodium, must(readEnrolmentRequest(sodium, request)));
  return {
    vector: {
      ...given,
      rootWords: rootToWords(rootFromSeed(sodium, fromHex(given.rootSeed))).join(' '),
      rootPk: toHex(root.publicKey),
      issuerPk: toHex(issuer.publicKey),
      issuerCertificate: toBase64Url(issuerCertificate),
      devicePk: toHex(device.publicKey),
      deviceCertificate: toBase64Url(deviceCertificate),
      revocations: toBase64Url(revocations),
      enrolmentRequest: request,
      enrolmentWords: words.join(' '),
    },
    issuer,
    device,
    chain: { issuer: issuerCertificate, device: deviceCertificate },
    revocations,
  };
};

/** By what somebody judges the other end, who may hold other views than these vectors. */
export const judging = (
  sodium: Sodium,
  trust: Pick<ComputedTrust, 'revocations'>,
  view: Pick<RefusedOfferInput, 'root' | 'organisation' | 'now' | 'revoked'>,
): TrustPolicy => {
  const trusted = { roots: [fromHex(view.root)], organisation: view.organisation, now: view.now };
  const revocations = view.revoked ? [must(verifyRevocations(sodium, trust.revocations, trusted))] : [];
  return { ...trusted, revocations };
};
