import { createPasskeyDevice, type PasskeyDevice } from '@haven/server/sign-in/testing/passkey-device';
import type { PublicKey } from '@haven/shared/ids';
import type { PasskeyCeremony } from '@haven/shared/protocol/sign-in';
import { introduce, newDevice, signedInOn } from './devices';

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

/** A browser on a page of the console: it keeps the cookies that it is given, and has a key of its own. */
export type ConsoleBrowser = {
  readonly device: PublicKey;
  readonly origin: string;
  cookie(): string;
  /** As a thief who has a copy would set it. */
  setCookie(cookie: string): void;
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  /** What its device says of itself, with whichever cookie it has. */
  prove(): Promise<object>;
  /** Who it is signed in as. */
  me(): Promise<Answer>;
  /** By a link of the demonstration. */
  signInAs(staffId: string): Promise<Answer>;
  /** Begins a ceremony; throws where it is refused. */
  begin(path: string, body?: unknown): Promise<PasskeyCeremony>;
  /** Another passkey, on a new device that keeps one. */
  addPasskey(name: string): Promise<PasskeyDevice>;
  signInWith(passkey: PasskeyDevice): Promise<Answer>;
};

/** `node`: the address of a server on this machine. Browsers have passkeys for its name only. */
export function consoleBrowser(node: string): ConsoleBrowser {
  const origin = node.replace('127.0.0.1', 'localhost');
  const device = newDevice();
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const prove = () => introduce(origin, cookie(), device);
  // Until a thief has put another one's cookie here.
  let isOwn = true;

  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { ...(init.headers as Record<string, string>), Origin: origin, Cookie: cookie() };
    const response = await fetch(`${origin}/console/api${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (line.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    if (isOwn) signedInOn(device, cookie());
    const text = await response.text();
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: response.status, body };
  };
  const post: ConsoleBrowser['post'] = (path, body = {}, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const begin: ConsoleBrowser['begin'] = async (path, body) => {
    const answer = await post(path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${String(answer.body['error'])}`);
    return answer.body as unknown as PasskeyCeremony;
  };

  return {
    device,
    origin,
    cookie,
    setCookie: (stolen) => {
      const at = stolen.indexOf('=');
      isOwn = false;
      jar.set(stolen.slice(0, at), stolen.slice(at + 1));
    },
    post,
    get: (path) => ask(path, {}),
    begin,
    prove,
    me: async () => post('/me', await prove()),
    signInAs: async (staffId) => {
      const link = await fetch(`${node}/demo/sign-in/${staffId}`, { redirect: 'manual' });
      const token = (link.headers.get('location') ?? '').split('#')[1];
      return post('/sign-in', { token, devicePublicKey: device });
    },
    addPasskey: async (name) => {
      const passkey = createPasskeyDevice();
      const ceremony = await begin('/passkey/begin-adding');
      const credential = passkey.make(ceremony, origin);
      const added = await post('/passkey/add', {
        flow: ceremony.flow,
        credential,
        name,
        device: await prove(),
      });
      if (added.status !== 204) throw new Error(`Adding: ${String(added.body['error'])}`);
      return passkey;
    },
    signInWith: async (passkey) => {
      const ceremony = await begin('/passkey/begin');
      const credential = passkey.use(ceremony, origin);
      return post('/passkey/sign-in', { flow: ceremony.flow, credential, devicePublicKey: device });
    },
  };
}
