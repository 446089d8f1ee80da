import { createHash } from 'node:crypto';

/** A name for what was read, which changes with it. */
export const markOf = (...read: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(read)).digest('base64url');
