import type { CertifiedDevice, CertifiedIssuer, KeysState } from '@haven/shared/protocol/keys';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import { FaultLine } from './fault-line';
import { certifyPeople, type Hands } from './trust-acts';
import { deviceValidity, dueDevices, withdrawerOf } from './trust-rules';
import styles from './trust.module.css';
import { useAct } from './use-trust';
import { WithdrawDialog } from './withdraw-dialog';

type Props = {
  readonly keys: KeysState;
  readonly hands: Hands;
  readonly own: CertifiedIssuer | null;
  readonly now: number;
};

/** Who can answer until when, those who soon cannot first; and the week's signing in one go. */
export const DevicesSection = ({ keys, hands, own, now }: Props) => {
  const { t, times } = useConsole();
  const [leaving, setLeaving] = useState<CertifiedDevice | null>(null);
  const { busy, fault, run } = useAct();
  const due = dueDevices(keys, now);
  const ordered = keys.devices.toSorted(
    (a, b) => Number(a.withdrawn) - Number(b.withdrawn) || a.until - b.until,
  );
  return (
    <PagePart title={t('trust.devices')}>
      <p>{t('trust.devices.what')}</p>
      {due.length > 0 && (
        <div className={styles['feet']}>
          <Button
            look="main"
            isDisabled={busy || own === null}
            onPress={() =>
              void run(async () =>
                own === null ? { ok: true, value: null } : certifyPeople(hands, own, due),
              )
            }
          >
            {t('trust.devices.renew', { count: due.length })}
          </Button>
        </div>
      )}
      <FaultLine fault={fault} />
      {ordered.length === 0 && <p className={styles['quiet']}>{t('trust.devices.none')}</p>}
      <ul className={styles['list']}>
        {ordered.map((device) => {
          const state = deviceValidity(device, now);
          const holds = state === 'good' || state === 'ending';
          return (
            <li key={`${device.staffId} ${device.publicKey}`} className={styles['row']}>
              <span className={styles['what']}>
                <span className={styles['name']}>{device.displayName}</span>
                <span className={styles['quiet']}>
                  {device.staffId} · {t(`role.${device.role}`)} · {device.publicKey.slice(0, 8)}
                </span>
                <span className={styles[state]}>
                  {t(`trust.validity.${state}`, { day: times.dayLongAndClock(device.until) })}
                  {device.withdrawnFor !== null && ` (${t(`trust.reason.${device.withdrawnFor}`)})`}
                </span>
                {holds && !device.serves && (
                  <span className={styles['fault']}>{t('trust.devices.left')}</span>
                )}
              </span>
              {holds && (
                <Button look="grave" size="small" onPress={() => setLeaving(device)}>
                  {t('trust.withdraw')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {leaving !== null && (
        <WithdrawDialog
          keys={keys}
          hands={hands}
          who={leaving.displayName}
          serials={leaving.certificates.map(({ serial }) => serial)}
          issuer={withdrawerOf(leaving, own) === 'issuer' ? own : null}
          onClose={() => setLeaving(null)}
        />
      )}
    </PagePart>
  );
};
