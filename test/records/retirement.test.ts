import { deskNamed, regionNamed, shiftOn, staffOf } from '@haven/server/desk/testing/names';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { listAudit } from '@haven/server/records/audit-log';
import { readThresholds, writeThresholds } from '@haven/server/records/board';
import type { Db } from '@haven/server/records/database';
import { writeDeskSetting } from '@haven/server/records/desk-settings';
import { readOrganisation, seedOrganisation } from '@haven/server/records/organisation';
import { readDescription, writeDescription } from '@haven/server/records/organisation-description';
import { bringBack, retire } from '@haven/server/records/retirement';
import { arrange } from '@haven/server/records/roster-plan';
import { publishDraft, writeShifts } from '@haven/server/records/roster-shifts';
import { allStaff } from '@haven/server/records/staff';
import { USUAL_THRESHOLDS } from '@haven/shared/board/alarms';
import type { OrganisationChange } from '@haven/shared/protocol/organisation-description';
import type { Place } from '@haven/shared/protocol/retirement';
import { hours } from '@haven/shared/units';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptied, PLACES } from './places';

const demonstration = firstOrganisation(null);
const NOON = Date.UTC(2026, 10, 23, 12);
const wilma = { by: staffOf('wilma'), at: NOON };
const [haarlem, zaanstad] = [deskNamed('haarlem'), deskNamed('zaanstad')];
const region = regionNamed('haarlem');
const desk: Place = { kind: 'desk', desk: haarlem };
const ofRegion: Place = { kind: 'region', region };
const NOBODY = { waiting: 0, going: 0 };

describe.each(Object.entries(PLACES))('What is retired, in %s', (_where, makePlace) => {
  const records = emptied(makePlace);
  let db: Db;
  beforeEach(async () => {
    ({ db } = records());
    await seedOrganisation(db, demonstration, NOON);
  });

  const retires = (place: Place, more: { dry?: boolean; chats?: typeof NOBODY } = {}) =>
    retire(db, wilma, { place, dry: false, chats: NOBODY, ...more });
  const known = async () => (await readOrganisation(db))!;
  const described = async () => (await readDescription(db))!;
  const change = async (more: Partial<OrganisationChange>) => {
    const { retired: _, generalDesk: __, ...seen } = await described();
    const written = await writeDescription(db, wilma, { ...seen, regions: [], desks: [], ...more });
    expect(written).toEqual({ ok: true, value: null });
  };
  const named = async (id: string) => (await described()).desks.find((each) => each.id === id)!;
  /** Zaanstad takes the visitors of Haarlem, so that the desk of Haarlem is the only one for nobody. */
  const handOver = async () =>
    change({
      desks: [
        { ...(await named('haarlem')), regions: [] },
        { ...(await named('zaanstad')), regions: [regionNamed('zaanstad'), region] },
      ],
    });
  const acts = async () => {
    const { entries } = await listAudit(db, { before: null, by: wilma.by, act: null });
    return entries.map(({ act, about }) => [act, about]);
  };

  test('a desk is refused for every reason at once, and nothing has changed by that or by asking', async () => {
    const steps = [{ does: 'reach-desks' as const, after: 0, desks: [haarlem] }];
    const overflow = { kind: 'overflow', desk: zaanstad, version: 0, value: steps } as const;
    await writeDeskSetting(db, { ...overflow, ...wilma });
    const before = await described();
    const refused = await retires(desk, { chats: { waiting: 1, going: 0 } });
    expect(refused).toMatchObject({
      value: {
        done: false,
        obstacles: [
          { kind: 'serves', regions: ['haarlem'] },
          { kind: 'in-overflow', desks: ['zaanstad'] },
          { kind: 'chats', waiting: 1, going: 0 },
        ],
      },
    });
    const general = await retires({ kind: 'desk', desk: before.generalDesk });
    expect(general).toMatchObject({ value: { done: false, obstacles: [{ kind: 'general-desk' }] } });
    const dry = await retires({ kind: 'desk', desk: zaanstad }, { dry: true });
    expect(dry).toMatchObject({ ok: true, value: { done: false } });
    expect(await described()).toEqual(before);
    expect(await acts()).toEqual([]);
  });

  test('a desk keeps its name, its settings and its people, and has them again when it is brought back', async () => {
    await handOver();
    const thresholds = { ...USUAL_THRESHOLDS, longestWaitSeconds: 45 };
    await writeThresholds(db, haarlem, thresholds);
    const { staff } = demonstration;
    const own = staff.filter(({ desks }) => desks.length === 1 && desks[0] === haarlem);
    const retired = await retires(desk);
    expect(retired).toMatchObject({ value: { done: true, obstacles: [] } });
    expect(retired.ok && retired.value.people).toEqual(own.map(({ staffId }) => staffId));

    const after = await known();
    const name = { nl: 'Bureau Haarlem', en: 'Haarlem desk' };
    expect(after.organisation.desks.map(({ id }) => id)).not.toContain(haarlem);
    expect(after.retired).toMatchObject({ desks: [{ id: haarlem, retiredAt: NOON }], regions: [] });
    // Whoever belonged to nothing else belongs to the general desk; the others to what is left.
    for (const { staffId, desks } of staff) {
      const left = desks.filter((each) => each !== haarlem);
      const expected = left.length === 0 ? [after.organisation.generalDesk] : left;
      expect(after.staff.find((each) => each.staffId === staffId)?.desks).toEqual(expected);
      expect((await allStaff(db)).find((each) => each.staffId === staffId)?.desks).toEqual(expected);
    }
    expect(await retires(desk)).toEqual({ ok: false, error: 'outdated' });
    // Nobody gets its identifier, and no region can be given to it.
    const { retired: _, generalDesk: __, ...seen } = await described();
    const again = { id: haarlem, name, regions: [] };
    const added = await writeDescription(db, wilma, { ...seen, regions: [], desks: [again] });
    expect(added).toEqual({ ok: false, error: 'malformed' });
    // The file of the first start, read again by a node that starts later, brings nothing back.
    expect(await seedOrganisation(db, demonstration, NOON)).toBe(true);
    expect(await known()).toEqual(after);

    expect(await bringBack(db, wilma, desk)).toEqual({ ok: true, value: { obstacle: null } });
    expect(await bringBack(db, wilma, desk)).toEqual({ ok: false, error: 'outdated' });
    const back = await known();
    expect(back.retired).toEqual({ desks: [], regions: [] });
    expect(back.staff).toEqual(staff);
    expect(back.organisation.desks.find(({ id }) => id === haarlem)).toMatchObject({ regions: [] });
    expect((await readThresholds(db)).get(haarlem)).toEqual(thresholds);
    expect((await acts()).slice(0, 2)).toEqual([
      ['desk-brought-back', 'haarlem'],
      ['desk-retired', 'haarlem'],
    ]);
  });

  test('its name can be given to another meanwhile; then it does not come back before one of them is renamed', async () => {
    await handOver();
    const { name } = await named('haarlem');
    await retires(desk);
    const other = { id: deskNamed('kennemerland'), name, regions: [] };
    await change({ desks: [other] });
    expect(await bringBack(db, wilma, desk)).toEqual({ ok: true, value: { obstacle: 'name-taken' } });
    await change({ desks: [{ ...other, name: { nl: 'Kennemerland', en: 'Kennemerland' } }] });
    expect(await bringBack(db, wilma, desk)).toEqual({ ok: true, value: { obstacle: null } });
    expect((await known()).organisation.desks.map(({ id }) => id)).toContain(haarlem);
  });

  test('a region is refused while somebody is to work for it alone, and keeps its desk for when it is back', async () => {
    const shift = shiftOn('bram', NOON, NOON + hours(8), { regions: [region] });
    const both = { ...shift, id: 'both', staffId: staffOf('noor'), regions: [region, regionNamed('almere')] };
    await writeShifts(db, 'draft', { save: [shift, both], remove: [] });
    await db.transaction((tx) => publishDraft(tx, wilma.by, NOON));
    await arrange(db, {
      kind: 'pattern',
      pattern: {
        id: 'dag',
        name: 'Haarlem, dag',
        weekdays: [1],
        from: '09:00',
        until: '17:00',
        regions: [region],
        general: false,
        by: { kind: 'team', team: 'haarlem' },
        people: 1,
        kind: 'duty',
        exception: null,
      },
    });
    const until = NOON + hours(8);
    expect(await retires(ofRegion)).toMatchObject({
      value: {
        done: false,
        obstacles: [
          { kind: 'shifts', state: 'published', count: 1, until },
          { kind: 'shifts', state: 'draft', count: 1, until },
          { kind: 'patterns', names: ['Haarlem, dag'] },
        ],
      },
    });
    await arrange(db, { kind: 'remove', noun: 'pattern', id: 'dag' });
    await writeShifts(db, 'draft', { save: [], remove: [shift.id] });
    await db.transaction((tx) => publishDraft(tx, wilma.by, NOON));
    expect(await retires(ofRegion)).toMatchObject({ value: { done: true, shifts: 1 } });
    expect(await named('haarlem')).toMatchObject({ regions: [] });
    expect((await described()).retired.regions).toEqual([{ id: region, name: 'Haarlem', retiredAt: NOON }]);
    // Somebody changes its desk meanwhile.
    await change({ desks: [{ ...(await named('haarlem')), regions: [regionNamed('zaanstad')] }] });
    expect(await bringBack(db, wilma, ofRegion)).toEqual({ ok: true, value: { obstacle: null } });
    expect((await named('haarlem')).regions.toSorted()).toEqual(['haarlem', 'zaanstad']);
  });

  test('two who retire the same at once: one does it, the other is told; nothing is written twice', async () => {
    await handOver();
    const before = await described();
    const both = await Promise.all([retires(desk), retires(desk)]);
    expect(new Set(both.map((each) => (each.ok ? each.value.done : each.error)))).toEqual(
      new Set([true, 'outdated']),
    );
    expect((await described()).version).toBe(before.version + 1);
    expect((await acts()).filter(([act]) => act === 'desk-retired')).toHaveLength(1);
  });
});
