import type { Clock } from '@haven/shared/transport/socket-port';
import type { Stores } from '../../state/stores';
import { openSocket } from '../../transport/staff-socket';
import { startDisplay, takeToken } from './start-display';

/** A screen that goes dark tells nobody anything; browsers that cannot be asked leave it to the system. */
const stayAwake = (): void => {
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
};

/** This page is a screen on a wall, and nobody's console. */
export const openDisplay = (stores: Stores, clock: Clock): Promise<void> => {
  stayAwake();
  return startDisplay({
    stores,
    clock,
    token: takeToken(),
    post: (path, body) =>
      fetch(`/console/api/display${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    openPort: (onRefused) => openSocket('/display', onRefused),
  });
};
