import type {
  OrganisationChange,
  OrganisationDescription,
} from '@haven/shared/protocol/organisation-description';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import { describe, expect, test } from 'vitest';
import { deskNamed, regionNamed } from '../desk/testing/names';
import { changeDescription } from './change-description';
import { DEMONSTRATION } from './demonstration';

const before: OrganisationDescription = { ...DEMONSTRATION, version: 3, retired: NOTHING_RETIRED };
const { name, telephones, openingTimes, exitUrl, generalDesk } = before;
const change = (more: Partial<OrganisationChange>) =>
  changeDescription(before, {
    version: 3,
    name,
    telephones,
    openingTimes,
    exitUrl,
    regions: [],
    desks: [],
    ...more,
  });
const acts = (more: Partial<OrganisationChange>) => {
  const done = change(more);
  if (!done.ok) throw new Error(done.error);
  return done.value.acts.map(({ act, about }) => [act, about]);
};

describe('A change of what the organisation says of itself', () => {
  test('names what is different, and nothing that only says the same in another order', () => {
    expect(acts({})).toEqual([]);
    const turned = telephones.map(({ hours, number, name: whose }) => ({ hours, number, name: whose }));
    expect(acts({ telephones: turned, regions: [...before.regions] })).toEqual([]);
    expect(acts({ name: 'Thuis', telephones: telephones.toReversed() })).toEqual([
      ['organisation-renamed', null],
      ['telephones-changed', null],
    ]);
    const texel = { id: regionNamed('texel'), name: 'Texel' };
    const [alkmaar] = before.desks;
    if (alkmaar === undefined) throw new Error('No desk');
    expect(
      acts({
        openingTimes: { nl: 'Altijd', en: 'Always' },
        exitUrl: 'https://www.example.org/recipes',
        regions: [texel, { id: regionNamed('alkmaar'), name: 'Alkmaar en omstreken' }],
        desks: [{ ...alkmaar, regions: [...alkmaar.regions, texel.id] }],
      }),
    ).toEqual([
      ['opening-times-changed', null],
      ['exit-page-changed', null],
      ['region-added', 'texel'],
      ['region-changed', 'alkmaar'],
      ['desk-changed', 'alkmaar'],
    ]);
  });

  test('is refused when it was made from another version, or does not fit together', () => {
    expect(change({ version: 2, name: 'Thuis' })).toEqual({ ok: false, error: 'outdated' });
    const nowhere = { id: generalDesk, name: { nl: 'Algemeen', en: 'General' } };
    expect(change({ desks: [{ ...nowhere, regions: [regionNamed('nowhere')] }] }).ok).toBe(false);
    const twice = { id: deskNamed('texel'), name: { nl: 'Texel', en: 'Texel' }, regions: [] };
    expect(change({ desks: [twice, twice] })).toEqual({ ok: false, error: 'malformed' });
  });
});
