import type { Place } from '@haven/shared/protocol/retirement';
import type { Instant } from '@haven/shared/units';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import styles from './organisation.module.css';
import { backButtonOf, type Retiring } from './retiring';

type RetiredListProps = Pick<Retiring, 'bringBack'> & {
  readonly kind: Place['kind'];
  readonly things: readonly { readonly place: Place; readonly name: string; readonly retiredAt: Instant }[];
};

/** What there was, and the way back. */
export const RetiredList = ({ kind, things, bringBack }: RetiredListProps) => {
  const { t, times } = useConsole();
  if (things.length === 0) return null;
  return (
    <section className={styles['retired']}>
      <h4>{t(`retire.${kind}s`)}</h4>
      <ul className={styles['things']}>
        {things.map(({ place, name, retiredAt }) => (
          <li key={backButtonOf(place)} className={styles['past']}>
            <p>
              <strong>{name}</strong> <span>{t('retire.since', { date: times.date(retiredAt) })}</span>
            </p>
            <Button
              id={backButtonOf(place)}
              size="small"
              aria-label={t('retire.bring-back-label', { name })}
              onPress={() => bringBack(place, name)}
            >
              {t('retire.bring-back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
