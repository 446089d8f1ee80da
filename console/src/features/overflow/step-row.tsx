import type { Desk } from '@haven/shared/protocol/organisation';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { seconds } from '@haven/shared/units';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './overflow.module.css';

/** Seconds: an hour. */
const MOST = 3_600;

type StepRowProps = {
  readonly step: OverflowStep;
  readonly desks: readonly Desk[];
  readonly onTime: (after: number) => void;
  readonly onDesk: (desk: Desk['id']) => void;
  readonly onRemove: () => void;
};

/** One step: when, what, and for the desks it reaches which ones. */
export const StepRow = ({ step, desks, onTime, onDesk, onRemove }: StepRowProps) => {
  const { t, language } = useConsole();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <li className={styles['step']}>
      <div className={styles['line']}>
        <span className={styles['after']}>
          <span aria-hidden="true">{t('overflow.after-begin')}</span>
          <input
            aria-label={t('overflow.after')}
            type="number"
            className={styles['number']}
            min={0}
            max={MOST}
            step={5}
            value={typed ?? Math.round(step.after / 1000)}
            onChange={(event) => {
              const { value, valueAsNumber } = event.target;
              // What is half typed stays, or a number could not be written anew.
              setTyped(value);
              if (Number.isInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber <= MOST) {
                onTime(seconds(valueAsNumber));
              }
            }}
            onBlur={() => setTyped(null)}
          />
          <span aria-hidden="true">{t('overflow.after-end')}</span>
        </span>
        <span className={styles['grow']}>{t(`overflow.does.${step.does}`)}</span>
        <Button
          size="small"
          aria-label={t('overflow.remove', { step: t(`overflow.does.${step.does}`) })}
          onPress={onRemove}
        >
          {t('overflow.remove-short')}
        </Button>
      </div>
      {step.does === 'reach-desks' && (
        <fieldset className={styles['desks']}>
          <legend className={styles['which']}>{t('overflow.which-desks')}</legend>
          {desks.map((desk) => (
            <label key={desk.id} className={styles['check']}>
              <input
                type="checkbox"
                checked={step.desks.includes(desk.id)}
                onChange={() => onDesk(desk.id)}
              />
              {desk.name[language]}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
};
