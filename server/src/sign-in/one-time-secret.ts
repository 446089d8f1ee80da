import { createHash } from 'node:crypto';

const BYTES = 32;

/** A secret that somebody else holds: enough chance that its hash can be kept and searched for as it is. */
export const newSecret = (random: (length: number) => Uint8Array): string =>
  Buffer.from(random(BYTES)).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
