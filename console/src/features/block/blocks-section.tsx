import type { StaffId } from '@haven/shared/ids';
import { seconds } from '@haven/shared/units';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { PagePart, Quiet } from '../../ui/page-part';
import { useLook } from '../../ui/use-look';
import { useRowFocus } from '../../ui/use-row-focus';
import styles from './block.module.css';

/** Blocks end by themselves, and colleagues set and lift them. */
const LOOK_EVERY = seconds(5);

/** The blocks that hold now, for a supervisor. */
export const BlocksSection = () => {
  const { actions, stores, t, times } = useConsole();
  const people = useSlice(stores.staff, ({ known }) => known.items);
  const { seen, look } = useLook('block:list', LOOK_EVERY);
  // Unknown is not none.
  const blocks = seen?.blocks;
  const { list, removing } = useRowFocus<HTMLUListElement>(blocks?.length ?? 0);
  const lift = async (handle: string, row: number) => {
    removing(row);
    const done = await actions.ask('block:lift', { handle });
    if (!done.ok) stores.notices.say('problem', noticeOf(done.error));
    await look();
  };
  const nameOf = (id: StaffId) => people.get(id)?.displayName ?? id;
  return (
    <PagePart title={t('block.list')}>
      {blocks === undefined || blocks.length === 0 ? (
        <Quiet>{t(blocks === undefined ? 'pages.opening' : 'block.none')}</Quiet>
      ) : (
        <ul ref={list} className={styles['list']}>
          {blocks.map(({ handle, until, by, reason }, row) => {
            const time = times.dayLongAndClock(until);
            return (
              <li key={handle} className={styles['line']}>
                <span>{t('block.until', { time, name: nameOf(by), reason })}</span>
                <Button
                  size="small"
                  aria-label={t('block.lift-label', { time })}
                  onPress={() => void lift(handle, row)}
                >
                  {t('block.lift')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </PagePart>
  );
};
