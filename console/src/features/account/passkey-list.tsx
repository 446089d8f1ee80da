import { type Passkey, PASSKEY_NAME_CHARACTERS } from '@haven/shared/protocol/account';
import { type FormEvent, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { TextField } from '../../ui/text-field';
import { useRowFocus } from '../../ui/use-row-focus';
import { platformName } from '../sign-in/platform-name';
import styles from './account-page.module.css';
import { addPasskey } from './add-passkey';

type Open =
  | { readonly kind: 'rename'; readonly passkey: Passkey }
  | { readonly kind: 'remove'; readonly passkey: Passkey }
  | { readonly kind: 'add' };

type NameDialogProps = {
  readonly title: string;
  readonly submit: string;
  readonly given: string;
  readonly onSubmit: (name: string) => void;
  readonly onClose: () => void;
};

const NameDialog = ({ title, submit, given, onSubmit, onClose }: NameDialogProps) => {
  const { t } = useConsole();
  const [name, setName] = useState(given);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onSubmit(name.trim());
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form className={styles['form']} onSubmit={send}>
        <TextField
          autoFocus
          label={t('passkey.name')}
          hint={t('passkey.name-hint')}
          value={name}
          maxLength={PASSKEY_NAME_CHARACTERS}
          onChange={setName}
        />
        <ModalFeet>
          <Button onPress={onClose}>{t('staff.cancel')}</Button>
          <Button look="main" type="submit" isDisabled={name.trim() === ''}>
            {submit}
          </Button>
        </ModalFeet>
      </form>
    </Modal>
  );
};

type PasskeyListProps = {
  readonly passkeys: readonly Passkey[];
  readonly onChanged: () => void;
};

/** Several, so that a lost telephone locks nobody out. */
export const PasskeyList = ({ passkeys, onChanged }: PasskeyListProps) => {
  const { actions, stores, t, times } = useConsole();
  const [open, setOpen] = useState<Open | null>(null);
  const { list, removing } = useRowFocus<HTMLUListElement>(passkeys.length);
  const close = () => setOpen(null);
  const finish = (outcome: Awaited<ReturnType<typeof actions.ask>>) => {
    close();
    if (!outcome.ok) stores.notices.say('problem', noticeOf(outcome.error));
    onChanged();
  };
  const add = async (name: string) => {
    close();
    const fault = await addPasskey(name, actions.proveDevice);
    if (fault === null) stores.notices.say('quiet', 'passkey.added');
    else stores.notices.say('problem', fault);
    onChanged();
  };
  return (
    <>
      {passkeys.length === 0 && <p>{t('account.no-passkeys')}</p>}
      <ul ref={list} className={passkeys.length === 0 ? undefined : styles['list']}>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={styles['item']}>
            <div className={styles['grow']}>
              <p className={styles['name']}>{passkey.name}</p>
              <p className={styles['quiet']}>
                {[
                  t('passkey.created', { time: times.dayLongAndClock(passkey.createdAt) }),
                  passkey.usedAt === null
                    ? t('passkey.unused')
                    : t('passkey.used', { time: times.dayLongAndClock(passkey.usedAt) }),
                  ...(passkey.synchronised ? [t('passkey.synchronised')] : []),
                ].join(' · ')}
              </p>
            </div>
            <Button
              size="small"
              aria-label={t('passkey.rename-label', { name: passkey.name })}
              onPress={() => setOpen({ kind: 'rename', passkey })}
            >
              {t('passkey.rename')}
            </Button>
            {passkeys.length > 1 && (
              <Button
                size="small"
                aria-label={t('passkey.remove-label', { name: passkey.name })}
                onPress={() => setOpen({ kind: 'remove', passkey })}
              >
                {t('passkey.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>{t('passkey.fresh')}</p>
      <div>
        <Button look="main" onPress={() => setOpen({ kind: 'add' })}>
          {t(passkeys.length === 0 ? 'passkey.add-first' : 'passkey.add')}
        </Button>
      </div>
      {open?.kind === 'add' && (
        <NameDialog
          title={t(passkeys.length === 0 ? 'passkey.add-first' : 'passkey.add')}
          submit={t(passkeys.length === 0 ? 'passkey.add-first' : 'passkey.add')}
          given={platformName(navigator.userAgent)}
          onSubmit={(name) => void add(name)}
          onClose={close}
        />
      )}
      {open?.kind === 'rename' && (
        <NameDialog
          title={t('passkey.rename-label', { name: open.passkey.name })}
          submit={t('staff.save')}
          given={open.passkey.name}
          onSubmit={(name) => void actions.ask('passkey:rename', { id: open.passkey.id, name }).then(finish)}
          onClose={close}
        />
      )}
      {open?.kind === 'remove' && (
        <Modal title={t('passkey.remove-label', { name: open.passkey.name })} onClose={close} question>
          <p>{t('passkey.remove-question', { name: open.passkey.name })}</p>
          <ModalFeet>
            <Button autoFocus onPress={close}>
              {t('staff.cancel')}
            </Button>
            <Button
              look="grave"
              onPress={() => {
                removing(passkeys.findIndex(({ id }) => id === open.passkey.id));
                void actions.ask('passkey:remove', { id: open.passkey.id }).then(finish);
              }}
            >
              {t('passkey.remove')}
            </Button>
          </ModalFeet>
        </Modal>
      )}
    </>
  );
};
