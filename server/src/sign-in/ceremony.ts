import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok, type Result } from '@haven/shared/result';
import { type Instant, minutes } from '@haven/shared/units';
import * as z from 'zod/mini';
import type { OnceStore } from '../live/once-store';
import type { Keyring } from '../tokens/keyring';

const VALID_FOR = minutes(5);
const content = z.object({ challenge: z.string(), about: z.string(), until: z.number() });

/**
 * The challenges of passkeys. The browser carries the challenge back, signed, so that any node may begin a ceremony and
 * any finish it; each is good once, and only for what it was begun about.
 */
export type Ceremonies = {
  begin(about: string): { readonly challenge: Uint8Array<ArrayBuffer>; readonly flow: string };
  /** The challenge, base64url. */
  finish(about: string, flow: string): Promise<Result<string, ErrorCode>>;
};

type Deps = {
  readonly keyring: Keyring;
  readonly once: OnceStore;
  readonly random: (length: number) => Uint8Array;
  readonly now: () => Instant;
};

export function createCeremonies({ keyring, once, random, now }: Deps): Ceremonies {
  return {
    begin: (about) => {
      const challenge = new Uint8Array(random(32));
      const text = JSON.stringify({
        challenge: Buffer.from(challenge).toString('base64url'),
        about,
        until: now() + VALID_FOR,
      });
      return { challenge, flow: keyring.sign('passkey', Buffer.from(text).toString('base64url')) };
    },
    finish: async (about, flow) => {
      const text = keyring.open('passkey', flow);
      if (text === null) return err('passkey-refused');
      const parsed = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (!parsed.success || parsed.data.about !== about || parsed.data.until <= now()) {
        return err('passkey-refused');
      }
      const { challenge, until } = parsed.data;
      const first = await once.use(`passkey:${challenge}`, until);
      if (!first.ok) return first;
      return first.value ? ok(challenge) : err('passkey-refused');
    },
  };
}
