import { LANGUAGES } from '@haven/shared/protocol/organisation';
import type { ReactNode } from 'react';
import { Mark } from '../shell/top-bar';
import { Choice } from '../settings/setting-controls';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { InvitationCard } from './invitation-card';
import styles from './sign-in-page.module.css';
import type { SignInState } from './sign-in-store';

type SignedOut = Extract<SignInState, { kind: 'signed-out' }>;

const Card = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <main className={styles['page']}>
    <div className={styles['card']}>
      <h1 className={styles['title']}>
        <Mark />
        {title}
      </h1>
      {children}
    </div>
  </main>
);

const LanguageChoice = () => {
  const { stores, t, language } = useConsole();
  return (
    <Choice
      label={t('settings.language')}
      values={LANGUAGES}
      value={language}
      nameOf={(one) => (one === 'nl' ? 'Nederlands' : 'English')}
      onChange={(chosen) => stores.preferences.change({ language: chosen })}
    />
  );
};

// The same question asked again by a fresh page: nothing of the failed attempt stays behind.
const again = () => window.location.reload();

/** The ways in, as far as this server has them. */
const Ways = ({ door }: { readonly door: SignedOut['door'] }) => {
  const { t } = useConsole();
  if (door === null) {
    return (
      <div className={styles['feet']}>
        <Button look="main" onPress={again}>
          {t('sign-in.again')}
        </Button>
      </div>
    );
  }
  const { ways } = door;
  return (
    <>
      {!ways.passkey && !ways.organisation && <p>{t('sign-in.no-way')}</p>}
      <div className={styles['feet']}>
        {ways.passkey && (
          <Button look="main" onPress={() => void door.withPasskey()}>
            {t('sign-in.with-passkey')}
          </Button>
        )}
        {ways.organisation && (
          <Button look={ways.passkey ? 'quiet' : 'main'} onPress={() => void door.withOrganisation()}>
            {t('sign-in.with-organisation')}
          </Button>
        )}
      </div>
    </>
  );
};

/** Every way of not being at the desk, each with what to do about it. */
export const SignInPage = ({ state }: { readonly state: Exclude<SignInState, { kind: 'signed-in' }> }) => {
  const { t } = useConsole();
  switch (state.kind) {
    case 'opening':
    case 'signing-in':
      return (
        <Card title={t('sign-in.title')}>
          <p role="status">{t(state.kind === 'opening' ? 'sign-in.opening' : 'sign-in.signing-in')}</p>
        </Card>
      );
    case 'failed':
      return (
        <Card title={t('app.failed.title')}>
          <p role="alert" className={styles['reason']}>
            {t(`app.failed.${state.failure}`)}
          </p>
          <div className={styles['feet']}>
            <Button look="main" onPress={again}>
              {t('app.reload')}
            </Button>
          </div>
        </Card>
      );
    case 'invited':
      return (
        <Card title={t('invitation.title', { name: state.invitation.displayName })}>
          <InvitationCard state={state} />
          <LanguageChoice />
        </Card>
      );
    case 'signed-out':
      return (
        <Card title={t('sign-in.title')}>
          <p role="status" className={styles['reason']}>
            {t(`sign-in.reason.${state.reason}`)}
          </p>
          <Ways door={state.door} />
          <p>{t('sign-in.how')}</p>
          {state.door?.ways.passkey === true && <p>{t('sign-in.lost')}</p>}
          <p className={styles['quiet']}>{t('sign-in.how-device')}</p>
          <LanguageChoice />
        </Card>
      );
  }
};
