/** What can change together; whoever shows it looks again when it did. */
export type Topic =
  | 'board'
  | 'canned-replies'
  | 'debriefs'
  | 'desk-settings'
  | 'displays'
  | 'keys'
  | 'organisation'
  | 'roster'
  | 'sessions';
