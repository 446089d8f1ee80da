import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import { isRefused } from '@haven/shared/roster/conflicts';
import type { Shift } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';
import { classes } from '../../ui/class-names';
import { useConsole } from '../../ui/console-context';
import type { Times } from '../../ui/times';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

type ConflictListProps = {
  readonly conflicts: readonly Conflict[];
  readonly shifts: readonly Shift[];
  readonly names: Names;
  readonly time: Times;
};

/** Why it was refused, and what was only worth a warning. */
export const ConflictList = ({ conflicts, shifts, names, time }: ConflictListProps) => {
  const { t } = useConsole();
  if (conflicts.length === 0) return null;
  const words = (conflict: Conflict): string => {
    const name = names.person(conflict.staffId);
    if (conflict.kind === 'left') return t('roster.conflict.left', { name });
    const other =
      shifts.find(({ id }) => id === conflict.with) ?? shifts.find(({ id }) => id === conflict.shift);
    const when = other === undefined ? '…' : time.span(other);
    if (conflict.kind === 'double-booking') return t('roster.conflict.double-booking', { name, time: when });
    const rested = Math.floor(conflict.rest / hours(1));
    return t('roster.conflict.short-rest', { name, hours: rested, time: when });
  };
  return (
    <div
      role="alert"
      className={classes(styles['conflicts'], conflicts.some(isRefused) && styles['refused'])}
    >
      <strong>{t('roster.conflicts')}</strong>
      <ul>
        {conflicts.map((conflict) => (
          <li key={`${conflict.kind} ${conflict.shift} ${conflict.kind === 'left' ? '' : conflict.with}`}>
            {words(conflict)}
          </li>
        ))}
      </ul>
    </div>
  );
};
