import type { Decide } from '../announce/decide';
import type { StandbyAlert } from '../desk/facts';
import type { Alert } from './alert';

/**
 * Tells people outside their consoles. True: it needs to be told no more. Until then the same alert comes again, with
 * the next attempt, on whichever node is alive; nothing that is thrown is lost either.
 */
export type AlertDelivery = (alert: Alert) => Promise<boolean>;

/** An organisation whose standby sits at a console needs nothing else. */
export const consolesOnly: AlertDelivery = () => Promise.resolve(true);

/** Has the standby told, and notes it where that is done. */
export async function tellStandby(
  deliver: AlertDelivery,
  decide: Decide,
  alert: StandbyAlert,
): Promise<void> {
  const { desk, startedAt } = alert;
  if (await deliver(alert)) await decide({ kind: 'alert-delivered', desk, startedAt });
}
