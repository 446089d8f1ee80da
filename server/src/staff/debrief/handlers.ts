import { debriefAsk } from './debrief-ask';
import { debriefDone, debriefWithdraw } from './debrief-end';
import { debriefList } from './debrief-list';
import { debriefTake } from './debrief-take';

export const DEBRIEF_HANDLERS = {
  'debrief:list': debriefList,
  'debrief:ask': debriefAsk,
  'debrief:withdraw': debriefWithdraw,
  'debrief:take': debriefTake,
  'debrief:done': debriefDone,
} as const;
