import { useEffect } from 'react';
import type { Notice } from '../state/notices-store';
import { announce } from './announcer';
import { Button } from './button';
import { classes } from './class-names';
import { useConsole, useSlice } from './console-context';
import { Icon } from './icon';
import styles from './notices.module.css';

/** Milliseconds. Long enough to read twice; a problem stays until it is dismissed. */
const STAYS = 9_000;

const NoticeLine = ({ notice }: { readonly notice: Notice }) => {
  const { stores, t } = useConsole();
  const { dismiss } = stores.notices;
  // The store keeps keys and values apart so that a notice follows a change of language.
  const text = (t as (key: Notice['key'], values: Notice['values']) => string)(notice.key, notice.values);
  useEffect(() => {
    announce(t('notice.announce', { text }));
  }, [t, text, notice.times]);
  useEffect(() => {
    if (notice.tone === 'problem') return;
    const timer = setTimeout(() => dismiss(notice.id), STAYS);
    return () => clearTimeout(timer);
  }, [notice, dismiss]);
  return (
    <li className={classes(styles['notice'], notice.tone === 'problem' && styles['problem'])}>
      <span className={styles['text']}>{text}</span>
      <Button look="plain" size="icon" aria-label={t('notice.dismiss')} onPress={() => dismiss(notice.id)}>
        <Icon name="close" />
      </Button>
    </li>
  );
};

export const Notices = () => {
  const { stores, t } = useConsole();
  const notices = useSlice(stores.notices, (state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('notice.region')}>
      <ul className={styles['notices']}>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  );
};
