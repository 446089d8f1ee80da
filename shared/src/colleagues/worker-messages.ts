import type { LinkFault } from '../endpoint/conversation';
import type { SeatId, StaffId } from '../ids';
import type { Instant } from '../units';

export type ColleagueText = {
  readonly id: string;
  readonly mine: boolean;
  /** This device's clock for one's own texts, the author's for the others. */
  readonly at: Instant;
  readonly text: string;
  /**
   * sending: not yet handed on. sent: handed to the tab of the colleague. received: opened there. failed: will not
   * arrive unless sent again by hand. null: the colleague's.
   */
  readonly delivery: 'sending' | 'sent' | 'received' | 'failed' | null;
};

/** All that a console shows of the words with one colleague. */
export type ColleagueView = {
  readonly staffId: StaffId;
  /** From the certificate at the other end; null until there was a link. */
  readonly displayName: string | null;
  /** The six words of the link in use; empty without one. */
  readonly words: readonly string[];
  readonly fault: LinkFault | null;
  /** The last attempt found no console of the colleague's; the text went back to the page. */
  readonly away: boolean;
  readonly texts: readonly ColleagueText[];
};

/** Page to worker. */
export type ToColleagues =
  | { readonly type: 'colleague-send'; readonly to: StaffId; readonly text: string }
  | { readonly type: 'colleague-again'; readonly to: StaffId; readonly id: string }
  | {
      readonly type: 'colleague-frame';
      readonly from: StaffId;
      readonly seat: SeatId;
      readonly frame: string;
    }
  /** The newest list of every signer. */
  | { readonly type: 'revocations'; readonly lists: readonly string[] }
  /** The end of my shift, as the roster says now; null: I am on none. */
  | { readonly type: 'shift'; readonly until: Instant | null };

/** Worker to page. */
export type FromColleagues =
  | { readonly type: 'colleague'; readonly view: ColleagueView }
  /** Nothing of it was sent, or nobody was there: the page has it back. */
  | {
      readonly type: 'colleague-refused';
      readonly to: StaffId;
      readonly text: string;
      readonly reason: 'empty' | 'too-long' | 'gone';
    };
