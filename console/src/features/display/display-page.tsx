import { seconds } from '@haven/shared/units';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { WallBoard } from '../supervision/wall-board';
import styles from './display-page.module.css';

/** The server says something at least every half minute. */
const OLD_AFTER = seconds(45);

/** How old what is shown is, in milliseconds; null: it is right. */
const useAge = (): number | null => {
  const { stores } = useConsole();
  const heardAt = useSlice(stores.display, (display) => display.heardAt);
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const offset = useSlice(stores.clock, (clock) => clock.offset);
  const age = Math.max(0, useNow() - offset - heardAt);
  return connection === 'up' && age < OLD_AFTER ? null : age;
};

const THEMES = { light: 'dark', dark: 'light', system: 'dark' } as const;

/** What can be set at the screen itself: by whoever hangs it up, with its remote control or a keyboard. */
const Settings = () => {
  const { stores, t, language } = useConsole();
  const theme = useSlice(stores.preferences, (preferences) => preferences.theme);
  return (
    <div className={styles['settings']}>
      <Button
        size="small"
        onPress={() => stores.preferences.change({ language: language === 'nl' ? 'en' : 'nl' })}
      >
        {t('display.other-language')}
      </Button>
      <Button size="small" onPress={() => stores.preferences.change({ theme: THEMES[theme] })}>
        {t('display.other-theme')}
      </Button>
    </div>
  );
};

/** A screen on a wall: read from across the room, touched by nobody. */
export const DisplayPage = () => {
  const { stores, t, times } = useConsole();
  const state = useSlice(stores.display, (display) => display.state);
  const board = useSlice(stores.board, (store) => store.board);
  const age = useAge();
  const now = useNow();
  if (state.kind === 'over') {
    return (
      <main className={styles['message']}>
        <h1>{t('display.over')}</h1>
        <p>{t(`display.${state.reason}`)}</p>
      </main>
    );
  }
  if (board === null) {
    return (
      <main className={styles['message']}>
        <h1>{t('display.title')}</h1>
        <p role="status">{t('display.opening')}</p>
      </main>
    );
  }
  return (
    <main className={styles['page']} data-old={age !== null}>
      {age !== null && (
        <p className={styles['old']} role="alert">
          {t('display.old', { time: times.clock(now - age) })}{' '}
          <span aria-hidden="true">{formatWait(age)}</span>
        </p>
      )}
      <WallBoard board={board} />
      <Settings />
    </main>
  );
};
