import type { StaffRequests } from '@haven/shared/protocol/event-maps';
import type { Handlers } from '../events/dispatch';
import { AUDIT_HANDLERS } from './audit/handlers';
import { BLOCK_HANDLERS } from './block/handlers';
import { BOARD_HANDLERS } from './board/handlers';
import { ACCOUNT_HANDLERS } from './account/handlers';
import { capacitySet } from './capacity-set';
import { chatClaim } from './chat-claim';
import { chatClose } from './chat-close';
import { colleagueSend } from './colleague-send';
import type { StaffConnection, StaffEdge } from './connection';
import { DISPLAY_HANDLERS } from './display/handlers';
import { consultAsk } from './consult-ask';
import { consultEnd } from './consult-end';
import { DEBRIEF_HANDLERS } from './debrief/handlers';
import { deskEnter } from './desk-enter';
import { deskLook } from './desk-look';
import { frame } from './frame';
import { framesSince } from './frames-since';
import { HAND_HANDLERS } from './hand/handlers';
import { HOURS_HANDLERS } from './hours/handlers';
import { KEYS_HANDLERS } from './keys/handlers';
import { linkRequest } from './link-request';
import { offerDecline } from './offer-decline';
import { OVERFLOW_HANDLERS } from './overflow/handlers';
import { ORGANISATION_HANDLERS } from './organisation/handlers';
import { PEOPLE_HANDLERS } from './people/handlers';
import { presenceSet } from './presence-set';
import { REPLIES_HANDLERS } from './replies/handlers';
import { REPORTS_HANDLERS } from './reports/handlers';
import { ROSTER_HANDLERS } from './roster/handlers';
import { safetySet } from './safety-set';
import { transferAsk } from './transfer-ask';
import { transferCancel } from './transfer-cancel';
import { wrapUpFinish } from './wrap-up-finish';

export const STAFF_HANDLERS: Handlers<StaffEdge, StaffConnection, StaffRequests> = {
  'desk:enter': deskEnter,
  'desk:look': deskLook,
  'presence:set': presenceSet,
  'capacity:set': capacitySet,
  'chat:claim': chatClaim,
  'offer:decline': offerDecline,
  'link:request': linkRequest,
  frame,
  'frames:since': framesSince,
  'transfer:ask': transferAsk,
  'transfer:cancel': transferCancel,
  'colleague:send': colleagueSend,
  'consult:ask': consultAsk,
  'consult:end': consultEnd,
  'safety:set': safetySet,
  'chat:close': chatClose,
  'wrap-up:finish': wrapUpFinish,
  ...AUDIT_HANDLERS,
  ...BLOCK_HANDLERS,
  ...BOARD_HANDLERS,
  ...DISPLAY_HANDLERS,
  ...ACCOUNT_HANDLERS,
  ...REPLIES_HANDLERS,
  ...REPORTS_HANDLERS,
  ...OVERFLOW_HANDLERS,
  ...HOURS_HANDLERS,
  ...HAND_HANDLERS,
  ...DEBRIEF_HANDLERS,
  ...ROSTER_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...ORGANISATION_HANDLERS,
  ...KEYS_HANDLERS,
};
