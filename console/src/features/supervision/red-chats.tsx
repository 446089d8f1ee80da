import type { BoardPerson, RedChat } from '@haven/shared/protocol/board';
import type { DeskId } from '@haven/shared/ids';
import { classes } from '../../ui/class-names';
import { useConsole, useNow } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { SafetyMark } from '../../ui/safety-mark';
import styles from './red-chats.module.css';

type Props = {
  readonly red: readonly RedChat[];
  readonly people: readonly BoardPerson[];
  readonly deskName: (id: DeskId) => string;
};

/** Before all else: chats in extreme danger, and whether somebody is with them. */
export const RedChats = ({ red, people, deskName }: Props) => {
  const { t } = useConsole();
  const now = useNow();
  if (red.length === 0) return null;
  const nameOf = (id: RedChat['staffId']) => people.find(({ staffId }) => staffId === id)?.displayName;
  return (
    <section aria-labelledby="red-title">
      <h2 id="red-title" className={styles['heading']}>
        {t('board.red')}
      </h2>
      <ul className={styles['list']}>
        {red.map(({ desk, staffId, since, aloneSince }, index) => (
          <li
            // Nothing on the board names a chat: its place in the order is all there is.
            key={`${desk} ${staffId} ${since} ${index}`}
            className={classes(styles['chat'], aloneSince !== null && styles['alone'])}
          >
            <SafetyMark level="red" />
            <strong>{deskName(desk)}</strong>
            <span>{t('board.minutes', { n: Math.max(0, Math.floor((now - since) / 60_000)) })}</span>
            <span>
              {aloneSince === null
                ? nameOf(staffId)
                : t('board.alone', { wait: formatWait(now - aloneSince) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
