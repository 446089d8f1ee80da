import { PASSKEY_NAME_CHARACTERS } from '@haven/shared/protocol/account';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { TextField } from '../../ui/text-field';
import { platformName } from './platform-name';
import styles from './sign-in-page.module.css';
import type { SignInState } from './sign-in-store';

/** The first passkey of a new person, or of one who lost every other. */
export const InvitationCard = ({ state }: { readonly state: Extract<SignInState, { kind: 'invited' }> }) => {
  const { t, times } = useConsole();
  const [name, setName] = useState(() => platformName(navigator.userAgent));
  const { invitation, door, fault } = state;
  const { ceremony, ways } = invitation;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void door.accept(name.trim());
  };
  return (
    <>
      {fault !== null && (
        <p role="alert" className={styles['reason']}>
          {t(`sign-in.reason.${fault}`)}
        </p>
      )}
      <p>{t(`invitation.${invitation.purpose}`, { organisation: invitation.organisationName })}</p>
      <p className={styles['quiet']}>
        {t('invitation.until', { time: times.dayLongAndClock(invitation.until) })}
      </p>
      {ceremony === null && !ways.organisation && <p>{t('sign-in.no-way')}</p>}
      {ceremony !== null && (
        <form className={styles['form']} onSubmit={submit}>
          <TextField
            label={t('passkey.name')}
            hint={t('passkey.name-hint')}
            value={name}
            maxLength={PASSKEY_NAME_CHARACTERS}
            onChange={setName}
          />
          <div className={styles['feet']}>
            <Button look="main" type="submit" isDisabled={name.trim() === ''}>
              {t('invitation.accept')}
            </Button>
          </div>
        </form>
      )}
      {ways.organisation && (
        <div className={styles['feet']}>
          <Button look={ceremony === null ? 'main' : 'quiet'} onPress={() => void door.withOrganisation()}>
            {t('invitation.with-organisation')}
          </Button>
        </div>
      )}
    </>
  );
};
