import type { Phase } from '@haven/shared/protocol/chat';
import type { CommandKind } from './commands';

/** `none`: the desk does not know the chat, not yet or no longer. */
export type Station = Phase | 'none';

type Arrow = { readonly from: Station; readonly to: Station; readonly by: readonly CommandKind[] };

/** Every change of phase there is; docs/desk.md draws them. */
export const TRANSITIONS: readonly Arrow[] = [
  { from: 'none', to: 'waiting', by: ['enter', 'register-again'] },
  { from: 'none', to: 'active', by: ['register-again'] },

  { from: 'waiting', to: 'offered', by: ['match-chat', 'match-staff'] },
  { from: 'waiting', to: 'active', by: ['claim', 'register-again'] },
  { from: 'waiting', to: 'ended', by: ['leave', 'block-chat', 'visitor-grace-over'] },

  {
    from: 'offered',
    to: 'waiting',
    by: [
      'decline',
      'offer-expired',
      'set-presence',
      'staff-enter',
      'seat-left',
      'seat-certified',
      'certificate-over',
      'duty-turn',
      'move-chat',
      'register-again',
    ],
  },
  { from: 'offered', to: 'active', by: ['claim', 'register-again'] },
  { from: 'offered', to: 'ended', by: ['leave', 'block-chat', 'visitor-grace-over'] },

  { from: 'active', to: 'transferring', by: ['transfer-ask'] },
  { from: 'active', to: 'waiting', by: ['counsellor-grace-over', 'take-off', 'register-again'] },
  { from: 'active', to: 'ended', by: ['leave', 'close', 'block-chat', 'visitor-grace-over'] },

  {
    from: 'transferring',
    to: 'active',
    by: [
      'transfer-complete',
      'transfer-refuse',
      'transfer-cancel',
      'transfer-timeout',
      'decline',
      'set-presence',
      'staff-enter',
      'seat-left',
      'seat-certified',
      'certificate-over',
      'duty-turn',
      'counsellor-grace-over',
    ],
  },
  { from: 'transferring', to: 'waiting', by: ['counsellor-grace-over', 'take-off'] },
  { from: 'transferring', to: 'ended', by: ['leave', 'close', 'block-chat', 'visitor-grace-over'] },

  { from: 'ended', to: 'none', by: ['retention-over'] },
];

/** Whether this command may take a chat from one phase to another; to stay where it is, it always may. */
export function mayMove(from: Station, by: CommandKind, to: Station): boolean {
  if (from === to) return true;
  return TRANSITIONS.some((arrow) => arrow.from === from && arrow.to === to && arrow.by.includes(by));
}

/** Whether any arrow with this command's name leaves the phase. */
export function hasArrow(from: Station, by: CommandKind): boolean {
  return TRANSITIONS.some((arrow) => arrow.from === from && arrow.by.includes(by));
}
