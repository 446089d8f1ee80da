/** What can be wrong with a certificate, a chain of them, or a revocation list. */
export const CERTIFICATE_ERRORS = [
  'malformed-certificate',
  'unknown-root',
  'bad-signature',
  'certificate-not-yet-valid',
  'certificate-expired',
  'certificate-revoked',
  'too-long-validity',
  'other-organisation',
] as const;
export type CertificateError = (typeof CERTIFICATE_ERRORS)[number];

/** What can be wrong with any frame before a key is used. */
export const ENVELOPE_ERRORS = [
  'malformed-frame',
  'wrong-suite',
  'unexpected-frame',
  'other-chat',
  'stale-epoch',
  'future-epoch',
] as const;
export type EnvelopeError = (typeof ENVELOPE_ERRORS)[number];

export const HANDSHAKE_ERRORS = [
  ...ENVELOPE_ERRORS,
  ...CERTIFICATE_ERRORS,
  'other-role',
  'other-person',
  'other-visitor',
  'weak-key',
] as const;
export type HandshakeError = (typeof HANDSHAKE_ERRORS)[number];

/** What can be wrong with a message frame. */
export const FRAME_ERRORS = [
  ...ENVELOPE_ERRORS,
  'weak-key',
  'forged-frame',
  'duplicate-frame',
  'too-far-ahead',
] as const;
export type FrameError = (typeof FRAME_ERRORS)[number];
