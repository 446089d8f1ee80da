import type { ChatId, StaffId } from '@haven/shared/ids';
import type { People } from './people';
import type { Shifts } from './shifts';
import type { Promised } from './view';

/** A hand-over to a desk rings at the free ones who serve it, one after the other, at nobody twice; never at who is full. */
export function createAskedInTurn({ mayAnswer, capacityOf }: People, { serves }: Shifts): Promised {
  const asked = new Map<ChatId, Set<StaffId>>();
  return ({ changed, staff, loads, grace, now }) =>
    changed.flatMap(({ id, was, is }) => {
      const transfer = is?.transfer;
      if (!transfer) asked.delete(id);
      const isNew =
        transfer?.state === 'ringing' &&
        (was?.transfer?.to !== transfer.to || was.transfer.until !== transfer.until);
      if (!transfer || !isNew) return [];
      const { to, target } = transfer;
      const rung = asked.get(id) ?? new Set();
      asked.set(id, new Set([...rung, to]));
      const isFull = (loads.get(to) ?? 0) > capacityOf(to);
      const desks = serves(to, now)?.desks ?? [];
      const isOfDesk = target.kind === 'staff' || grace > 0 || desks.includes(target.desk);
      const isThere = ['available', 'busy'].includes(staff.get(to)?.presence ?? '') && mayAnswer(to, now);
      return [
        ...(rung.has(to) ? [`${id} rings again at ${to}`] : []),
        ...(isFull || !isThere ? [`${id} rings at ${to}, who cannot take it over`] : []),
        ...(isOfDesk ? [] : [`${id} rings at ${to}, who is of another desk`]),
      ];
    });
}
