import type { ErrorCode } from './errors';

/** The acknowledgement of every request. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorCode };
