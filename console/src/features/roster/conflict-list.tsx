import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import { isRefused } from '@haven/shared/roster/conflicts';
import { hours } from '@haven/shared/units';
import { Callout } from '../../ui/callout';
import { useConsole } from '../../ui/console-context';
import type { Times } from '../../ui/times';
import type { Names } from './use-roster';

type ConflictListProps = {
  readonly conflicts: readonly Conflict[];
  /** The shifts that it is about; what speaks against one of them is the other one. */
  readonly own?: readonly string[];
  readonly names: Names;
  readonly time: Times;
};

/** Why it was refused, and what was only worth a warning. */
export const ConflictList = ({ conflicts, own = [], names, time }: ConflictListProps) => {
  const { t } = useConsole();
  if (conflicts.length === 0) return null;
  const words = (conflict: Conflict): string => {
    const name = names.person(conflict.staffId);
    if (conflict.kind === 'left') return t('roster.conflict.left', { name, time: time.span(conflict.time) });
    const when = time.span(own.includes(conflict.with) ? conflict.time : conflict.withTime);
    if (conflict.kind === 'double-booking') return t('roster.conflict.double-booking', { name, time: when });
    const rested = Math.floor(conflict.rest / hours(1));
    return t('roster.conflict.short-rest', { name, hours: rested, time: when });
  };
  return (
    <Callout tone={conflicts.some(isRefused) ? 'problem' : 'call'}>
      <strong>{t('roster.conflicts')}</strong>
      <ul>
        {conflicts.map((conflict) => (
          <li key={`${conflict.kind} ${conflict.shift} ${conflict.kind === 'left' ? '' : conflict.with}`}>
            {words(conflict)}
          </li>
        ))}
      </ul>
    </Callout>
  );
};
