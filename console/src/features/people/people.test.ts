import { deskId, staffId } from '@haven/shared/ids';
import type { Person } from '@haven/shared/protocol/people';
import { expect, it } from 'vitest';
import { canSignIn, found, inOrder, nameOf } from './people';

const person = (displayName: string, over: Partial<Person> = {}): Person => ({
  staffId: staffId.parse(displayName.toLowerCase().replace(/[^a-z]/g, '')),
  displayName,
  role: 'counsellor',
  desks: [deskId.parse('almere')],
  languages: ['nl'],
  active: true,
  passkeys: 1,
  organisationAccount: false,
  invitedUntil: null,
  recovery: null,
  sessions: 0,
  seenAt: null,
  ...over,
});

const wilma = staffId.parse('wilma');
const noor = person('Noor');
const zoe = person('Zoë', { recovery: { askedBy: wilma, until: 5 } });
const bram = person('Bram', { active: false });
const everybody = [noor, bram, person('Wilma'), zoe, person('anouk')];

it('Who waits for a second person stands first, who left last', () => {
  expect(inOrder(everybody, 'nl').map(({ displayName }) => displayName)).toEqual([
    'Zoë',
    'anouk',
    'Noor',
    'Wilma',
    'Bram',
  ]);
});

it('A name is found without its accents and capitals', () => {
  expect(found(everybody, ' ZOE ')).toEqual([zoe]);
  expect(found(everybody, '')).toEqual(everybody);
});

it('Whoever has a passkey or an account at the organisation can sign in', () => {
  expect(canSignIn(noor)).toBe(true);
  expect(canSignIn(person('Eva', { passkeys: 0, organisationAccount: true }))).toBe(true);
  expect(canSignIn(person('Eva', { passkeys: 0 }))).toBe(false);
});

it('Somebody who is not in the list is called by her identifier', () => {
  expect(nameOf(everybody, noor.staffId)).toBe('Noor');
  expect(nameOf([], wilma)).toBe('wilma');
});
