import type { VisitorRequests } from '@haven/shared/protocol/event-maps';
import type { Handlers } from '../events/dispatch';
import { chatEnter } from './chat-enter';
import { chatLeave } from './chat-leave';
import { chatLook } from './chat-look';
import { chatResume } from './chat-resume';
import type { VisitorConnection, VisitorEdge } from './connection';
import { consultComplete } from './consult-complete';
import { consultEnd } from './consult-end';
import { frame } from './frame';
import { framesSince } from './frames-since';
import { linkOpen } from './link-open';
import { proofChallenge } from './proof-challenge';
import { proofSubmit } from './proof-submit';
import { surveyAnswer } from './survey-answer';
import { transferComplete } from './transfer-complete';
import { transferRefuse } from './transfer-refuse';

export const VISITOR_HANDLERS: Handlers<VisitorEdge, VisitorConnection, VisitorRequests> = {
  'chat:enter': chatEnter,
  'chat:resume': chatResume,
  'chat:look': chatLook,
  'link:open': linkOpen,
  frame,
  'frames:since': framesSince,
  'transfer:complete': transferComplete,
  'transfer:refuse': transferRefuse,
  'consult:complete': consultComplete,
  'consult:end': consultEnd,
  'chat:leave': chatLeave,
  'proof:challenge': proofChallenge,
  'proof:submit': proofSubmit,
  'survey:answer': surveyAnswer,
};
