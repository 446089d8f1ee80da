import type { Person } from '@haven/shared/protocol/people';
import { useConsole } from '../../ui/console-context';
import { canSignIn, nameOf } from './people';

/** How somebody signs in, or what is in the way, in one line each. */
export const useSignInWords = () => {
  const { t, times } = useConsole();
  return (person: Person, people: readonly Person[]): readonly string[] => {
    const { active, passkeys, organisationAccount, invitedUntil, recovery, sessions } = person;
    if (!active) return [t('staff.inactive')];
    const account = !organisationAccount ? 'none' : passkeys > 0 ? 'both' : 'only';
    const time = (at: number) => times.dayLongAndClock(at);
    return [
      ...(canSignIn(person) ? [t('staff.ways', { passkeys, account })] : []),
      ...(canSignIn(person) ? [t('staff.sessions', { n: sessions })] : []),
      ...(invitedUntil === null ? [] : [t('staff.invited', { time: time(invitedUntil) })]),
      ...(canSignIn(person) || invitedUntil !== null ? [] : [t('staff.no-way')]),
      ...(recovery === null
        ? []
        : [t('staff.recovery', { name: nameOf(people, recovery.askedBy), time: time(recovery.until) })]),
    ];
  };
};
