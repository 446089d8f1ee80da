import type { DeskHours } from '@haven/shared/protocol/desk-settings';
import type { OpeningHours } from '@haven/shared/protocol/opening-hours';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { PagePart, Quiet } from '../../ui/page-part';
import { weekdayName } from '../../ui/times';
import { HoursDays } from './hours-days';
import { draftOf, hoursOf, periodsOf } from './hours-text';
import styles from './overflow.module.css';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type HoursSectionProps = {
  readonly set: DeskHours;
  readonly onSet: (hours: OpeningHours | null) => void;
};

/** When a desk takes new chats, and what visitors read when it does not. */
export const HoursSection = ({ set, onSet }: HoursSectionProps) => {
  const { t, language } = useConsole();
  const [draft, setDraft] = useState(() => draftOf(set.hours));
  const typed = hoursOf(draft);
  // A day whose date is still to be chosen is no mistake yet.
  const isWrong = [...draft.week, ...draft.days.map(({ text }) => text)].some(
    (text) => periodsOf(text) === null,
  );
  const isSame = JSON.stringify(draft) === JSON.stringify(draftOf(set.hours));
  const { previous } = set;
  return (
    <PagePart title={t('hours.title')} hint={t('hours.hint')}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={draft.always}
          onChange={(event) => setDraft({ ...draft, always: event.target.checked })}
        />
        {t('hours.always')}
      </label>
      {!draft.always &&
        DAYS.map((day) => (
          <label key={day} className={styles['day']}>
            <span>{weekdayName(day, language, 'long')}</span>
            <input
              className={styles['field']}
              value={draft.week[day - 1] ?? ''}
              placeholder={t('hours.closed')}
              autoComplete="off"
              aria-invalid={periodsOf(draft.week[day - 1] ?? '') === null}
              onChange={(event) =>
                setDraft({
                  ...draft,
                  week: draft.week.map((text, index) => (index === day - 1 ? event.target.value : text)),
                })
              }
            />
          </label>
        ))}
      <HoursDays days={draft.days} onDays={(days) => setDraft({ ...draft, days })} />
      {(['nl', 'en'] as const).map((each) => (
        <label key={each} className={styles['labelled']}>
          {t(`hours.message.${each}`)}
          <textarea
            className={styles['field']}
            rows={2}
            maxLength={500}
            value={draft.message[each]}
            onChange={(event) =>
              setDraft({ ...draft, message: { ...draft.message, [each]: event.target.value } })
            }
          />
        </label>
      ))}
      {typed === null &&
        (isWrong ? (
          <p className={styles['hole']} role="alert">
            {t('hours.wrong')}
          </p>
        ) : (
          <Quiet>{t('hours.wrong')}</Quiet>
        ))}
      <p className={styles['line']}>
        <Button look="main" isDisabled={typed === null || isSame} onPress={() => onSet(typed)}>
          {t('hours.set')}
        </Button>
        {previous !== null && (
          <Button onPress={() => onSet(previous.hours)}>{t('overflow.take-previous')}</Button>
        )}
      </p>
    </PagePart>
  );
};
