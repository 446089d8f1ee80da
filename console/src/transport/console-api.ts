import { httpError, type SignedIn, signedIn } from '@haven/shared/protocol/http';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';

/** `unreachable`: no answer, or none that this console understands. */
export type ApiError = ErrorCode | 'unreachable';

export type ConsoleApi = {
  /** Spends the one-time token of a sign-in link; the cookie is set by the answer. */
  signIn(token: string, devicePublicKey: string): Promise<Result<SignedIn, ApiError>>;
  /** Who this browser's cookie and device are signed in as. */
  me(devicePublicKey: string): Promise<Result<SignedIn, ApiError>>;
  signOut(): Promise<void>;
};

const ROOT = '/console/api';

export const createConsoleApi = (ask: typeof fetch): ConsoleApi => {
  const identity = async (path: string, init: RequestInit): Promise<Result<SignedIn, ApiError>> => {
    try {
      const response = await ask(ROOT + path, { ...init, credentials: 'same-origin', cache: 'no-store' });
      const body: unknown = await response.json();
      if (response.ok) {
        const parsed = signedIn.safeParse(body);
        return parsed.success ? ok(parsed.data) : err('unreachable');
      }
      const refused = httpError.safeParse(body);
      return err(refused.success ? refused.data.error : 'unreachable');
    } catch {
      return err('unreachable');
    }
  };
  return {
    signIn: (token, devicePublicKey) =>
      identity('/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token, devicePublicKey }),
      }),
    me: (devicePublicKey) => identity(`/me?device=${encodeURIComponent(devicePublicKey)}`, {}),
    signOut: async () => {
      try {
        await ask(`${ROOT}/sign-out`, { method: 'POST', credentials: 'same-origin', cache: 'no-store' });
      } catch {
        // Without a connection the cookie runs out by itself; what matters, the keys in this tab, is wiped all the same.
      }
    },
  };
};
