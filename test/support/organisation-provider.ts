import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody whom the provider knows. */
export type AccountHolder = { readonly name: string; readonly groups: readonly string[] };

/** A real OpenID Connect provider, on this machine. */
export type OrganisationProvider = {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** What it says of people from now on, by subject. */
  readonly people: Map<string, AccountHolder>;
  /** Signs in there as a person would; gives where the browser is sent back to. */
  signIn(authorizationUrl: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
};

export async function startOrganisationProvider(redirectUri: string): Promise<OrganisationProvider> {
  const people = new Map<string, AccountHolder>();
  const client = { clientId: 'haven', clientSecret: randomBytes(24).toString('base64url') };
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub'], profile: ['given_name', 'groups'] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => {
        const { name, groups } = people.get(accountId) ?? { name: accountId, groups: [] };
        return { sub: accountId, given_name: name, groups };
      },
    }),
  });
  answer = provider.callback();

  const signIn: OrganisationProvider['signIn'] = async (authorizationUrl, subject) => {
    const jar = new Map<string, string>();
    let url = new URL(authorizationUrl);
    let body: string | null = null;
    for (let steps = 0; steps < 20; steps += 1) {
      const response: Response = await fetch(url, {
        redirect: 'manual',
        headers: {
          Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body === null ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
        },
        ...(body === null ? {} : { method: 'POST', body }),
      });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const location = response.headers.get('location');
      const page = await response.text();
      body = null;
      if (location !== null) {
        url = new URL(location, url);
        if (url.href.startsWith(redirectUri)) return url;
        continue;
      }
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (prompt === undefined) throw new Error(`The provider shows no form: ${response.status} ${page}`);
      body = new URLSearchParams({ prompt, login: subject, password: 'any' }).toString();
    }
    throw new Error('The provider sends the browser in a circle');
  };

  return {
    issuer,
    client,
    people,
    signIn,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
