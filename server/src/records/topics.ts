/** What can change together; whoever shows it looks again when it did. */
export type Topic = 'desk-settings' | 'organisation' | 'sessions' | 'debriefs';
