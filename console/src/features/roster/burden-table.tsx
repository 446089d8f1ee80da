import type { Generation } from '@haven/shared/protocol/roster-requests';
import { hours } from '@haven/shared/units';
import { useConsole } from '../../ui/console-context';
import styles from './burden-table.module.css';
import type { Names } from './use-roster';

const COLUMNS = ['name', 'shifts', 'hours', 'nights', 'weekends', 'standbys'] as const;

type BurdenTableProps = { readonly burdens: Generation['burdens']; readonly names: Names };

/** Who carries how many nights and weekends, the most nights first. */
export const BurdenTable = ({ burdens, names }: BurdenTableProps) => {
  const { t } = useConsole();
  const sorted = burdens.toSorted(
    (a, b) => b.nights - a.nights || b.worked - a.worked || (a.staffId < b.staffId ? -1 : 1),
  );
  return (
    <section className={styles['burdens']} aria-label={t('roster.generate.burdens')}>
      <table>
        <caption>{t('roster.generate.burdens')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`roster.burden.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ staffId, shifts, worked, nights, weekends, standbys }) => (
            <tr key={staffId}>
              <th scope="row">{names.person(staffId)}</th>
              <td>{shifts}</td>
              <td>{Math.round(worked / hours(1))}</td>
              <td>{nights}</td>
              <td>{weekends}</td>
              <td>{standbys}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
