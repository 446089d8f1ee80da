import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { DeskId } from '@haven/shared/ids';
import { type AlarmThresholds, alarmThresholds, type Board, HOLE_HOURS } from '@haven/shared/protocol/board';
import { memo, type SyntheticEvent, useId } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './threshold-form.module.css';

const FIELDS = {
  longestWaitSeconds: { min: 10, max: 3_600 },
  nobodySeconds: { min: 10, max: 3_600 },
  redAloneSeconds: { min: 0, max: 600 },
  holeHours: { min: 1, max: HOLE_HOURS },
} as const satisfies Record<keyof AlarmThresholds, { readonly min: number; readonly max: number }>;
const NAMES = Object.keys(FIELDS) as readonly (keyof AlarmThresholds)[];

/** What somebody typed; an empty field means never. */
const read = (form: FormData): AlarmThresholds | null => {
  const typed = NAMES.map((name) => {
    const value = form.get(name);
    return [name, typeof value !== 'string' || value.trim() === '' ? null : Number(value)] as const;
  });
  const parsed = alarmThresholds.safeParse(Object.fromEntries(typed));
  return parsed.success ? parsed.data : null;
};

type Props = {
  readonly desk: DeskId;
  readonly name: string;
  readonly thresholds: AlarmThresholds;
};

/** Drawn again when its thresholds changed: with fifty desks these are two hundred fields. */
const DeskForm = memo(({ desk, name, thresholds }: Props) => {
  const { actions, stores, t } = useConsole();
  const id = useId();
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const next = read(new FormData(event.currentTarget));
    if (next === null) return;
    const saved = await actions.ask('board:set-thresholds', { desk, thresholds: next });
    if (saved.ok) stores.notices.say('quiet', 'board.thresholds-saved');
    else stores.notices.say('problem', noticeOf(saved.error));
  };
  return (
    <form className={styles['form']} aria-labelledby={id} onSubmit={(event) => void save(event)}>
      <h3 id={id} className={styles['name']}>
        {name}
      </h3>
      {NAMES.map((field) => (
        <label key={field} className={styles['field']}>
          {t(`board.threshold.${field}`)}
          <input
            // Another supervisor may have set it meanwhile.
            key={String(thresholds[field])}
            className={styles['input']}
            type="number"
            name={field}
            {...FIELDS[field]}
            placeholder={t('board.never')}
            defaultValue={thresholds[field] ?? ''}
          />
        </label>
      ))}
      <Button type="submit" size="small">
        {t('board.save')}
      </Button>
    </form>
  );
});

/** From when on something at a desk is an alarm, for all who watch. */
export const ThresholdForms = ({
  board,
  deskName,
}: {
  readonly board: Board;
  readonly deskName: (id: DeskId) => string;
}) => {
  const { t } = useConsole();
  const own = new Map(board.thresholds.map(({ desk, thresholds }) => [desk, thresholds]));
  return (
    <details>
      <summary>{t('board.thresholds')}</summary>
      <p className={styles['hint']}>{t('board.thresholds-hint')}</p>
      {board.desks.map(({ desk }) => (
        <DeskForm
          key={desk}
          desk={desk}
          name={deskName(desk)}
          thresholds={own.get(desk) ?? USUAL_THRESHOLDS}
        />
      ))}
    </details>
  );
};
