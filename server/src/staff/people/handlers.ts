import type { peopleRequests } from '@haven/shared/protocol/people';
import type { Handlers } from '../../events/dispatch';
import type { StaffConnection, StaffEdge } from '../connection';
import { peopleActivate } from './people-activate';
import { peopleChange } from './people-change';
import { peopleDeactivate } from './people-deactivate';
import { peopleInvite } from './people-invite';
import { peopleInviteAgain } from './people-invite-again';
import { peopleList } from './people-list';
import { peopleSignOut } from './people-sign-out';
import { recoveryAsk } from './recovery-ask';
import { recoveryCancel } from './recovery-cancel';
import { recoveryConfirm } from './recovery-confirm';

export const PEOPLE_HANDLERS: Handlers<StaffEdge, StaffConnection, typeof peopleRequests> = {
  'people:list': peopleList,
  'people:invite': peopleInvite,
  'people:invite-again': peopleInviteAgain,
  'people:change': peopleChange,
  'people:activate': peopleActivate,
  'people:deactivate': peopleDeactivate,
  'people:sign-out': peopleSignOut,
  'recovery:ask': recoveryAsk,
  'recovery:confirm': recoveryConfirm,
  'recovery:cancel': recoveryCancel,
};
