import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { GroupRoles } from './groups';

export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  /** The name of the claim that lists somebody's groups. */
  readonly groupsClaim: string;
  /** Empty: nobody gets in by a group; only invited people connect their account. */
  readonly groups: GroupRoles;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
};

/** What proves that an answer of the provider is to a question of this browser. */
export type ProviderSecrets = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type Account = {
  readonly issuer: string;
  /** The provider's own name for her: an address may change hands, this does not. */
  readonly subject: string;
  readonly name: string | null;
  readonly groups: readonly string[];
};

/** The organisation's own provider, by OpenID Connect: code with PKCE, state and nonce. */
export type Provider = {
  /** Throws when the provider cannot be reached. */
  begin(): Promise<{ readonly url: string; readonly secrets: ProviderSecrets }>;
  /** `url`: where the browser was sent back to. Throws when anything in the answer does not hold. */
  finish(url: URL, secrets: ProviderSecrets): Promise<Account>;
};

const PATIENCE_SECONDS = 10;

export function createProvider(settings: ProviderSettings): Provider {
  const { issuer, clientId, clientSecret, scopes, redirectUri } = settings;
  let discovered: Promise<Configuration> | null = null;

  /** Asked when it is needed, and again when it failed: the provider need not be there before this server. */
  const configuration = (): Promise<Configuration> => {
    discovered ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE_SECONDS,
      // The configuration lets plain HTTP pass on this machine only.
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      discovered = null;
      throw error;
    });
    return discovered;
  };

  return {
    begin: async () => {
      const config = await configuration();
      const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopes,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, secrets };
    },
    finish: async (url, { state, nonce, verifier }) => {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token');
      const isEnough = settings.groups.length === 0 || settings.groupsClaim in claims;
      const all: Readonly<Record<string, unknown>> = isEnough
        ? claims
        : { ...(await fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
      return {
        issuer: claims.iss,
        subject: claims.sub,
        name: textOf(all['given_name']) ?? textOf(all['name']),
        groups: textsOf(all[settings.groupsClaim]),
      };
    },
  };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : null;

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as unknown[]) : [value]).filter((each) => typeof each === 'string');
