import type { Clock } from '@haven/shared/transport/socket-port';
import { hours, type Milliseconds, minutes, seconds } from '@haven/shared/units';
import type { OnceStore } from '../live/once-store';
import { type Alert, alertId } from './alert';
import type { AlertDelivery } from './alert-delivery';
import type { Channel } from './channel';

/** Pauses before the second and the third try of one attempt; after that the desk comes with the next attempt. */
const TRIES_AFTER: readonly Milliseconds[] = [seconds(1), seconds(3)];

/**
 * While one node is at it no other one is. When it dies with the alert in hand, sent or not, another one takes it up
 * after this time: so the same person never hears the same twice within a minute.
 */
const IN_HAND: Milliseconds = minutes(1);

/** Longer than any alert is announced again: a hole is while it lies ahead. */
const REMEMBERED: Milliseconds = hours(96);

type Deps = {
  readonly channels: readonly Channel[];
  readonly once: OnceStore;
  readonly clock: Clock;
  /** By the kind of the channel, and nothing of where it leads. */
  readonly onOutcome: (kind: Channel['kind'], outcome: 'delivered' | 'failed') => void;
};

/**
 * Tells everybody at least once, whoever could not be reached at first. True when all have been told:
 * until then the same alert comes again, with the next attempt, and finds out who is left.
 */
export function createDelivery({ channels, once, clock, onOutcome }: Deps): AlertDelivery {
  const pause = (time: Milliseconds) => new Promise<void>((resolve) => clock.after(time, resolve));

  async function trySending(channel: Channel, alert: Alert): Promise<boolean> {
    for (let tries = 0; ; tries += 1) {
      const isSent = await channel.send(alert).then(
        () => true,
        () => false,
      );
      if (isSent) return true;
      const wait = TRIES_AFTER[tries];
      if (wait === undefined) return false;
      await pause(wait);
    }
  }

  async function tell(channel: Channel, alert: Alert): Promise<boolean> {
    const name = `alert ${alertId(alert)} ${channel.name}`;
    const told = await once.isUsed(name);
    if (!told.ok || told.value) return told.ok;
    const inHand = `${name} in hand`;
    const mine = await once.use(inHand, clock.now() + IN_HAND);
    if (!mine.ok || !mine.value) return false;
    const isSent = await trySending(channel, alert);
    onOutcome(channel.kind, isSent ? 'delivered' : 'failed');
    // Only what surely did not arrive may be tried again at once.
    if (isSent) await once.use(name, clock.now() + REMEMBERED);
    else await once.giveBack(inHand);
    return isSent;
  }

  return async (alert) => {
    const told = await Promise.all(channels.map((channel) => tell(channel, alert)));
    return told.every(Boolean);
  };
}
