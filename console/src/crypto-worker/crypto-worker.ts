import { toBase64Url } from '@haven/shared/crypto/bytes';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import { proveDevice } from '@haven/shared/crypto/device-proof';
import { runEndpoint } from '@haven/shared/endpoint/run-endpoint';
import { createStaffEndpoint } from '@haven/shared/endpoint/staff-endpoint';
import type { FromStaffWorker, ToStaffEndpoint, ToStaffWorker } from '@haven/shared/endpoint/staff-worker';
import { type DeviceKey, openKey } from './key-store';

// All keys and the words of all chats of this tab live here, in a script that may talk to its page and to nobody else.
// Terminating this worker is the wipe.
const worker = self as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromStaffWorker): void => worker.postMessage(message);

type Hear = (message: ToStaffEndpoint) => void;

/** What the page says before all is open is heard afterwards, in its order. */
const early: ToStaffEndpoint[] = [];
let hear: Hear = (message) => {
  early.push(message);
};

// The one thing that outlives a tab: the key that an issuer has certified. Nothing of any chat is kept with it.
// oxlint-disable-next-line no-restricted-globals
const platform = { factory: indexedDB, subtle: crypto.subtle, locks: navigator.locks };
const key = openKey(platform, 'staff');

/** Whoever asks has been told the key, or that there is none. */
const prove = async (challenge: string): Promise<void> => {
  const { sign } = await key;
  post({ type: 'proof', proof: await proveDevice(sign, challenge) });
};

worker.addEventListener('message', ({ data }: MessageEvent<ToStaffWorker>) => {
  if (data.type === 'prove')
    void prove(data.challenge).catch(() => post({ type: 'failed', reason: 'internal' }));
  else if (data.type !== 'open-device') hear(data);
});

const start = async (device: DeviceKey): Promise<Hear> => {
  const sodium = await loadSodium();
  const endpoint = createStaffEndpoint({
    sodium,
    random: systemRandom(sodium),
    now: Date.now,
    post,
    device,
  });
  return runEndpoint(endpoint, {
    now: Date.now,
    failed: () => post({ type: 'failed', reason: 'internal' }),
    after: (delay, act) => {
      const timer = setTimeout(act, delay);
      return () => clearTimeout(timer);
    },
  });
};

const open = async (): Promise<void> => {
  let device: DeviceKey;
  try {
    device = await key;
  } catch {
    post({ type: 'failed', reason: 'no-device-key' });
    return;
  }
  post({ type: 'device', publicKey: toBase64Url(device.publicKey) });
  try {
    hear = await start(device);
  } catch {
    post({ type: 'failed', reason: 'no-crypto' });
    return;
  }
  for (const message of early.splice(0)) hear(message);
};

void open();
