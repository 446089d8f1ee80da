import { rosterArrange } from './arrange';
import { rosterCopyWeek } from './copy-week';
import { rosterDifference } from './difference';
import { rosterEdit } from './edit';
import { rosterFeedMake } from './feed-make';
import { rosterFeedRevoke } from './feed-revoke';
import { rosterFeeds } from './feeds';
import { rosterGenerate } from './generate';
import { rosterHoles } from './holes';
import { rosterLook } from './look';
import { rosterMine } from './mine';
import { rosterPlan } from './plan';
import { rosterPublish } from './publish';
import { rosterSwapAsk } from './swap-ask';
import { rosterSwapStep } from './swap-step';
import { rosterSwaps } from './swaps';

export const ROSTER_HANDLERS = {
  'roster:look': rosterLook,
  'roster:mine': rosterMine,
  'roster:holes': rosterHoles,
  'roster:plan': rosterPlan,
  'roster:arrange': rosterArrange,
  'roster:edit': rosterEdit,
  'roster:generate': rosterGenerate,
  'roster:copy-week': rosterCopyWeek,
  'roster:difference': rosterDifference,
  'roster:publish': rosterPublish,
  'roster:swaps': rosterSwaps,
  'roster:swap-ask': rosterSwapAsk,
  'roster:swap-step': rosterSwapStep,
  'roster:feeds': rosterFeeds,
  'roster:feed-make': rosterFeedMake,
  'roster:feed-revoke': rosterFeedRevoke,
};
