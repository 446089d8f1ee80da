import { deskId, regionId } from '@haven/shared/ids';
import {
  type OrganisationDescription,
  organisationChange,
} from '@haven/shared/protocol/organisation-description';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import { describe, expect, it } from 'vitest';
import { changeOf } from './change-of';
import { changedParts, type Draft, draftOf, moved, newKey, onto } from './draft';
import { faultsOf } from './faults';
import { othersFor, servedBy } from './served';

const [general, haarlem] = [deskId.parse('general'), deskId.parse('haarlem')];
const base: OrganisationDescription = {
  version: 4,
  name: 'Veilige Haven',
  telephones: [
    { name: { nl: 'Alarm', en: 'Emergency' }, number: '112', hours: { nl: 'altijd', en: 'always' } },
    { name: { nl: 'Advies', en: 'Advice' }, number: '0800-2000', hours: { nl: 'altijd', en: 'always' } },
  ],
  openingTimes: { nl: 'Elke dag', en: 'Every day' },
  exitUrl: 'https://www.example.org/weather',
  regions: [
    { id: regionId.parse('haarlem'), name: 'Haarlem' },
    { id: regionId.parse('ijmuiden'), name: 'IJmuiden' },
  ],
  desks: [
    {
      id: haarlem,
      name: { nl: 'Bureau Haarlem', en: 'Haarlem desk' },
      regions: [regionId.parse('haarlem'), regionId.parse('ijmuiden')],
    },
    { id: general, name: { nl: 'Algemeen', en: 'General' }, regions: [] },
  ],
  generalDesk: general,
  retired: NOTHING_RETIRED,
};
const written = (change: (draft: Draft) => Partial<Draft>): Draft => {
  const draft = draftOf(base);
  return { ...draft, ...change(draft) };
};
const asks = (draft: Draft) => organisationChange.parse(changeOf(base, draft));

describe('What an administrator writes about the organisation', () => {
  it('asks for nothing while nothing is different, and says which parts are', () => {
    expect(changedParts(base, draftOf(base))).toEqual([]);
    expect(faultsOf(draftOf(base))).toEqual(new Map());
    const { version, name, telephones, openingTimes, exitUrl } = base;
    const same = { version, name, telephones, openingTimes, exitUrl, regions: [], desks: [] };
    expect(asks(draftOf(base))).toEqual(same);
    const other = written(({ telephones: before }) => ({
      name: ' Thuis ',
      telephones: moved(before, '1', -1),
    }));
    expect(changedParts(base, other)).toEqual(['name', 'telephones']);
    expect(asks(other)).toEqual({ ...same, name: 'Thuis', telephones: telephones.toReversed() });
    expect(
      moved(
        base.telephones.map((_, key) => ({ key: `${key}` })),
        '0',
        -1,
      )[0],
    ).toEqual({ key: '0' });
  });

  it('gives a new region and a new desk identifiers after their names, and brings them together', () => {
    const draft = written(({ regions, desks }) => ({
      desks: [...desks, { key: '+1', id: null, name: { nl: 'Haarlem', en: 'Haarlem' } }],
      regions: [
        ...regions.map((each) => (each.key === 'ijmuiden' ? { ...each, desk: '+1' } : each)),
        { key: '+1', id: null, name: 'Zandvoort', desk: '+1' },
        { key: '+2', id: null, name: 'Texel', desk: 'general' },
      ],
    }));
    const { regions, desks } = asks(draft);
    expect(regions).toEqual([
      { id: 'zandvoort', name: 'Zandvoort' },
      { id: 'texel', name: 'Texel' },
    ]);
    expect(desks).toEqual([
      { ...base.desks[0], regions: ['haarlem'] },
      { id: 'haarlem-2', name: { nl: 'Haarlem', en: 'Haarlem' }, regions: ['ijmuiden', 'zandvoort'] },
    ]);
    expect(newKey(draft.regions)).toBe('+3');
  });

  it('is held up at each field that is wrong', () => {
    const draft = written(({ telephones, regions, desks }) => ({
      name: ' ',
      exitUrl: 'www.example.org',
      openingTimes: { nl: 'Elke dag', en: 'x'.repeat(301) },
      telephones: telephones.map((each) => ({ ...each, number: `${each.number} (Eva)` })).slice(0, 1),
      regions: [...regions, { key: '+1', id: null, name: 'haarlem ', desk: 'general' }],
      desks: [...desks, { key: '+1', id: null, name: { nl: 'Texel', en: '' } }],
    }));
    expect(Object.fromEntries(faultsOf(draft))).toEqual({
      'organisation-name': 'empty',
      'organisation-exit': 'exit',
      'organisation-opening-en': 'long',
      'organisation-telephone-0-number': 'number',
      'organisation-region-haarlem': 'twice',
      'organisation-region-+1': 'twice',
      'organisation-desk-+1-en': 'empty',
    });
    expect(faultsOf({ ...draft, telephones: [] }).get('organisation-telephones')).toBe('none');
  });

  it('goes on with her own words, and with a colleague’s where she has written none', () => {
    const present: OrganisationDescription = {
      ...base,
      version: 5,
      name: 'Huis',
      exitUrl: 'https://www.example.org/recipes',
      regions: [
        { id: regionId.parse('haarlem'), name: 'Haarlem en omstreken' },
        ...base.regions.slice(1),
        { id: regionId.parse('texel'), name: 'Texel' },
      ],
    };
    const draft = written(({ regions }) => ({
      name: 'Thuis',
      regions: [
        ...regions.map((each) => (each.key === 'haarlem' ? { ...each, desk: 'general' } : each)),
        { key: '+1', id: null, name: 'Velsen', desk: 'haarlem' },
      ],
    }));
    const both = onto(base, present, draft);
    expect(changedParts(present, both)).toEqual(['name', 'regions']);
    expect(both).toMatchObject({ name: 'Thuis', exitUrl: present.exitUrl });
    expect(both.regions.map(({ key, name, desk }) => [key, name, desk])).toEqual([
      ['haarlem', 'Haarlem en omstreken', 'general'],
      ['ijmuiden', 'IJmuiden', 'haarlem'],
      ['texel', 'Texel', 'general'],
      ['+1', 'Velsen', 'haarlem'],
    ]);
  });

  it('goes on when a colleague retires the desk she has just chosen, and gives nobody its identifier', () => {
    const present: OrganisationDescription = {
      ...base,
      version: 5,
      desks: base.desks.filter(({ id }) => id === general),
      retired: {
        desks: [{ id: haarlem, name: { nl: 'Bureau Haarlem', en: 'Haarlem desk' }, retiredAt: 0 }],
        regions: [{ id: regionId.parse('texel'), name: 'Texel', retiredAt: 0 }],
      },
    };
    const draft = written(({ regions, desks }) => ({
      desks: [...desks, { key: '+1', id: null, name: { nl: 'Haarlem', en: 'Haarlem' } }],
      regions: [
        ...regions,
        { key: '+1', id: null, name: 'Velsen', desk: 'haarlem' },
        { key: '+2', id: null, name: 'Texel', desk: '+1' },
      ],
    }));
    const both = onto(base, present, draft);
    expect(both.regions.map(({ key, desk }) => [key, desk])).toEqual([
      ['haarlem', 'general'],
      ['ijmuiden', 'general'],
      ['+1', 'general'],
      ['+2', '+1'],
    ]);
    const { regions, desks } = organisationChange.parse(changeOf(present, both));
    expect(regions.map(({ id }) => id)).toEqual(['velsen', 'texel-2']);
    expect(desks).toMatchObject([{ id: 'haarlem-2', regions: ['texel-2'] }]);
  });

  it('shows every desk that serves a region, until another one is to have it alone', () => {
    const [first, ...rest] = base.desks;
    const noord = { id: deskId.parse('noord'), name: { nl: 'Noord', en: 'North' } };
    const shared = { ...base, desks: [first!, { ...noord, regions: [regionId.parse('haarlem')] }, ...rest] };
    const draft = draftOf(shared);
    const [region, other] = draft.regions;
    expect(othersFor(shared, draft, region!).map(({ key }) => key)).toEqual(['noord']);
    expect(othersFor(shared, draft, other!)).toEqual([]);
    expect(servedBy(shared, draft, 'noord').map(({ key }) => key)).toEqual(['haarlem']);
    expect(servedBy(shared, draft, 'haarlem').map(({ key }) => key)).toEqual(['haarlem', 'ijmuiden']);

    const alone = { ...draft, regions: [{ ...region!, desk: 'noord' }, other!] };
    expect(othersFor(shared, alone, alone.regions[0]!)).toEqual([]);
    expect(servedBy(shared, alone, 'haarlem').map(({ key }) => key)).toEqual(['ijmuiden']);
    const { desks } = organisationChange.parse(changeOf(shared, alone));
    expect(desks).toMatchObject([{ id: 'haarlem', regions: ['ijmuiden'] }]);
  });
});
