import type { Desk } from '@haven/shared/protocol/organisation';
import type { OverflowStep } from '@haven/shared/protocol/overflow';
import { seconds } from '@haven/shared/units';
import { useId } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './overflow.module.css';

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
  const id = useId();
  return (
    <li className={styles['step']}>
      <div className={styles['line']}>
        <label htmlFor={id}>{t('overflow.after')}</label>
        <input
          id={id}
          type="number"
          className={styles['number']}
          min={0}
          max={3_600}
          step={5}
          value={Math.round(step.after / 1000)}
          onChange={(event) => {
            const typed = event.target.valueAsNumber;
            if (Number.isInteger(typed) && typed >= 0 && typed <= 3_600) onTime(seconds(typed));
          }}
        />
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
