import type { RegionId } from '@haven/shared/ids';
import type { Shift } from '@haven/shared/roster/roster';
import { useConsole } from '../../ui/console-context';
import { CheckField, CheckGroup, InputField, SelectField } from './fields';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

type Hours = { readonly from: string; readonly until: string };
type Serves = { readonly regions: readonly RegionId[]; readonly general: boolean };

const KINDS = ['duty', 'standby'] as const;

/** What a shift and a pattern of shifts have in common. */
export const HoursFields = ({
  hours,
  onWrite,
}: {
  readonly hours: Hours;
  readonly onWrite: (hours: Partial<Hours>) => void;
}) => {
  const { t } = useConsole();
  return (
    <div className={styles['pair']}>
      <InputField
        label={t('roster.from')}
        type="time"
        value={hours.from}
        onChange={(from) => onWrite({ from })}
      />
      <InputField
        label={t('roster.until')}
        hint={t('roster.until.hint')}
        type="time"
        value={hours.until}
        onChange={(until) => onWrite({ until })}
      />
    </div>
  );
};

export const KindField = ({
  kind,
  onWrite,
}: {
  readonly kind: Shift['kind'];
  readonly onWrite: (kind: Shift['kind']) => void;
}) => {
  const { t } = useConsole();
  return (
    <SelectField
      label={t('roster.kind')}
      value={kind}
      options={KINDS.map((value) => ({ value, text: t(`roster.kind.${value}`) }))}
      onChange={onWrite}
    />
  );
};

/** For whom; `isEverywhere` where all regions, those to come included, are a choice of their own. */
export const ServesFields = ({
  serves,
  names,
  onWrite,
}: {
  readonly serves: Serves & { readonly isEverywhere?: boolean };
  readonly names: Names;
  readonly onWrite: (serves: Partial<Serves & { readonly isEverywhere: boolean }>) => void;
}) => {
  const { t } = useConsole();
  const { regions, general, isEverywhere } = serves;
  return (
    <>
      {isEverywhere !== undefined && (
        <CheckField
          label={t('patterns.all-regions')}
          value={isEverywhere}
          onChange={(on) => onWrite({ isEverywhere: on })}
        />
      )}
      {isEverywhere !== true && (
        <CheckGroup
          label={t('roster.regions')}
          values={regions}
          options={names.regions.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(chosen) => onWrite({ regions: chosen })}
        />
      )}
      <CheckField
        label={t('roster.also-general')}
        value={general}
        onChange={(on) => onWrite({ general: on })}
      />
    </>
  );
};
