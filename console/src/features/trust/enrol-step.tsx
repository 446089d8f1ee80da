import type { SignedIn } from '@haven/shared/protocol/http';
import { seconds } from '@haven/shared/units';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { FaultLine } from './fault-line';
import { requestCertificate, type TrustFault } from './trust-acts';
import styles from './trust.module.css';

const AGAIN = seconds(3);

type Asked =
  | { readonly kind: 'asking' }
  | { readonly kind: 'asked'; readonly words: readonly string[] }
  | { readonly kind: 'fault'; readonly fault: TrustFault };

/**
 * In place of the desk, for a device that no issuer has certified yet. It asks by itself; the words are for the
 * telephone or across the table. Once certified, the page opens anew.
 */
export const EnrolStep = ({ identity }: { readonly identity: SignedIn }) => {
  const { actions, stores, t } = useConsole();
  const [asked, setAsked] = useState<Asked>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);
  const { ask, keyWork } = actions;
  const { staffId, displayName, role, organisation } = identity;
  useEffect(() => {
    const claims = { organisation: organisation.id, staffId, displayName, role };
    void requestCertificate({ ask, keyWork }, claims).then((made) =>
      setAsked(made.ok ? { kind: 'asked', words: made.value } : { kind: 'fault', fault: made.error }),
    );
  }, [ask, keyWork, organisation.id, staffId, displayName, role, attempt, stores]);
  // A server that could not for now is asked again, as it was asked first: by itself.
  const isAway = asked.kind === 'fault' && asked.fault === 'unreachable';
  useEffect(() => {
    if (!isAway) return undefined;
    const later = setTimeout(() => setAttempt(attempt + 1), AGAIN);
    return () => clearTimeout(later);
  }, [isAway, attempt]);
  return (
    <main id="page" className={styles['page']} tabIndex={-1}>
      <div className={styles['column']}>
        <h2>{t('trust.enrol')}</h2>
        <section className={styles['section']}>
          <p>{t('trust.enrol.why')}</p>
          {asked.kind === 'asking' && <p role="status">{t('trust.enrol.asking')}</p>}
          {asked.kind === 'asked' && (
            <>
              <p role="status">{t('trust.enrol.read')}</p>
              <ol className={styles['words']} aria-label={t('trust.enrol.words')}>
                {asked.words.map((word, index) => (
                  <li key={`${index}-${word}`}>{word}</li>
                ))}
              </ol>
              <p className={styles['quiet']}>{t('trust.enrol.wait')}</p>
            </>
          )}
          {asked.kind === 'fault' && (
            <>
              <FaultLine fault={asked.fault} />
              <div className={styles['feet']}>
                <Button
                  onPress={() => {
                    setAsked({ kind: 'asking' });
                    setAttempt(attempt + 1);
                  }}
                >
                  {t('trust.enrol.again')}
                </Button>
              </div>
            </>
          )}
        </section>
      </div>
    </main>
  );
};
