import { fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { PUBLIC_KEY_BYTES } from '@haven/shared/crypto/certificate';
import type { CertificateError } from '@haven/shared/crypto/errors';
import type { Instant } from '@haven/shared/units';
import { days, hours } from '@haven/shared/units';
import { Refusal } from './host';

/** As it stands in `data-root` and in root.pub. */
export const publicKeyText = (key: Uint8Array): string => toBase64Url(key);

export const readPublicKey = (text: string, where: string): Uint8Array => {
  const key = fromBase64Url(text.trim());
  if (key.ok && key.value.length === PUBLIC_KEY_BYTES) return key.value;
  throw new Refusal(`${where} is not a public key: 43 characters of letters, digits, - and _.`);
};

/** A clock that runs behind must not refuse a certificate made this minute. */
const BACKDATED = hours(1);

/** From an hour ago, for so many days. */
export const validity = (
  text: string,
  most: number,
  now: Instant,
): { readonly notBefore: Instant; readonly notAfter: Instant } => {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > most)
    throw new Refusal(`--days must be a whole number from 1 to ${most}, not ${text}.`);
  const notBefore = now - BACKDATED;
  return { notBefore, notAfter: notBefore + days(count) };
};

/** UTC, to the minute. */
export const dateText = (moment: Instant): string =>
  `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const SENTENCES: Readonly<Record<CertificateError, string>> = {
  'malformed-certificate': 'it is not a certificate as Haven writes them, or a name in it is not allowed',
  'unknown-root': 'its issuer was certified by another root',
  'bad-signature': 'a signature in it does not hold',
  'certificate-not-yet-valid': 'it is not valid yet',
  'certificate-expired': 'it is no longer valid',
  'certificate-revoked': 'it was revoked',
  'too-long-validity': 'it is valid for longer than allowed',
  'other-organisation': 'it is for another organisation',
};
export const certificateFault = (error: CertificateError): string => `${SENTENCES[error]} (${error})`;
