import type { HandshakeError } from '../crypto/errors';
import type { LinkFault } from './conversation';

const FAULT_OF: Record<HandshakeError, LinkFault> = {
  'malformed-frame': 'altered',
  'wrong-suite': 'altered',
  'unexpected-frame': 'altered',
  'other-chat': 'altered',
  'stale-epoch': 'altered',
  'future-epoch': 'altered',
  'weak-key': 'altered',
  'malformed-certificate': 'not-vouched-for',
  'unknown-root': 'not-vouched-for',
  'bad-signature': 'not-vouched-for',
  'too-long-validity': 'not-vouched-for',
  'other-organisation': 'not-vouched-for',
  'certificate-not-yet-valid': 'certificate-out-of-date',
  'certificate-expired': 'certificate-out-of-date',
  'certificate-revoked': 'revoked',
  'other-role': 'other-person',
  'other-person': 'other-person',
  'other-visitor': 'other-person',
};

export const faultOf = (error: HandshakeError): LinkFault => FAULT_OF[error];

/** Faults that another attempt may mend and that say nothing about who is at the other end. */
export const mendsItself = (fault: LinkFault): boolean => fault === 'altered' || fault === 'no-answer';
