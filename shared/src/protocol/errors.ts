/** What a peer is asked to do about an error; the interfaces choose their words by it. */
export type Remedy =
  /** The sender made a mistake that sending again will not mend. */
  | 'give-up'
  /** The same request may succeed later. */
  | 'retry'
  /** The relay has forgotten this peer's chat or seat: present the capability, then send again. */
  | 'resume'
  /** What the peer shows is out of date: ask for the state again. */
  | 'look'
  /** The staff member must sign in again. */
  | 'sign-in';

type Row = {
  readonly remedy: Remedy;
  /** One sentence for the peer's developer; never contains what was sent. */
  readonly peer: string;
  /** Level of the one log line; `none` where ordinary use causes it. The line holds the code and the event, nothing else. */
  readonly log: 'none' | 'info' | 'warn' | 'error';
};

/** The one table of errors that cross the wire. */
export const ERRORS = {
  malformed: {
    remedy: 'give-up',
    peer: 'The payload does not have the shape this event takes.',
    log: 'info',
  },
  'unknown-event': { remedy: 'give-up', peer: 'There is no event of that name.', log: 'info' },
  'too-large': { remedy: 'give-up', peer: 'A frame holds at most 16 KiB of padded content.', log: 'info' },
  'too-frequent': {
    remedy: 'retry',
    peer: 'Too many events from this connection; wait a moment.',
    log: 'info',
  },
  'unknown-chat': { remedy: 'resume', peer: 'This server does not know that chat.', log: 'none' },
  'unknown-seat': {
    remedy: 'resume',
    peer: 'This server does not know that seat; enter the desk again.',
    log: 'none',
  },
  'not-yours': { remedy: 'give-up', peer: 'That chat belongs to somebody else.', log: 'warn' },
  'not-permitted': {
    remedy: 'give-up',
    peer: 'Your role may not do that.',
    log: 'warn',
  },
  'device-unproven': {
    remedy: 'retry',
    peer: 'The proof of the device is missing, too old, or for another sign-in; ask for a new challenge.',
    log: 'none',
  },
  'not-fresh': {
    remedy: 'give-up',
    peer: 'This asks for a sign-in of the last ten minutes.',
    log: 'none',
  },
  'passkey-refused': {
    remedy: 'give-up',
    peer: 'The passkey is unknown, or what it signed does not hold.',
    log: 'info',
  },
  'last-passkey': { remedy: 'give-up', peer: 'Without this passkey you could not sign in.', log: 'none' },
  'invitation-over': {
    remedy: 'give-up',
    peer: 'The one-time link was used, replaced or is too old.',
    log: 'info',
  },
  'unknown-person': { remedy: 'give-up', peer: 'Nobody of that identifier works here.', log: 'none' },
  'can-sign-in': {
    remedy: 'give-up',
    peer: 'That person can sign in already; recovery is for who lost every way.',
    log: 'none',
  },
  'last-administrator': {
    remedy: 'give-up',
    peer: 'Without this person nobody could manage staff.',
    log: 'none',
  },
  'own-recovery': { remedy: 'give-up', peer: 'Nobody has a part in her own recovery.', log: 'warn' },
  'recovery-needs-another': {
    remedy: 'give-up',
    peer: 'A second person must confirm, not the one who asked.',
    log: 'warn',
  },
  'recovery-needs-administrator': {
    remedy: 'give-up',
    peer: 'One of the two who recover somebody is an administrator.',
    log: 'none',
  },
  'recovery-over': {
    remedy: 'give-up',
    peer: 'Nobody asked for that recovery, or longer ago than a day.',
    log: 'none',
  },
  'bad-capability': {
    remedy: 'give-up',
    peer: 'The capability was not issued by this service.',
    log: 'warn',
  },
  'expired-capability': { remedy: 'give-up', peer: 'The capability is too old.', log: 'info' },
  'already-claimed': { remedy: 'look', peer: 'A colleague was first.', log: 'none' },
  'not-offered': { remedy: 'look', peer: 'That chat is not offered to you (any more).', log: 'none' },
  'not-eligible': { remedy: 'look', peer: 'Your desks do not serve that chat.', log: 'none' },
  'not-certified': {
    remedy: 'look',
    peer: 'Visitors would not accept this device: it has no certificate that holds now.',
    log: 'none',
  },
  'at-capacity': { remedy: 'look', peer: 'You already have as many chats as your capacity.', log: 'none' },
  'counsellor-present': { remedy: 'look', peer: 'The counsellor is at her desk.', log: 'none' },
  'unknown-desk': { remedy: 'look', peer: 'There is no desk of that name.', log: 'info' },
  outdated: {
    remedy: 'look',
    peer: 'Somebody else has changed it since you looked.',
    log: 'none',
  },
  'cannot-block': {
    remedy: 'give-up',
    peer: 'The visitor has no connection now, or its network is not known.',
    log: 'none',
  },
  'shortcut-taken': {
    remedy: 'look',
    peer: 'Another reply there has that shortcut in that language.',
    log: 'none',
  },
  'too-many-replies': { remedy: 'give-up', peer: 'There is no room for so many replies.', log: 'none' },
  'wrong-phase': {
    remedy: 'look',
    peer: 'The chat is not in a phase in which that can be done.',
    log: 'none',
  },
  'chat-ended': { remedy: 'look', peer: 'The chat has ended.', log: 'none' },
  'unknown-epoch': { remedy: 'look', peer: 'No link with that epoch exists in this chat.', log: 'info' },
  'stale-epoch': {
    remedy: 'look',
    peer: 'A link with that epoch or a later one was opened before.',
    log: 'info',
  },
  'unknown-member': { remedy: 'look', peer: 'That staff member or seat is not there.', log: 'none' },
  'nobody-free': { remedy: 'look', peer: 'Nobody there can take the chat now.', log: 'none' },
  'transfer-pending': { remedy: 'look', peer: 'A transfer of this chat is already under way.', log: 'none' },
  'no-transfer': { remedy: 'look', peer: 'No transfer of this chat is under way.', log: 'none' },
  'consult-pending': {
    remedy: 'look',
    peer: 'Somebody has joined this chat, or has been asked to.',
    log: 'none',
  },
  'no-consult': {
    remedy: 'look',
    peer: 'Nobody has joined this chat, nor has been asked to.',
    log: 'none',
  },
  'shift-gone': { remedy: 'look', peer: 'That shift is not whose it was, or has begun.', log: 'none' },
  'turned-away': { remedy: 'give-up', peer: 'Nobody is on duty for this desk.', log: 'none' },
  blocked: { remedy: 'give-up', peer: 'No chat is taken from this network for a time.', log: 'none' },
  'not-published': { remedy: 'look', peer: 'There is no report of that period.', log: 'none' },
  'keys-refused': {
    remedy: 'look',
    peer: 'What was signed does not hold here: another root or organisation, out of its time, withdrawn, or older.',
    log: 'warn',
  },
  'proof-wrong': {
    remedy: 'give-up',
    peer: 'The proof of work is wrong, expired or was used before.',
    log: 'info',
  },
  'not-signed-in': { remedy: 'sign-in', peer: 'Sign in first.', log: 'info' },
  'not-entered': { remedy: 'resume', peer: 'Enter or resume before this event.', log: 'none' },
  leaving: { remedy: 'retry', peer: 'This node is stopping; connect again.', log: 'none' },
  unavailable: { remedy: 'retry', peer: 'The live state cannot be reached; try again.', log: 'error' },
  internal: { remedy: 'retry', peer: 'Something went wrong on this side.', log: 'error' },
} as const satisfies Record<string, Row>;

export type ErrorCode = keyof typeof ERRORS;

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERRORS, value);
