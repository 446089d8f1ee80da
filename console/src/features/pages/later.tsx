import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import styles from './later.module.css';

/**
 * A page that is loaded when it is opened. Without a connection, or after the server has been given another version,
 * it cannot be: it says so and tries again, and the rest of the console goes on.
 */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | null = null;
  return function Later() {
    const { stores, t } = useConsole();
    const connection = useSlice(stores.desk, (desk) => desk.connection);
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (loaded !== null) return;
      void load().then(
        (content) => {
          loaded = content;
          setState('loaded');
        },
        () => setState('failed'),
      );
    }, [connection, tries]);
    const Content = loaded;
    if (Content !== null) return <Content />;
    if (state !== 'failed') return <p role="status">{t('pages.opening')}</p>;
    return (
      <main id="page" tabIndex={-1} className={styles['failed']}>
        <p role="alert">{t('pages.failed')}</p>
        <div className={styles['buttons']}>
          <Button look="main" onPress={() => setTries(tries + 1)}>
            {t('pages.again')}
          </Button>
          <Button onPress={() => window.location.reload()}>{t('pages.reload')}</Button>
        </div>
      </main>
    );
  };
}
