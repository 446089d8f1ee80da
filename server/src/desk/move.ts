import { err } from '@haven/shared/result';
import { startAlert } from './alert';
import { DONE, type Rule } from './decision';
import { isQueued } from './lines';
import { reachOf } from './overflow';
import { backToWaiting } from './pass-on';
import { isInUse } from './plan';
import { knownChat, wrongPhase } from './refusals';
import { widen } from './widen';

/**
 * A supervisor moves a waiting chat to another desk. It keeps its turn; the steps of the new desk count from the same
 * arrival, so those that are due are taken at once. Where it has come to the standby, they hear of it from that desk too.
 */
export const moveChat: Rule<'move-chat'> = (desk, { chat: id, desk: to }, now) => {
  const known = knownChat(desk, id);
  if (!known.ok) return known;
  if (!isQueued(known.value)) return wrongPhase(known.value);
  if (!isInUse(desk.plan, to)) return err('unknown-desk');
  if (known.value.desk === to) return DONE;
  const chat = backToWaiting(desk, known.value, 'cancelled');
  const { everyone, anyLanguage, standby } = chat.reach;
  const reach = { ...reachOf(to), everyone, anyLanguage, standby };
  desk.putChat(widen(desk, { ...chat, desk: to, reach, passed: [], nextRoundAt: null }, now));
  if (standby) startAlert(desk, to, now);
  return DONE;
};
