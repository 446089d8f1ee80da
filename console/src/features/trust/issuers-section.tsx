import type { CertifiedIssuer, KeysState } from '@haven/shared/protocol/keys';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import { FaultLine } from './fault-line';
import { RootWordsField } from './root-words';
import { certifyThisBrowser, type Hands, tellRoot } from './trust-acts';
import { issuerValidity } from './trust-rules';
import styles from './trust.module.css';
import { useAct } from './use-trust';
import { WithdrawDialog } from './withdraw-dialog';

type Props = {
  readonly keys: KeysState;
  readonly hands: Hands;
  readonly own: CertifiedIssuer | null;
  readonly now: number;
};

/** A second issuer, the next one after half a year, and the first after all were lost: the root's words suffice. */
const CertifyHere = ({ keys, hands }: Pick<Props, 'keys' | 'hands'>) => {
  const { t } = useConsole();
  const [words, setWords] = useState<string | null>(null);
  const { busy, fault, run } = useAct();
  if (words === null) {
    return (
      <div className={styles['feet']}>
        <Button onPress={() => setWords('')}>{t('trust.issuer.certify')}</Button>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const root = await tellRoot(hands, keys, words);
      if (!root.ok) return root;
      const certified = await certifyThisBrowser(hands, keys, root.value);
      await hands.keyWork('forget-root', {});
      return certified;
    }).then((done) => {
      if (done) setWords(null);
    });
  };
  return (
    <form className={styles['section']} autoComplete="off" onSubmit={submit}>
      <RootWordsField value={words} onChange={setWords} />
      <FaultLine fault={fault} />
      <div className={styles['feet']}>
        <Button type="submit" look="main" isDisabled={busy}>
          {t('trust.issuer.certify')}
        </Button>
        <Button look="quiet" onPress={() => setWords(null)}>
          {t('trust.stop')}
        </Button>
      </div>
    </form>
  );
};

export const IssuersSection = ({ keys, hands, own, now }: Props) => {
  const { t, times } = useConsole();
  const [leaving, setLeaving] = useState<CertifiedIssuer | null>(null);
  return (
    <PagePart title={t('trust.issuers')}>
      <p>{t('trust.issuers.what')}</p>
      {own === null && <p className={styles['fault']}>{t('trust.issuer.none-here')}</p>}
      <ul className={styles['list']}>
        {keys.issuers.map((issuer) => {
          const state = issuerValidity(issuer, now);
          return (
            <li key={issuer.serial} className={styles['row']}>
              <span className={styles['what']}>
                <span className={styles['name']}>
                  {t(issuer.publicKey === own?.publicKey ? 'trust.issuer.here' : 'trust.issuer.elsewhere')}
                </span>
                <span className={styles['quiet']}>{issuer.serial}</span>
                <span className={styles[state]}>
                  {t(`trust.validity.${state}`, { day: times.dayLong(issuer.until) })}
                </span>
              </span>
              {!issuer.withdrawn && (
                <Button look="grave" size="small" onPress={() => setLeaving(issuer)}>
                  {t('trust.withdraw')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <CertifyHere keys={keys} hands={hands} />
      {leaving !== null && (
        <WithdrawDialog
          keys={keys}
          hands={hands}
          who={t('trust.issuer.name', { serial: leaving.serial.slice(0, 8) })}
          serials={[leaving.serial]}
          issuer={null}
          onClose={() => setLeaving(null)}
        />
      )}
    </PagePart>
  );
};
