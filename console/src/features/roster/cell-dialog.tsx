import type { RosterView } from '@haven/shared/protocol/roster-requests';
import type { Shift } from '@haven/shared/roster/roster';
import { hours, type Instant } from '@haven/shared/units';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { newShiftId } from './new-shift-id';
import type { Cell } from './roster-grid-model';
import styles from './roster-page.module.css';
import { ShiftForm } from './shift-form';
import type { Names } from './use-roster';

type CellDialogProps = {
  readonly cell: Cell;
  readonly view: RosterView;
  readonly shifts: readonly Shift[];
  /** Whether what is shown is the draft, and the person may change it. */
  readonly editable: boolean;
  readonly names: Names;
  readonly now: Instant;
  readonly time: Times;
  readonly onClose: () => void;
};

/** The shifts of one region on one day, or in one hour. */
export const CellDialog = ({ cell, view, shifts, editable, names, now, time, onClose }: CellDialogProps) => {
  const { t } = useConsole();
  const [open, setOpen] = useState<Shift | null>(null);
  const { row, column } = cell;
  const title = t('roster.cell', { region: row.name, day: time.dayLong(column.from) });
  const fresh = (): Shift | null => {
    const first = view.people.find(({ takesChats }) => takesChats);
    const hole = cell.holes[0];
    // A day begins with its day shift.
    const usual = column.until - column.from > hours(1) ? column.from + hours(7) : column.from;
    const from = Math.max(hole?.from ?? usual, column.from);
    return first === undefined
      ? null
      : {
          id: newShiftId(),
          staffId: first.staffId,
          from,
          until: Math.min(hole?.until ?? from + hours(8), from + hours(12)),
          regions: row.region === null ? [] : [row.region],
          general: row.region === null,
          kind: 'duty',
        };
  };
  if (open !== null) {
    return (
      <Modal title={title} onClose={onClose}>
        <ShiftForm
          shift={open}
          people={view.people}
          shifts={shifts}
          timeZone={view.timeZone}
          names={names}
          time={time}
          onDone={onClose}
        />
      </Modal>
    );
  }
  return (
    <Modal title={title} onClose={onClose}>
      {cell.shifts.length === 0 && <p>{t('roster.cell.empty')}</p>}
      <ul className={styles['lines']}>
        {cell.shifts.map((each) => (
          <li key={each.id} className={styles['line']}>
            <span>
              <strong>{names.person(each.staffId)}</strong> {time.span(each)}
              {each.kind === 'standby' && ` · ${t('roster.standby')}`}
              {names.isMissing(each, now) && ` · ${t('roster.not-working')}`}
            </span>
            {editable && (
              <Button
                size="small"
                aria-label={`${t('roster.edit')}: ${names.person(each.staffId)}, ${time.span(each)}`}
                onPress={() => setOpen(each)}
              >
                {t('roster.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ModalFeet>
        {editable && row.isRetired !== true && (
          <Button onPress={() => setOpen(fresh())}>{t('roster.add')}</Button>
        )}
        <Button look="main" autoFocus onPress={onClose}>
          {t('roster.close')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
