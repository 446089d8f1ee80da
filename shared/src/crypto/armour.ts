import { err, ok, type Result } from '../result';
import { fromBase64Url, toBase64Url } from './bytes';
import type { CertificateChain } from './chain';

/** What starts a line of text, so that a person sees what it is and a wrong paste is noticed. */
const MARKS = {
  issuerKey: 'haven-issuer-key-1',
  issuerCertificate: 'haven-issuer-1',
  chain: 'haven-chain-1',
  revocations: 'haven-revocations-1',
} as const;
export type Armour = keyof typeof MARKS;

/** Bytes as one line of text: the mark, then each part in base64url, with dots between. */
export const armoured = (what: Armour, ...parts: readonly Uint8Array[]): string =>
  [MARKS[what], ...parts.map(toBase64Url)].join('.');

/** Forgives white space around the line, nothing else. */
export const readArmoured = (
  what: Armour,
  text: string,
  parts: number,
): Result<readonly Uint8Array[], 'malformed-text'> => {
  const [mark, ...rest] = text.trim().split('.');
  const decoded = rest.map(fromBase64Url).flatMap((part) => (part.ok ? [part.value] : []));
  return mark === MARKS[what] && rest.length === parts && decoded.length === parts
    ? ok(decoded)
    : err('malformed-text');
};

export const chainText = (chain: CertificateChain): string => armoured('chain', chain.issuer, chain.device);

export const readChainText = (text: string): Result<CertificateChain, 'malformed-text'> => {
  const parts = readArmoured('chain', text, 2);
  if (!parts.ok) return parts;
  const [issuer, device] = parts.value;
  return issuer && device ? ok({ issuer, device }) : err('malformed-text');
};
