import type { AuditAct } from '@haven/shared/protocol/audit';
import { WITHDRAWAL_REASONS } from '@haven/shared/protocol/keys';
import { deskNameOf, regionNameOf } from '../../state/place-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { usePeople } from '../people/use-people';

/** What these are about is kept by its name, which may well be what something else is known by. */
const BY_NAME: readonly AuditAct[] = [
  'roster-arranged',
  'roster-published',
  'team-calendar-made',
  'team-calendar-revoked',
];

/** What the log keeps as identifiers, as whoever reads it knows it; what is none stays as it is. */
export const useAuditNames = () => {
  const { stores, language, t } = useConsole();
  const { people } = usePeople();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const person = (id: string) => people?.find(({ staffId }) => staffId === id)?.displayName;
  const desk = (id: string) => deskNameOf(organisation, id, language);
  const region = (id: string) => regionNameOf(organisation, id);
  return {
    personOf: (id: string): string => person(id) ?? id,
    /** A region and its desk may well have the same identifier: what was done says which is meant. */
    aboutOf: (act: AuditAct, about: string): string =>
      BY_NAME.includes(act)
        ? about.replace(/^version (\d+)$/, (_, version: string) => t('audit.version', { version }))
        : about
            .split(', ')
            .map((id) => (act.startsWith('region-') ? region(id) : (desk(id) ?? person(id))) ?? id)
            .join(', '),
    /** Most are in the words of who did it; why something was withdrawn is chosen from a few. */
    reasonOf: (act: AuditAct, reason: string): string => {
      const chosen = WITHDRAWAL_REASONS.find((each) => each === reason);
      return act === 'certificates-withdrawn' && chosen !== undefined ? t(`trust.reason.${chosen}`) : reason;
    },
  };
};
