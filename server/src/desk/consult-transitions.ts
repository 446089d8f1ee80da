import type { CommandKind } from './commands';
import type { ConsultRecord } from './records';

/** `none`: nobody has joined the chat, nor has been asked to. */
export type ConsultStation = ConsultRecord['state'] | 'none';

type Arrow = {
  readonly from: ConsultStation;
  readonly to: ConsultStation;
  readonly by: readonly CommandKind[];
};

/** What ends a consult whatever its state: the word of either side, and whatever takes the counsellor away. */
const ENDINGS = [
  'consult-end',
  'transfer-ask',
  'leave',
  'close',
  'block-chat',
  'visitor-grace-over',
  'counsellor-grace-over',
  'take-off',
] as const;

/** Every change of a consult there is, beside a chat that stays active; docs/desk.md draws them. */
export const CONSULT_TRANSITIONS: readonly Arrow[] = [
  { from: 'none', to: 'ringing', by: ['consult-ask'] },
  { from: 'none', to: 'joined', by: ['register-again'] },
  { from: 'ringing', to: 'accepted', by: ['claim'] },
  {
    from: 'ringing',
    to: 'none',
    by: [
      'decline',
      'consult-timeout',
      'set-presence',
      'staff-enter',
      'seat-left',
      'seat-certified',
      'certificate-over',
      'duty-turn',
      ...ENDINGS,
    ],
  },
  { from: 'accepted', to: 'joined', by: ['consult-complete'] },
  { from: 'accepted', to: 'none', by: ['consult-timeout', ...ENDINGS] },
  { from: 'joined', to: 'none', by: ['register-again', ...ENDINGS] },
];

/** Whether this command may take a consult from one state to another; to stay where it is, it always may. */
export function mayConsult(from: ConsultStation, by: CommandKind, to: ConsultStation): boolean {
  if (from === to) return true;
  return CONSULT_TRANSITIONS.some((arrow) => arrow.from === from && arrow.to === to && arrow.by.includes(by));
}
