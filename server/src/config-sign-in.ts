import { role } from '@haven/shared/protocol/presence';
import * as z from 'zod/mini';
import type { ProviderSettings } from './sign-in/provider';

/** On the way to the provider everything is encrypted; on this machine there is no way. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .check(z.regex(/^(?:https:|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$))/));

const groupRole = z.pipe(
  z.string().check(z.regex(/^.+=[a-z]+$/)),
  z.pipe(
    z.transform((text: string) => {
      const at = text.lastIndexOf('=');
      return { group: text.slice(0, at), role: text.slice(at + 1) };
    }),
    z.object({ group: z.string(), role }),
  ),
);

/** Groups may have blanks in their names. */
const groupRoles = z.pipe(
  z.string(),
  z.pipe(
    z.transform((text: string) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
    z.array(groupRole),
  ),
);

/** Signing in with the organisation's own OpenID Connect provider. */
export const SIGN_IN_VARIABLES = {
  OIDC_ISSUER: {
    schema: issuer,
    must: 'be the https address by which the provider calls itself',
    example: 'https://login.example.org/realms/staff',
  },
  OIDC_CLIENT_ID: {
    schema: z.string(),
    must: 'be the name that the provider gave this service',
    example: 'haven',
  },
  OIDC_CLIENT_SECRET: {
    schema: z.string(),
    must: 'be the secret that the provider gave this service',
    example: '$(cat oidc-secret)',
    secret: true,
  },
  OIDC_SCOPES: {
    schema: z.string().check(z.regex(/(?:^|\s)openid(?:\s|$)/)),
    must: 'be the scopes to ask for, openid among them',
    example: 'openid profile groups',
  },
  OIDC_GROUPS: {
    schema: groupRoles,
    must: 'be groups and the roles they stand for (counsellor, supervisor, administrator), the first that fits counts',
    example: 'haven-admins=administrator,haven-supervisors=supervisor,haven=counsellor',
  },
  OIDC_GROUPS_CLAIM: {
    schema: z.string(),
    must: 'be the name of the claim that lists groups',
    example: 'groups',
  },
} as const;

type Given = {
  readonly [N in keyof typeof SIGN_IN_VARIABLES]?: z.infer<(typeof SIGN_IN_VARIABLES)[N]['schema']>;
};

export type ProviderConfig = Omit<ProviderSettings, 'redirectUri'>;

/** Null: nobody signs in by a provider. */
export function assembleProvider(given: Given): ProviderConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = given;
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined) {
    return null;
  }
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: given.OIDC_SCOPES ?? 'openid profile',
    groups: given.OIDC_GROUPS ?? [],
    groupsClaim: given.OIDC_GROUPS_CLAIM ?? 'groups',
  };
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Half a provider is a mistake. */
export function providerContradictions(given: Given, publicUrl: string | null): string[] {
  const isMeant = Object.keys(SIGN_IN_VARIABLES).some((name) => name in given);
  if (!isMeant) return [];
  const faults = NEEDED.filter((name) => !(name in given)).map(
    (name) =>
      `${name} must be set where other variables of the provider are; for example ${name}=${SIGN_IN_VARIABLES[name].example}`,
  );
  if (publicUrl === null) {
    faults.push(
      'PUBLIC_URL must be set where OIDC_ISSUER is: the provider sends browsers back to it; for example PUBLIC_URL=https://chat.example.org',
    );
  }
  return faults;
}
