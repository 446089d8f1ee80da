import type { StaffId } from '@haven/shared/ids';
import type { OneTimeLink, Person } from '@haven/shared/protocol/people';
import { may } from '@haven/shared/protocol/permissions';
import { type ReactNode, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { canSignIn } from './people';
import { useSignInWords } from './person-words';
import { PositionForm } from './position-form';
import styles from './staff-page.module.css';

type PersonDialogProps = {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly onChanged: () => Promise<void>;
  readonly onLink: (link: OneTimeLink) => void;
  readonly onClose: () => void;
};

const Step = ({ children, action }: { readonly children?: ReactNode; readonly action: ReactNode }) => (
  <div className={styles['step']}>
    {children !== undefined && <p className={styles['quiet']}>{children}</p>}
    {action}
  </div>
);

type Plain = 'people:activate' | 'people:deactivate' | 'people:sign-out' | 'recovery:ask' | 'recovery:cancel';
type Linking = 'people:invite-again' | 'recovery:confirm';

/** All that can be done about somebody's access. */
export const PersonDialog = ({ person, people, onChanged, onLink, onClose }: PersonDialogProps) => {
  const { actions, stores, t } = useConsole();
  const self = useSlice(stores.signIn, ({ state }) => (state.kind === 'signed-in' ? state.identity : null));
  const [isChanging, setChanging] = useState(false);
  const words = useSignInWords();
  if (self === null) return null;
  const { staffId, displayName, recovery } = person;
  const about: { readonly staffId: StaffId } = { staffId };

  const ask = async (request: Plain) => {
    const reply = await actions.ask(request, about);
    if (!reply.ok) return stores.notices.say('problem', noticeOf(reply.error));
    await onChanged();
  };
  const askForLink = async (request: Linking) => {
    const reply = await actions.ask(request, about);
    if (!reply.ok) return stores.notices.say('problem', noticeOf(reply.error));
    await onChanged();
    onLink(reply.value);
  };
  const change = async (position: Parameters<typeof PositionForm>[0]['position']) => {
    const reply = await actions.ask('people:change', { ...about, ...position });
    if (!reply.ok) return stores.notices.say('problem', noticeOf(reply.error));
    setChanging(false);
    await onChanged();
  };

  if (isChanging) {
    return (
      <Modal title={displayName} onClose={onClose}>
        <PositionForm
          position={person}
          submit={t('staff.save')}
          hint={t('staff.change-hint')}
          onSubmit={(position) => void change(position)}
          onCancel={() => setChanging(false)}
        />
      </Modal>
    );
  }

  const manages = may(self.role, 'people:change');
  const isSelf = self.staffId === staffId;
  return (
    <Modal title={displayName} onClose={onClose}>
      <ul className={styles['words']}>
        {words(person, people).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {manages && <Step action={<Button onPress={() => setChanging(true)}>{t('staff.change')}</Button>} />}
      {manages && person.active && !canSignIn(person) && (
        <Step
          action={
            <Button onPress={() => void askForLink('people:invite-again')}>{t('staff.invite-again')}</Button>
          }
        />
      )}
      {manages && person.sessions > 0 && !isSelf && (
        <Step action={<Button onPress={() => void ask('people:sign-out')}>{t('staff.sign-out')}</Button>} />
      )}
      {person.active && canSignIn(person) && recovery === null && !isSelf && (
        <Step action={<Button onPress={() => void ask('recovery:ask')}>{t('staff.recover')}</Button>}>
          {t('staff.recover.explain')}
        </Step>
      )}
      {recovery !== null && !isSelf && recovery.askedBy !== self.staffId && (
        <Step
          action={
            <Button look="main" onPress={() => void askForLink('recovery:confirm')}>
              {t('staff.recover-confirm')}
            </Button>
          }
        >
          {t('staff.recover-confirm.explain', { name: displayName })}
        </Step>
      )}
      {recovery !== null && (
        <Step
          action={<Button onPress={() => void ask('recovery:cancel')}>{t('staff.recover-cancel')}</Button>}
        />
      )}
      {manages && !isSelf && person.active && (
        <Step
          action={
            <Button look="grave" onPress={() => void ask('people:deactivate')}>
              {t('staff.deactivate')}
            </Button>
          }
        >
          {t('staff.deactivate.explain')}
        </Step>
      )}
      {manages && !person.active && (
        <Step action={<Button onPress={() => void ask('people:activate')}>{t('staff.activate')}</Button>} />
      )}
      <ModalFeet>
        <Button look="main" onPress={onClose}>
          {t('staff.done')}
        </Button>
      </ModalFeet>
    </Modal>
  );
};
