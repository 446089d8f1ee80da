import type { Instant } from '../units';
import type { ShareChoice, TransferAsk } from './conversation';
import type { Sharing } from './sharing';

/**
 * How far a transfer has come at the visitor's client. `shown`: the relay has shown the colleague as incoming; when it
 * no longer does, the transfer is off.
 */
export type Handover =
  | { readonly step: 'none' }
  /** The counsellor asks; the visitor has not answered. */
  | { readonly step: 'asked'; readonly ask: TransferAsk; readonly shown: boolean }
  /** Agreed; the colleague's link is being made and the counsellor is told nothing more. */
  | {
      readonly step: 'linking';
      readonly ask: TransferAsk;
      readonly choice: ShareChoice;
      readonly sharing: Sharing;
      readonly until: Instant;
      readonly shown: boolean;
    }
  /** The colleague is linked and has what was agreed; the previous counsellor's device is to confirm the close. */
  | { readonly step: 'closing'; readonly until: Instant }
  /** The relay was told; until it says so itself its older words about the members do not count. */
  | { readonly step: 'completing' };

export const NO_HANDOVER: Handover = { step: 'none' };
