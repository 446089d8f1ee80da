import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { PageOpening } from '../../ui/page-opening';
import styles from './later.module.css';

type Outcome = { readonly Content: ComponentType } | 'failed';

/**
 * A page that is loaded when it is opened. Without a connection, or after the server has been given another version,
 * it cannot be: it says so, and the rest of the console goes on. Only loading the console anew helps then, for a second
 * try would find the page without its styles.
 */
export function later(load: () => Promise<ComponentType>): ComponentType {
  let known: Outcome | null = null;
  return function Later() {
    const { stores, t } = useConsole();
    const connection = useSlice(stores.desk, (desk) => desk.connection);
    const [outcome, setOutcome] = useState(known);
    useEffect(() => {
      if (known !== null) return;
      void load()
        .then(
          (Content): Outcome => ({ Content }),
          (): Outcome => 'failed',
        )
        .then((came) => {
          known = came;
          setOutcome(came);
        });
    }, []);
    if (outcome === null) return <PageOpening />;
    if (outcome !== 'failed') return <outcome.Content />;
    return (
      <main id="page" tabIndex={-1} className={styles['failed']}>
        <p role="alert">{t('pages.failed')}</p>
        <div>
          <Button look="main" isDisabled={connection !== 'up'} onPress={() => window.location.reload()}>
            {t('pages.reload')}
          </Button>
        </div>
      </main>
    );
  };
}
