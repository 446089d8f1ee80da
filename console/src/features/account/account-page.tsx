import type { ReplyOf, StaffRequests } from '@haven/shared/protocol/event-maps';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useNow } from '../../ui/console-context';
import { Page } from '../../ui/page';
import { PagePart } from '../../ui/page-part';
import { Modal, ModalFeet } from '../../ui/modal';
import { useAsked } from '../../ui/use-asked';
import { useRowFocus } from '../../ui/use-row-focus';
import { PageOpening } from '../../ui/page-opening';
import { LogSection } from '../trust/log-section';
import styles from './account-page.module.css';
import { PasskeyList } from './passkey-list';

type Account = ReplyOf<StaffRequests, 'account:look'>;

const SessionList = ({
  sessions,
  onEnd,
}: {
  readonly sessions: Account['sessions'];
  readonly onEnd: (id: string) => void;
}) => {
  const { t, times } = useConsole();
  const now = useNow();
  const { list, removing } = useRowFocus<HTMLUListElement>(sessions.length);
  return (
    <ul ref={list} className={styles['list']}>
      {sessions.map(({ id, own, way, startedAt, seenAt }, row) => (
        <li key={id} className={styles['item']}>
          <div className={styles['grow']}>
            <p className={styles['name']}>
              {t(own ? 'account.own-session' : 'account.other-session')}, {t(`account.way.${way}`)}
            </p>
            <p className={styles['quiet']}>
              {t('account.session', {
                started: times.dayLongAndClock(startedAt),
                seen: times.clockNear(seenAt, now),
              })}
            </p>
          </div>
          {!own && (
            <Button
              size="small"
              onPress={() => {
                removing(row);
                onEnd(id);
              }}
            >
              {t('account.end-session')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};

/** My passkeys, and where I am signed in. */
export const AccountPage = () => {
  const { actions, stores, t } = useConsole();
  const { value: account, look } = useAsked('account:look', {});
  const [isLeaving, setLeaving] = useState(false);
  if (account === null) return <PageOpening />;

  const end = async (id: string) => {
    const reply = await actions.ask('account:end-session', { id });
    if (!reply.ok) stores.notices.say('problem', noticeOf(reply.error));
    look();
  };
  const leaveEverywhere = async () => {
    const reply = await actions.ask('account:sign-out-everywhere', {});
    if (!reply.ok) stores.notices.say('problem', noticeOf(reply.error));
  };
  return (
    <Page title={t('pages.account')}>
      <PagePart title={t('account.passkeys')}>
        <PasskeyList passkeys={account.passkeys} onChanged={look} />
        {account.organisationAccount && <p>{t('account.organisation')}</p>}
      </PagePart>
      <PagePart title={t('account.sessions')}>
        <SessionList sessions={account.sessions} onEnd={(id) => void end(id)} />
        <div>
          <Button look="grave" onPress={() => setLeaving(true)}>
            {t('account.sign-out-everywhere')}
          </Button>
        </div>
      </PagePart>
      <LogSection />
      {isLeaving && (
        <Modal title={t('account.sign-out-everywhere')} onClose={() => setLeaving(false)} question>
          <p>{t('account.sign-out-everywhere.explain')}</p>
          <ModalFeet>
            <Button autoFocus onPress={() => setLeaving(false)}>
              {t('staff.cancel')}
            </Button>
            <Button look="grave" onPress={() => void leaveEverywhere()}>
              {t('account.sign-out-everywhere')}
            </Button>
          </ModalFeet>
        </Modal>
      )}
    </Page>
  );
};
