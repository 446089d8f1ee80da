import type { Log } from '../logging';
import { onceOnly } from './once-only';

/** Once is enough: it holds until the server is started again with another configuration. */
export const hintAtUndeclaredProxy = (log: Pick<Log, 'warn'>): (() => void) =>
  onceOnly(() =>
    log.warn('configuration', {
      hint: 'A proxy forwards addresses, but TRUST_PROXY is not set: nobody is limited by address',
    }),
  );
