import { publicKey, type PublicKey } from '@haven/shared/ids';
import { type Instant, minutes } from '@haven/shared/units';
import * as z from 'zod/mini';
import type { Keyring } from '../tokens/keyring';
import type { ProviderSecrets } from './provider';

const VALID_FOR = minutes(10);
const PATH = '/console/organisation';

const content = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  device: publicKey,
  invitation: z.nullable(z.string()),
  until: z.number(),
});

/** What this browser asked the provider for: for which device, and with which invitation. */
export type OrganisationFlow = ProviderSecrets & {
  readonly device: PublicKey;
  readonly invitation: string | null;
};

/** The cookie that carries it from the question to the answer. The answer comes from another site, hence Lax. */
export type FlowCookie = {
  issue(flow: OrganisationFlow): string;
  clear(): string;
  read(header: string | undefined): OrganisationFlow | null;
};

export function createFlowCookie(keyring: Keyring, isHttps: boolean, now: () => Instant): FlowCookie {
  const name = isHttps ? '__Secure-haven-flow' : 'haven-flow';
  const attributes = `Path=${PATH}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  return {
    issue: (flow) => {
      const text = JSON.stringify({ ...flow, until: now() + VALID_FOR });
      const token = keyring.sign('organisation', Buffer.from(text).toString('base64url'));
      return `${name}=${token}; Max-Age=${VALID_FOR / 1000}; ${attributes}`;
    },
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
    read: (header) => {
      const pair = (header ?? '')
        .split(';')
        .map((each) => each.trim())
        .find((each) => each.startsWith(`${name}=`));
      const text = pair === undefined ? null : keyring.open('organisation', pair.slice(name.length + 1));
      if (text === null) return null;
      const parsed = content.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      return parsed.success && parsed.data.until > now() ? parsed.data : null;
    },
  };
}
