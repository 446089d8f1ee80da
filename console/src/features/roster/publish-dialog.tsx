import type { RosterView } from '@haven/shared/protocol/roster-requests';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { ConflictList } from './conflict-list';
import styles from './roster-page.module.css';
import type { RosterTime } from './roster-time';
import { useAnswer } from './use-answer';
import type { Names } from './use-roster';

type PublishDialogProps = {
  readonly view: RosterView;
  readonly names: Names;
  readonly time: RosterTime;
  readonly onClose: () => void;
};

const NAMED = 12;

/** What would change, before it does. */
export const PublishDialog = ({ view, names, time, onClose }: PublishDialogProps) => {
  const { actions, stores, t } = useConsole();
  const { value: difference } = useAnswer('roster:difference', {});
  const publish = async () => {
    const result = await actions.ask('roster:publish', {});
    if (!result.ok) {
      stores.notices.say('problem', noticeOf(result.error));
      return;
    }
    stores.notices.say('quiet', 'roster.published', { version: result.value.version });
    onClose();
  };
  const isSame = difference !== null && difference.added + difference.changed + difference.removed === 0;
  return (
    <Modal title={t('roster.publish.title')} onClose={onClose}>
      {difference === null && <p role="status">{t('roster.loading')}</p>}
      {difference !== null && (
        <>
          {isSame ? (
            <p>{t('roster.publish.nothing')}</p>
          ) : (
            <>
              <p>
                <strong>{t('roster.publish.counts', difference)}</strong>{' '}
                {t('roster.publish.staff', {
                  names:
                    difference.staff.slice(0, NAMED).map(names.person).join(', ') +
                    (difference.staff.length > NAMED ? ' …' : ''),
                })}
              </p>
              <p>{t('roster.publish.explain')}</p>
            </>
          )}
          <p className={difference.holes > 0 ? styles['holes'] : styles['small']}>
            {t('roster.publish.holes', { n: difference.holes })}
          </p>
          <ConflictList
            conflicts={difference.conflicts.slice(0, 8)}
            shifts={view.draft ?? []}
            names={names}
            time={time}
          />
        </>
      )}
      <ModalFeet>
        <Button onPress={onClose}>{t('roster.cancel')}</Button>
        <Button look="main" isDisabled={difference === null || isSame} onPress={() => void publish()}>
          {t('roster.publish')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
