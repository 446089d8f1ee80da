import type { CertificateError } from '../crypto/errors';
import type { KeyLogError } from '../crypto/key-log';
import type { StaffId } from '../ids';
import type { ShownHead } from '../protocol/keys';
import type { Role } from '../protocol/presence';
import type { Result } from '../result';
import type { PersonToCertify, Withdrawal } from './issue';

export type EnrolmentClaims = {
  readonly organisation: string;
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
};

/** A request as an issuer reads it; null: it is not one, or not signed by the device that it names. */
export type ReadRequest = {
  readonly request: string;
  readonly person: (PersonToCertify & { readonly organisation: string }) | null;
  readonly words: readonly string[];
};

/** A certificate for me on a device that I have not said to be mine. */
export type StrangeDevice = {
  readonly publicKey: string;
  readonly displayName: string;
  readonly serial: string;
  readonly from: number;
  readonly until: number;
};

/** Of whose log, and who looks at it: at one browser several people may sign in. */
export type LogReader = { readonly organisation: string; readonly staffId: StaffId };

export type LogState = {
  readonly size: number;
  /** To compare with a colleague's under the same size. */
  readonly words: readonly string[];
  /** The log is not what it was; nothing of it was taken over. */
  readonly fault: KeyLogError | null;
  readonly strange: readonly StrangeDevice[];
};

/** What the page may have done with keys: a question each, and the answer to it. Keys are in none of them. */
export type KeysWork = {
  /** A new root. Its words are shown once; `asked` counts those to be asked back from 1. */
  'make-root': {
    readonly ask: Record<never, never>;
    readonly answer: {
      readonly words: readonly string[];
      readonly asked: readonly number[];
      readonly publicKey: string;
    };
  };
  'prove-root': { readonly ask: { readonly words: readonly string[] }; readonly answer: boolean };
  /** The root by its 24 words; its public key. */
  'tell-root': { readonly ask: { readonly words: string }; readonly answer: Result<string, 'wrong-words'> };
  'forget-root': { readonly ask: Record<never, never>; readonly answer: null };
  /** The key of this browser's issuer, made when there is none. */
  'issuer-key': { readonly ask: Record<never, never>; readonly answer: string };
  /** The issuer of this browser, certified by the root that was made or told. */
  'certify-issuer': {
    readonly ask: { readonly organisation: string };
    readonly answer: Result<string, CertificateError | 'no-root'>;
  };
  'read-requests': {
    readonly ask: { readonly requests: readonly string[] };
    readonly answer: readonly ReadRequest[];
  };
  /** Certificates by the issuer of this browser, whose own certificate is given. */
  certify: {
    readonly ask: { readonly issuer: string; readonly people: readonly PersonToCertify[] };
    readonly answer: Result<readonly string[], CertificateError | 'not-this-issuer'>;
  };
  /** A list, signed by the issuer of this browser; by the root that was told where no issuer is given. */
  revoke: {
    readonly ask: { readonly issuer: string | null; readonly withdrawal: Withdrawal };
    readonly answer: Result<string, 'not-this-issuer' | 'no-root'>;
  };
  enrol: {
    readonly ask: EnrolmentClaims;
    readonly answer: { readonly request: string; readonly words: readonly string[] };
  };
  /** How many entries of the log this person has seen in this browser. */
  'log-seen': { readonly ask: LogReader; readonly answer: number };
  'follow-log': {
    readonly ask: LogReader & {
      /** From the first one that she has not seen to the head that is shown. */
      readonly entries: readonly string[];
      readonly head: ShownHead;
    };
    readonly answer: LogState;
  };
  /** The person says that a device is hers. */
  'my-device': {
    readonly ask: LogReader & { readonly publicKey: string };
    readonly answer: null;
  };
};

export type KeysTask = keyof KeysWork;

/** Page to worker, and back. Each question has a number; `failed`: the worker could not (no key store, no WebAssembly). */
export type ToKeysWorker = {
  readonly [T in KeysTask]: { readonly number: number; readonly task: T; readonly ask: KeysWork[T]['ask'] };
}[KeysTask];
export type FromKeysWorker =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failed: true };
