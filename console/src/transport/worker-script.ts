// The bundler makes these exports: the addresses of the workers it has built.
// oxlint-disable-next-line import/default
import cryptoUrl from '../crypto-worker/crypto-worker?worker&url';
// oxlint-disable-next-line import/default
import keysUrl from '../crypto-worker/keys-worker?worker&url';

type ScriptUrlPolicy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
};

/** The one name that the page's content security policy allows; this page knows two scripts to give it. */
const POLICY = 'haven-workers';
const SCRIPTS = { crypto: cryptoUrl, keys: keysUrl } as const;

const rules = {
  createScriptURL: (asked: string) => {
    if (!Object.values(SCRIPTS).includes(asked)) throw new TypeError('This page runs two workers.');
    return asked;
  },
};

let policy: ScriptUrlPolicy | null = null;

/** A policy of a name can be made once. */
const thePolicy = (): ScriptUrlPolicy => {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes === undefined ? rules : trustedTypes.createPolicy(POLICY, rules);
  return policy;
};

export const startWorker = (name: keyof typeof SCRIPTS): Worker =>
  new Worker(thePolicy().createScriptURL(SCRIPTS[name]), { type: 'module', name });
