import type { StaffRecord, TransferRecord } from '@haven/server/desk/records';
import type { ChatId, StaffId } from '@haven/shared/ids';
import type { People } from './people';
import type { Shifts } from './shifts';
import { type Changed, counsellorOf, type Promised, type View } from './view';

/** Ends with the chat where it was, not at the word of who asked or of the visitor. */
const hasFailed = ({ was, is }: Changed, { act: { command } }: View): boolean =>
  was?.transfer?.state === 'ringing' &&
  is?.phase === 'active' &&
  is.transfer === null &&
  counsellorOf(is) === was.transfer.by &&
  command.kind !== 'transfer-cancel' &&
  command.kind !== 'transfer-refuse';

/**
 * A hand-over to a desk rings at the free ones who serve it, one after the other, at nobody twice, and fails when there
 * are no more; never at who is full.
 */
export function createAskedInTurn(people: People, { serves, hasJustTurned }: Shifts): Promised {
  const asked = new Map<ChatId, ReadonlySet<StaffId>>();

  const serving = (who: StaffId, { target }: TransferRecord, now: number) =>
    target.kind === 'desk' && serves(who, now)?.desks.includes(target.desk) === true;

  function wrongRing(id: ChatId, transfer: TransferRecord, { loads, staff, grace, now }: View) {
    const { to, target } = transfer;
    const rung = asked.get(id) ?? new Set();
    asked.set(id, new Set([...rung, to]));
    const isFull = (loads.get(to) ?? 0) > people.capacityOf(to);
    const isThere = ['available', 'busy'].includes(staff.get(to)?.presence ?? '');
    const isOther = target.kind === 'desk' && grace === 0 && !serving(to, transfer, now);
    return [
      ...(rung.has(to) ? [`${id} rings again at ${to}`] : []),
      ...(isFull || !isThere || !people.mayAnswer(to, now)
        ? [`${id} rings at ${to}, who cannot take it`]
        : []),
      ...(isOther ? [`${id} rings at ${to}, who is of another desk`] : []),
    ];
  }

  /** Somebody who would have been next. */
  function leftOut(id: ChatId, transfer: TransferRecord, { loads, staff, rung, now }: View) {
    const isNext = ({ staffId, presence }: StaffRecord) => {
      const service = serves(staffId, now);
      const isFree = !rung.has(staffId) && (loads.get(staffId) ?? 0) < people.capacityOf(staffId);
      const isRung = service?.kind === 'duty' && !service.isEnding && !hasJustTurned(staffId, now);
      const isAsked = staffId === transfer.by || asked.get(id)?.has(staffId) === true;
      const isHere = presence === 'available' && people.mayAnswer(staffId, now);
      return isFree && isRung && isHere && !isAsked && serving(staffId, transfer, now);
    };
    return [...staff.values()].filter(isNext).map(({ staffId }) => `${id} did not ring at ${staffId}`);
  }

  return (view) =>
    view.changed.flatMap((change) => {
      const { id, was, is } = change;
      const transfer = is?.transfer;
      const old = was?.transfer;
      const faults = old && view.grace === 0 && hasFailed(change, view) ? leftOut(id, old, view) : [];
      if (!transfer) asked.delete(id);
      const isNew =
        transfer?.state === 'ringing' && (old?.to !== transfer.to || old.until !== transfer.until);
      return transfer && isNew ? wrongRing(id, transfer, view) : faults;
    });
}
