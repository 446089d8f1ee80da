import type { StaffId } from '@haven/shared/ids';
import type { Person } from '@haven/shared/protocol/people';

/** Whoever needs something done first, then who works here, then who left; each by name. */
export const inOrder = (people: readonly Person[], language: string): readonly Person[] => {
  const rank = ({ active, recovery }: Person) => (recovery !== null ? 0 : active ? 1 : 2);
  const collator = new Intl.Collator(language, { sensitivity: 'base' });
  return people.toSorted(
    (one, other) => rank(one) - rank(other) || collator.compare(one.displayName, other.displayName),
  );
};

/** Written without accents and capitals it is still found. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export const found = (people: readonly Person[], search: string): readonly Person[] => {
  const sought = plain(search.trim());
  return people.filter(({ displayName }) => plain(displayName).includes(sought));
};

export const canSignIn = ({ passkeys, organisationAccount }: Person): boolean =>
  passkeys > 0 || organisationAccount;

export const nameOf = (people: readonly Person[], staffId: StaffId): string =>
  people.find((person) => person.staffId === staffId)?.displayName ?? staffId;
