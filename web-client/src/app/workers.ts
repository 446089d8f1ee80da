// oxlint-disable import/default -- The build gives these modules an address for a default.
import cryptoWorkerUrl from '../crypto-worker/crypto-worker?worker&url';
import proofWorkerUrl from '../proof-worker/proof-worker?worker&url';
// oxlint-enable import/default

type ScriptUrls = { createScriptURL(url: string): string };
type TrustedTypes = {
  trustedTypes?: { createPolicy(name: string, rules: ScriptUrls): ScriptUrls };
};

const URLS = { crypto: cryptoWorkerUrl, proof: proofWorkerUrl } as const;

/** The only scripts that code of this page may start; the page's own policy knows this name and no other. */
const policy = (globalThis as TrustedTypes).trustedTypes?.createPolicy('haven-workers', {
  createScriptURL: (url) => {
    if (Object.values(URLS).includes(url)) return url;
    throw new TypeError('Not a worker of this page.');
  },
});

export function startWorker(name: keyof typeof URLS): Worker {
  const url = URLS[name];
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name: '' });
}
