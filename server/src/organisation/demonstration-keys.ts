import { fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { certifyDevice, certifyIssuer, signerFromSeed } from '@haven/shared/crypto/certify';
import type { Random, Sodium } from '@haven/shared/crypto/sodium';
import type { PublicKey } from '@haven/shared/ids';
import type { Result } from '@haven/shared/result';
import { days, type Instant } from '@haven/shared/units';
import type { Certifier } from './certifier';

/** The secret halves of the demonstration organisation's root and issuer, base64url. */
export type DemonstrationSeeds = { readonly root: string; readonly issuer: string };

const SEED_BYTES = 32;
/** Phones' clocks are wrong at times, more often behind than ahead. */
const BACKDATED = days(1);
/** How long a device is certified in the demonstration. */
export const DEMONSTRATION_CERTIFIES = days(6);
const ISSUER_DAYS = days(170);
/** An issuer's certificate outlives every device's that it is shown with. */
const ISSUER_LEFT_AT_LEAST = days(30);

export const makeSeeds = (random: Random): DemonstrationSeeds => ({
  root: toBase64Url(random(SEED_BYTES)),
  issuer: toBase64Url(random(SEED_BYTES)),
});

/**
 * Keys that this server holds itself. They show the whole way from root to device, and protect against anybody but
 * this server.
 */
export function demonstrationCertifier(
  sodium: Sodium,
  random: Random,
  organisation: string,
  seeds: DemonstrationSeeds,
): Certifier {
  const root = signerFromSeed(sodium, must(fromBase64Url(seeds.root)));
  const issuer = signerFromSeed(sodium, must(fromBase64Url(seeds.issuer)));
  let issued: { readonly certificate: Uint8Array; readonly until: Instant } | undefined;

  const issuerCertificate = async (now: Instant): Promise<Uint8Array> => {
    if (issued === undefined || issued.until - now < ISSUER_LEFT_AT_LEAST) {
      const validity = { notBefore: now - BACKDATED, notAfter: now + ISSUER_DAYS };
      const claims = { organisation, publicKey: issuer.publicKey, ...validity };
      issued = {
        certificate: must(await certifyIssuer(sodium, root, claims, random)),
        until: validity.notAfter,
      };
    }
    return issued.certificate;
  };

  return {
    root: toBase64Url(root.publicKey) as PublicKey,
    certify: async ({ staffId, displayName, role }, device, now) => {
      const until = now + DEMONSTRATION_CERTIFIES;
      const validity = { notBefore: now - BACKDATED, notAfter: until };
      const publicKey = must(fromBase64Url(device));
      const claims = { organisation, staffId, displayName, role, publicKey, ...validity };
      const certificate = must(await certifyDevice(sodium, issuer, claims, random));
      const chain = {
        issuer: toBase64Url(await issuerCertificate(now)),
        device: toBase64Url(certificate),
      };
      return { chain, until };
    },
  };
}

/** Only keys and names that were checked before come here. */
function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`The demonstration keys cannot certify: ${result.error}`);
  return result.value;
}
