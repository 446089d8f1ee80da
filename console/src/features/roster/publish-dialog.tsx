import type { Publication } from '@haven/shared/protocol/roster-requests';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { Callout } from '../../ui/callout';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import type { Times } from '../../ui/times';
import { FaultLine } from '../trust/fault-line';
import type { TrustFault } from '../trust/trust-acts';
import { ConflictList } from './conflict-list';
import { RenewalNote, useRenewal } from './publish-renewal';
import styles from './roster-page.module.css';
import { useAnswer } from './use-answer';
import type { Names } from './use-roster';

type PublishDialogProps = {
  readonly names: Names;
  readonly time: Times;
  readonly onClose: () => void;
};

const NAMED = 12;
const NOBODY: Publication['ending'] = [];

const Changes = ({ difference, names }: { readonly difference: Publication; readonly names: Names }) => {
  const { t } = useConsole();
  return (
    <>
      <p>
        <strong>
          {t('roster.publish.counts', {
            added: difference.added,
            changed: difference.changed,
            removed: difference.removed,
          })}
        </strong>{' '}
        {t('roster.publish.staff', {
          names:
            difference.staff.slice(0, NAMED).map(names.person).join(', ') +
            (difference.staff.length > NAMED ? ' …' : ''),
        })}
      </p>
      <p>{t('roster.publish.explain')}</p>
    </>
  );
};

/** What would change, before it does: shifts, and whose devices are certified with it. */
export const PublishDialog = ({ names, time, onClose }: PublishDialogProps) => {
  const { actions, stores, t } = useConsole();
  const { value: difference } = useAnswer('roster:difference', {});
  const ending = difference?.ending ?? NOBODY;
  const { due, isIssuer, renew } = useRenewal(ending);
  const [busy, setBusy] = useState(false);
  const [isOld, setOld] = useState(false);
  const [fault, setFault] = useState<TrustFault | null>(null);
  const isSame = difference !== null && difference.added + difference.changed + difference.removed === 0;

  const publish = async (): Promise<boolean> => {
    if (difference === null) return false;
    const result = await actions.ask('roster:publish', { seen: difference.seen });
    setOld(!result.ok && result.error === 'outdated');
    if (result.ok) stores.notices.say('quiet', 'roster.published', { version: result.value.version });
    else if (result.error === 'outdated') stores.roster.changed();
    else stores.notices.say('problem', noticeOf(result.error));
    return result.ok;
  };
  /** In one go; the roster holds although a signature failed, which can be made again here. */
  const goOn = async () => {
    setBusy(true);
    setFault(null);
    if (isSame || (await publish())) {
      const renewed = await renew();
      if (renewed.ok) {
        if (due.length > 0) stores.notices.say('quiet', 'roster.renewed', { count: due.length });
        onClose();
        return;
      }
      setFault(renewed.error);
    }
    setBusy(false);
  };
  return (
    <Modal title={t('roster.publish.title')} onClose={onClose}>
      {difference === null && <p role="status">{t('roster.loading')}</p>}
      {difference !== null && (
        <>
          {isSame ? <p>{t('roster.publish.nothing')}</p> : <Changes difference={difference} names={names} />}
          <RenewalNote ending={ending} isIssuer={isIssuer} names={names} />
          <p className={difference.holes > 0 ? styles['holes'] : styles['small']}>
            {t('roster.publish.holes', { n: difference.holes })}
          </p>
          <ConflictList conflicts={difference.conflicts.slice(0, 8)} names={names} time={time} />
        </>
      )}
      {isOld && <Callout>{t('roster.publish.outdated')}</Callout>}
      <FaultLine fault={fault} />
      <ModalFeet>
        <Button onPress={onClose}>{t('roster.cancel')}</Button>
        <Button
          look="main"
          isDisabled={busy || difference === null || (isSame && due.length === 0)}
          onPress={() => void goOn()}
        >
          {isSame && due.length > 0
            ? t('trust.devices.renew', { count: due.length })
            : t(due.length > 0 ? 'roster.publish-and-renew' : 'roster.publish')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
