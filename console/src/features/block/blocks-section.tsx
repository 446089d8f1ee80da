import type { StaffId } from '@haven/shared/ids';
import type { Block } from '@haven/shared/protocol/block';
import { seconds } from '@haven/shared/units';
import { useCallback, useEffect, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { dayAndTime } from '../../ui/clock-time';
import { useConsole, useSlice } from '../../ui/console-context';
import styles from './block.module.css';

/** Blocks end by themselves, and colleagues set and lift them. */
const LOOK_EVERY = seconds(5);

/** The blocks that hold now, for a supervisor. */
export const BlocksSection = () => {
  const { actions, stores, t, language } = useConsole();
  const people = useSlice(stores.staff, ({ known }) => known.items);
  const [blocks, setBlocks] = useState<readonly Block[]>([]);
  const look = useCallback(async () => {
    const reply = await actions.ask('block:list', {});
    if (reply.ok) setBlocks(reply.value.blocks);
  }, [actions]);
  useEffect(() => {
    const first = setTimeout(() => void look());
    const timer = setInterval(() => void look(), LOOK_EVERY);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  const lift = async (handle: string) => {
    const done = await actions.ask('block:lift', { handle });
    if (!done.ok) stores.notices.say('problem', noticeOf(done.error));
    await look();
  };
  const nameOf = (id: StaffId) => people.get(id)?.displayName ?? id;
  return (
    <section className={styles['part']} aria-labelledby="blocks">
      <h3 id="blocks" className={styles['heading']}>
        {t('block.list')}
      </h3>
      {blocks.length === 0 && <p className={styles['quiet']}>{t('block.none')}</p>}
      <ul className={styles['list']}>
        {blocks.map(({ handle, until, by, reason }) => {
          const time = dayAndTime(until, language);
          return (
            <li key={handle} className={styles['line']}>
              <span>{t('block.until', { time, name: nameOf(by), reason })}</span>
              <Button
                size="small"
                aria-label={t('block.lift-label', { time })}
                onPress={() => void lift(handle)}
              >
                {t('block.lift')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
