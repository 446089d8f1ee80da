import { DESCRIPTION, isDialable, isExitPage } from '@haven/shared/protocol/organisation-description';
import type { Draft, Wording } from './draft';

export type FieldFault = 'empty' | 'long' | 'number' | 'exit' | 'twice' | 'none';

/** Which field it is; the page and its tests find a field by it. */
export const fieldOf = (...parts: readonly string[]): string => ['organisation', ...parts].join('-');

/** What is wrong with a draft, at each field that must be put right before it can be saved. */
export function faultsOf(draft: Draft): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  const check = (field: string, text: string, most: number) => {
    if (text.trim() === '') faults.set(field, 'empty');
    else if (text.trim().length > most) faults.set(field, 'long');
  };
  const both = (field: string, { nl, en }: Wording, most: number) => {
    check(`${field}-nl`, nl, most);
    check(`${field}-en`, en, most);
  };
  const onlyOnce = (field: string, name: string, others: readonly string[]) => {
    const alike = others.filter((other) => foldOf(other) === foldOf(name));
    if (alike.length > 1 && !faults.has(field)) faults.set(field, 'twice');
  };
  check(fieldOf('name'), draft.name, DESCRIPTION.name);
  if (draft.telephones.length === 0) faults.set(fieldOf('telephones'), 'none');
  for (const { key, name, number, hours } of draft.telephones) {
    both(fieldOf('telephone', key, 'name'), name, DESCRIPTION.name);
    check(fieldOf('telephone', key, 'number'), number, DESCRIPTION.number);
    if (number.trim() !== '' && !isDialable(number.trim()))
      faults.set(fieldOf('telephone', key, 'number'), 'number');
    both(fieldOf('telephone', key, 'hours'), hours, DESCRIPTION.hours);
  }
  both(fieldOf('opening'), draft.openingTimes, DESCRIPTION.openingTimes);
  check(fieldOf('exit'), draft.exitUrl, DESCRIPTION.exitUrl);
  if (draft.exitUrl.trim() !== '' && !isExitPage(draft.exitUrl.trim())) faults.set(fieldOf('exit'), 'exit');
  for (const { key, name } of draft.desks) {
    both(fieldOf('desk', key), name, DESCRIPTION.name);
    for (const language of ['nl', 'en'] as const)
      onlyOnce(
        fieldOf('desk', key, language),
        name[language],
        draft.desks.map((desk) => desk.name[language]),
      );
  }
  for (const { key, name } of draft.regions) {
    check(fieldOf('region', key), name, DESCRIPTION.name);
    onlyOnce(
      fieldOf('region', key),
      name,
      draft.regions.map((region) => region.name),
    );
  }
  return faults;
}

const foldOf = (name: string): string => name.trim().normalize('NFC').toLowerCase();
