import type { StaffId } from '@haven/shared/ids';
import type { CertifiedDevice } from '@haven/shared/protocol/keys';
import type { Publication } from '@haven/shared/protocol/roster-requests';
import { useEffect } from 'react';
import { useConsole } from '../../ui/console-context';
import { certifyPeople, type Done } from '../trust/trust-acts';
import { devicesOf } from '../trust/trust-rules';
import { useTrust } from '../trust/use-trust';
import styles from './roster-page.module.css';
import type { Names } from './use-roster';

type Ending = Publication['ending'];

const NAMED = 12;
const listed = (people: readonly StaffId[], names: Names): string =>
  people.slice(0, NAMED).map(names.person).join(', ') + (people.length > NAMED ? ' …' : '');

const endingOf = (ending: Ending): readonly StaffId[] =>
  ending.filter(({ until }) => until !== null).map(({ staffId }) => staffId);

/** Publishing signs the people on the roster, where this browser is an issuer. */
export const useRenewal = (ending: Ending) => {
  const { keys, hands, own } = useTrust();
  const { lookAtKeys } = hands;
  useEffect(() => void lookAtKeys(), [lookAtKeys]);
  const due: readonly CertifiedDevice[] =
    own === null || keys === null ? [] : devicesOf(keys, endingOf(ending));
  const renew = (): Promise<Done> =>
    own === null || due.length === 0
      ? Promise.resolve({ ok: true, value: null })
      : certifyPeople(hands, own, due);
  return { due, isIssuer: own !== null, renew };
};

type Props = { readonly ending: Ending; readonly isIssuer: boolean; readonly names: Names };

/** Whom visitors would refuse before her last shift, and what becomes of it. */
export const RenewalNote = ({ ending, isIssuer, names }: Props) => {
  const { t } = useConsole();
  const soon = endingOf(ending);
  const never = ending.filter(({ until }) => until === null).map(({ staffId }) => staffId);
  return (
    <>
      {soon.length > 0 && (
        <p className={isIssuer ? undefined : styles['holes']}>
          {t(isIssuer ? 'roster.publish.renews' : 'roster.publish.renew-elsewhere', {
            count: soon.length,
            names: listed(soon, names),
          })}
        </p>
      )}
      {never.length > 0 && (
        <p className={styles['holes']}>
          {t('roster.publish.not-admitted', { count: never.length, names: listed(never, names) })}
        </p>
      )}
    </>
  );
};
