import { fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { verifyChain } from '@haven/shared/crypto/chain';
import { loadSodium, type Sodium, systemRandom } from '@haven/shared/crypto/sodium';
import { type PublicKey, staffId } from '@haven/shared/ids';
import { replyWording } from '@haven/shared/protocol/canned-replies';
import { organisation } from '@haven/shared/protocol/organisation';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import { days } from '@haven/shared/units';
import { beforeAll, describe, expect, test } from 'vitest';
import { demonstrationCertifier, makeSeeds } from './demonstration-keys';
import { directorySnapshot } from './directory';
import { firstOrganisation, type OrganisationFile, parseOrganisationFile } from './organisation-file';

const NOON = Date.UTC(2026, 10, 23, 12);
const seed = firstOrganisation(null);
const demonstration = directorySnapshot(
  { ...seed, retired: NOTHING_RETIRED },
  {
    exitUrl: null,
    demonstration: true,
    roots: [],
  },
);

describe('The demonstration organisation', () => {
  const { organisation: known, staff } = demonstration;
  const { cannedReplies } = seed;

  test('has the six regions with a desk each, and a general one for everybody else', () => {
    expect(organisation.parse(known)).toEqual(known);
    expect(known.regions.map(({ name }) => name)).toEqual([
      'Alkmaar',
      'Almere',
      'Amsterdam',
      'Haarlem',
      'Hilversum',
      'Zaanstad',
    ]);
    for (const { id } of known.regions) {
      expect(known.desks.filter(({ regions }) => regions.includes(id))).toHaveLength(1);
    }
    expect(known.desks.find(({ id }) => id === known.generalDesk)?.regions).toEqual([]);
  });

  test('has counsellors at every desk for both languages, and one supervisor of all', () => {
    const people = [...staff.values()];
    for (const person of people) expect(staffId.parse(person.staffId)).toBe(person.staffId);
    for (const { id } of known.desks) {
      const team = people.filter(({ role, desks }) => role === 'counsellor' && desks.includes(id));
      expect(team.length).toBeGreaterThan(1);
      expect(new Set(team.flatMap(({ languages }) => languages))).toEqual(new Set(['nl', 'en']));
    }
    const supervisors = people.filter(({ role }) => role === 'supervisor');
    expect(supervisors.map(({ desks }) => desks.length)).toEqual([known.desks.length]);
  });

  test('has its canned replies in both languages, each with a name of its own', () => {
    for (const reply of cannedReplies) expect({ ...replyWording.parse(reply), id: reply.id }).toEqual(reply);
    const shortcuts = (language: string) =>
      cannedReplies.filter((reply) => reply.language === language).map(({ shortcut }) => shortcut);
    expect(shortcuts('nl')).toEqual(shortcuts('en'));
    expect(new Set(cannedReplies.map(({ id }) => id)).size).toBe(cannedReplies.length);
    expect(shortcuts('nl').length).toBeGreaterThan(9);
  });
});

describe('An organisation file', () => {
  const right: OrganisationFile = {
    organisation: demonstration.organisation,
    staff: [...demonstration.staff.values()].map((each) => ({
      ...each,
      desks: [...each.desks],
      languages: [...each.languages],
    })),
  };
  const parse = (change: (file: OrganisationFile) => void) => {
    const file = structuredClone(right);
    change(file);
    return parseOrganisationFile(JSON.stringify(file));
  };

  test('takes the place of the demonstration organisation; what the environment says goes before it', () => {
    const parsed = parse((file) => {
      file.organisation.name = 'Stichting De Haven';
    });
    if (!parsed.ok) throw new Error(parsed.error);
    const directory = directorySnapshot(
      { ...firstOrganisation(parsed.value), retired: NOTHING_RETIRED },
      {
        exitUrl: 'https://www.example.org/news',
        demonstration: false,
        roots: [],
      },
    );
    expect(directory.organisation).toMatchObject({
      name: 'Stichting De Haven',
      exitUrl: 'https://www.example.org/news',
      demonstration: false,
    });
  });

  test.each<[string, (file: OrganisationFile) => void]>([
    ['generalDesk names no desk', (file) => Object.assign(file.organisation, { generalDesk: 'nowhere' })],
    ['region that does not exist', (file) => Object.assign(file.organisation, { regions: [] })],
    ['desk that does not exist', (file) => Object.assign(file.staff[0] ?? {}, { desks: ['nowhere'] })],
    ['staffId is there twice', (file) => file.staff.push(...file.staff.slice(0, 1))],
    [
      'staff.0.displayName is missing or wrong',
      (file) => Object.assign(file.staff[0] ?? {}, { displayName: ' ' }),
    ],
    [
      'canned reply is there twice: /hallo (nl)',
      (file) => {
        const reply = { shortcut: 'hallo', language: 'nl', title: 'Begroeting', text: 'Hallo.' } as const;
        file.cannedReplies = [
          { id: 'one', ...reply },
          { id: 'two', ...reply },
        ];
      },
    ],
    ['staff.0.role is missing or wrong', (file) => Object.assign(file.staff[0] ?? {}, { role: 'boss' })],
  ])('is refused when its %s', (fault, change) => {
    const parsed = parse(change);
    expect(parsed.ok ? '' : parsed.error).toContain(fault);
  });

  test('is refused when it is no JSON', () => {
    expect(parseOrganisationFile('organisation: yes')).toEqual({ ok: false, error: 'it is not JSON' });
  });
});

describe('The demonstration keys', () => {
  let sodium: Sodium;
  beforeAll(async () => {
    sodium = await loadSodium();
  });
  const bytes = (text: string) => {
    const decoded = fromBase64Url(text);
    if (!decoded.ok) throw new Error(text);
    return decoded.value;
  };

  test('certify any device of the staff, for less than a week, whatever the day', async () => {
    const random = systemRandom(sodium);
    const { organisation: known, staff } = demonstration;
    const certifier = demonstrationCertifier(sodium, random, known.id, makeSeeds(random));
    const device = toBase64Url(random(32)) as PublicKey;
    for (const later of [0, 100, 200, 400].map(days)) {
      const now = NOON + later;
      for (const person of staff.values()) {
        const { chain, until } = await certifier.certify(person, device, now);
        const encoded = { issuer: bytes(chain.issuer), device: bytes(chain.device) };
        const trust = { roots: [bytes(certifier.root)], organisation: known.id };
        const { staffId: id, displayName, role } = person;
        for (const at of [now - days(0.9), now, until - 1]) {
          expect(verifyChain(sodium, encoded, { ...trust, now: at })).toMatchObject({
            ok: true,
            value: { staffId: id, displayName, role },
          });
        }
        expect(verifyChain(sodium, encoded, { ...trust, now: until }).ok).toBe(false);
      }
    }
  });
});
