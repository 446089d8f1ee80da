import { useEffect } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';
import { DevicesSection } from './devices-section';
import { IssuersSection } from './issuers-section';
import { LogSection } from './log-section';
import { RequestsSection } from './requests-section';
import { RootsSection } from './roots-section';
import styles from './trust.module.css';
import { useTrust } from './use-trust';

/** For administrators: whose word visitors' clients trust, and who may answer until when. */
export const TrustPage = () => {
  const { stores, t } = useConsole();
  const { keys, hands, own, now } = useTrust();
  const { lookAtKeys } = hands;
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  useEffect(() => {
    if (connection === 'up') void lookAtKeys();
  }, [lookAtKeys, connection]);
  return (
    <main id="page" className={styles['page']} tabIndex={-1}>
      <div className={styles['column']}>
        <h2>{t('pages.keys')}</h2>
        {keys === null ? (
          <p role="status">{t('pages.opening')}</p>
        ) : (
          <>
            {keys.issuers.length > 0 && (
              <>
                <RequestsSection keys={keys} hands={hands} own={own} />
                <DevicesSection keys={keys} hands={hands} own={own} now={now} />
              </>
            )}
            <RootsSection keys={keys} hands={hands} />
            {keys.roots.length > 0 && <IssuersSection keys={keys} hands={hands} own={own} now={now} />}
            <LogSection />
          </>
        )}
      </div>
    </main>
  );
};
