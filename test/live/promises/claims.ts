import type { Command } from '@haven/server/desk/commands';
import type { ChatRecord } from '@haven/server/desk/records';
import { ringOf, type Promised, type View } from './view';
import type { People } from './people';
import type { Reach } from './reach';
import type { Shifts } from './shifts';

/**
 * What rings is kept for whoever it rings at; of the rest, anybody with room takes by hand what has come as far as her.
 * No other, and nobody at a device that visitors would refuse.
 */
export function createClaims(
  { mayTake }: Reach,
  { hasJustTurned }: Shifts,
  { mayAnswerAt, capacityOf }: People,
): Promised {
  function isWrong({ staffId, seat }: Command<'claim'>, was: ChatRecord, view: View): string | null {
    const { staffBefore, loads, grace, now, act } = view;
    const ring = ringOf(was);
    const one = staffBefore.get(staffId);
    const isCertified = mayAnswerAt(staffId, seat, now);
    if (act.result.ok) {
      if (was.members.some((member) => member.staffId === staffId)) return null;
      if (!isCertified) return 'at a device that visitors refuse';
      if (ring) return ring.to === staffId ? null : `which rings at ${ring.to}`;
      return one && (mayTake(was.chat, one, now) || hasJustTurned(staffId, now))
        ? null
        : 'which has not come to her';
    }
    if (!one || !isCertified) return null;
    if (ring?.to === staffId) return 'in vain, though it rings at her';
    const hasRoom = (loads.get(staffId) ?? 0) < capacityOf(staffId);
    const isFree = was.phase === 'waiting' && hasRoom && grace === 0 && mayTake(was.chat, one, now - 1);
    return isFree && !hasJustTurned(staffId, now) ? 'in vain, though she might' : null;
  }

  return (view) => {
    const { command } = view.act;
    const was = command.kind === 'claim' ? view.before.get(command.chat) : undefined;
    const wrong = command.kind === 'claim' && was ? isWrong(command, was, view) : null;
    return wrong === null ? [] : [`${was?.chat} was claimed ${wrong}`];
  };
}
