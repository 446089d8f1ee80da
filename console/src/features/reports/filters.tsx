import { type Area, kindOf, type Period, PERIOD_KINDS } from '@haven/shared/protocol/reports';
import { useConsole } from '../../ui/console-context';
import { Choose } from '../../ui/choose';
import { everyDesk, everyRegion, type KnownPlaces } from '../../state/place-names';
import { deskWords, periodName, regionWords } from './report-words';
import styles from './reports-page.module.css';

/** Every area there is, under the words that a choice carries. */
export const areasOf = (organisation: KnownPlaces): ReadonlyMap<string, Area> =>
  new Map<string, Area>([
    ['organisation', { kind: 'organisation' }],
    ...everyDesk(organisation).map(({ id }) => [`desk ${id}`, { kind: 'desk', desk: id }] as const),
    ...everyRegion(organisation).map(({ id }) => [`region ${id}`, { kind: 'region', region: id }] as const),
    ['region', { kind: 'region', region: null }],
  ]);

type FiltersProps = {
  readonly periods: readonly Period[];
  readonly period: Period;
  readonly area: string;
  readonly organisation: KnownPlaces;
  readonly onPeriod: (period: Period) => void;
  readonly onArea: (area: string) => void;
};

/** Nothing can be asked for that is not published. */
export const Filters = ({ periods, period, area, organisation, onPeriod, onArea }: FiltersProps) => {
  const { t, language } = useConsole();
  const kind = kindOf(period);
  const kinds = PERIOD_KINDS.filter((each) => periods.some((one) => kindOf(one) === each));
  return (
    <div className={styles['filters']}>
      <Choose
        label={t('reports.by')}
        value={kind}
        onChoose={(chosen) => {
          const first = periods.find((one) => kindOf(one) === chosen);
          if (first !== undefined) onPeriod(first);
        }}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {t(`reports.kind.${each}`)}
          </option>
        ))}
      </Choose>
      <Choose label={t('reports.period')} value={period} onChoose={onPeriod}>
        {periods
          .filter((one) => kindOf(one) === kind)
          .map((one) => (
            <option key={one} value={one}>
              {periodName(one, t, language)}
            </option>
          ))}
      </Choose>
      <Choose label={t('reports.area')} value={area} onChoose={onArea}>
        <option value="organisation">{t('reports.everybody')}</option>
        <optgroup label={t('reports.desks')}>
          {everyDesk(organisation).map(({ id }) => (
            <option key={id} value={`desk ${id}`}>
              {deskWords(id, organisation, t, language)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('reports.regions')}>
          {everyRegion(organisation).map(({ id }) => (
            <option key={id} value={`region ${id}`}>
              {regionWords(id, organisation, t)}
            </option>
          ))}
          <option value="region">{t('chat.no-region')}</option>
        </optgroup>
      </Choose>
    </div>
  );
};
