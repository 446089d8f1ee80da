import type { Plugin } from 'vite';
import { trimSodium, trimWrappers } from './sodium/trim-sodium';

/** Makes the library in the crypto worker as small as its use: an old phone on a bad network waits for all of it. */
export function sodiumPlugin(): Plugin {
  return {
    name: 'haven-sodium',
    apply: 'build',
    transform: {
      filter: { id: /\/libsodium(-wrappers)?\.mjs$/ },
      handler: (code, id) => ({
        code: id.endsWith('/libsodium.mjs') ? trimSodium(code) : trimWrappers(code),
        map: null,
      }),
    },
  };
}
