import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a token is for; one that was made for one thing is worth nothing for another. */
export type Purpose = 'capability' | 'sign-in' | 'proof' | 'passkey' | 'organisation' | 'device' | 'block';

/** The secrets that the servers of one organisation share. Signs with the first, verifies with any. */
export type Keyring = {
  /** `text.key.mac`; `text` itself holds no dot. */
  sign(purpose: Purpose, text: string): string;
  /** The text; null when no secret of ours made the token, or made it for something else. */
  open(purpose: Purpose, token: string): string | null;
  /** What stands for the text; the same on all nodes, and nothing leads back from it without a secret. */
  digest(purpose: Purpose, text: string): string;
  /** The key that a token names, for asking whether other nodes know it. */
  knows(token: string): boolean;
  /** Signs with this one from now on; the others remain good for verifying. */
  prefer(secret: string): void;
  add(secret: string): void;
  secrets(): readonly string[];
};

/** Short, public, and says nothing about the secret. */
export const keyIdOf = (secret: string): string =>
  createHash('sha256').update(`haven key id\0${secret}`).digest('base64url').slice(0, 8);

type Key = { readonly id: string; readonly secret: string; readonly derived: Map<Purpose, Buffer> };

export function createKeyring(first: string): Keyring {
  let keys: readonly Key[] = [makeKey(first)];

  const put = (secret: string, place: 'first' | 'last') => {
    const others = keys.filter((key) => key.secret !== secret);
    const key = keys.find((each) => each.secret === secret) ?? makeKey(secret);
    keys = place === 'first' ? [key, ...others] : [...others, key];
  };

  const present = () => {
    const [key] = keys;
    if (key === undefined) throw new Error('A keyring is never empty');
    return key;
  };

  return {
    digest: (purpose, text) => mac(present(), purpose, text),
    sign: (purpose, text) => {
      const key = present();
      return `${text}.${key.id}.${mac(key, purpose, text)}`;
    },
    open: (purpose, token) => {
      const [text, id, signature, ...more] = token.split('.');
      if (text === undefined || id === undefined || signature === undefined || more.length > 0) return null;
      const key = keys.find((each) => each.id === id);
      if (key === undefined) return null;
      // The texts are compared: several texts decode to the same bytes.
      const expected = Buffer.from(mac(key, purpose, text));
      const given = Buffer.from(signature);
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
    },
    knows: (token) => {
      const id = token.split('.')[1];
      return keys.some((key) => key.id === id);
    },
    prefer: (secret) => put(secret, 'first'),
    add: (secret) => {
      if (!keys.some((key) => key.secret === secret)) put(secret, 'last');
    },
    secrets: () => keys.map(({ secret }) => secret),
  };
}

const makeKey = (secret: string): Key => ({ id: keyIdOf(secret), secret, derived: new Map() });

function mac(key: Key, purpose: Purpose, text: string): string {
  let derived = key.derived.get(purpose);
  if (derived === undefined) {
    derived = createHmac('sha256', key.secret).update(`haven ${purpose}`).digest();
    key.derived.set(purpose, derived);
  }
  return createHmac('sha256', derived).update(text).digest('base64url');
}
