import { createHash } from 'node:crypto';

/** What is kept of the secret of a calendar's address: 32 random bytes need no salt. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
