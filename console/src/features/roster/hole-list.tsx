import type { Hole } from '@haven/shared/roster/holes';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Icon } from '../../ui/icon';
import type { Times } from '../../ui/times';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

const SHOWN = 6;

type HoleListProps = {
  readonly holes: readonly Hole[];
  readonly now: number;
  readonly time: Times;
  readonly names: Names;
  readonly onJump: (hole: Hole) => void;
};

/** Before anything else: when nobody will be there. */
export const HoleList = ({ holes, now, time, names, onJump }: HoleListProps) => {
  const { t } = useConsole();
  const more = holes.length - SHOWN;
  return (
    <section className={holes.length > 0 ? styles['holes'] : styles['whole']} aria-labelledby="roster-holes">
      <h3 id="roster-holes">
        {holes.length > 0 && <Icon name="away" />} {t('roster.holes', { n: holes.length })}
      </h3>
      {holes.length > 0 && (
        <ul className={styles['hole-list']}>
          {holes.slice(0, SHOWN).map((hole) => (
            <li key={`${hole.region} ${hole.from}`}>
              <Button look="grave" size="small" onPress={() => onJump(hole)}>
                {t('roster.hole', {
                  region: names.region(hole.region),
                  from: hole.from <= now ? t('roster.hole.now') : time.dayAndClock(hole.from),
                  until: time.dayAndClock(hole.until),
                })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles['small']}>{t('roster.holes.more', { n: more })}</p>}
    </section>
  );
};
