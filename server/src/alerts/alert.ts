import type { DeskHole } from '@haven/shared/protocol/board';
import type { StandbyAlert } from '../desk/facts';

/** That the roster will have, or has, nobody on duty for a desk. */
export type HoleAlert = DeskHole & {
  readonly kind: 'roster-hole';
  /** Whether the general desk has somebody all that time, to whom its chats come. */
  readonly isCaught: boolean;
};

/** What people are told outside their consoles. Nothing in it leads to a chat or a visitor. */
export type Alert = StandbyAlert | HoleAlert;

/** The same for the same alert, whichever node tells of it. */
export const alertId = (alert: Alert): string =>
  'kind' in alert ? `${alert.desk}.hole.${alert.from}` : `${alert.desk}.${alert.startedAt}`;
