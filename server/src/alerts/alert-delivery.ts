import type { StandbyAlert } from '../desk/facts';

/**
 * Tells the standby outside their consoles. True: it needs to be told no more. Until then the same alert comes again,
 * with the next attempt, on whichever node is alive; nothing that is thrown is lost either.
 */
export type AlertDelivery = (alert: StandbyAlert) => Promise<boolean>;

/** An organisation whose standby sits at a console needs nothing else. */
export const consolesOnly: AlertDelivery = () => Promise.resolve(true);
