import { staffOf } from '@haven/server/desk/testing/names';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import { askDebrief, endDebrief, readDebriefs, takeDebrief } from '@haven/server/records/debriefs';
import { seedOrganisation } from '@haven/server/records/organisation';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { PLACES } from './places';

const closing = createClosing();
afterEach(closing.close);

const noor = staffOf('noor');
const fatma = staffOf('fatma');
const sanne = staffOf('sanne');

describe.each(Object.entries(PLACES))(
  'Somebody who wants to talk about a chat, in %s',
  (_where, makePlace) => {
    test('asks once, is taken on by the first who does, and is off the list when they have talked', async () => {
      const records = await closing.add(await makePlace()).open();
      const { db } = records;
      await seedOrganisation(db, firstOrganisation(null), Date.UTC(2026, 10, 23, 12));
      const told = new Promise<void>((resolve) => records.onChange('debriefs', resolve));
      await askDebrief(db, noor, '2026-11-27');
      await told;
      await askDebrief(db, noor, '2026-11-28');
      expect(await readDebriefs(db)).toEqual([
        { staffId: noor, displayName: 'Noor', day: '2026-11-27', takenBy: null },
      ]);
      await takeDebrief(db, noor, fatma);
      await takeDebrief(db, noor, sanne);
      expect(await readDebriefs(db)).toMatchObject([{ takenBy: { staffId: fatma, displayName: 'Fatma' } }]);
      await endDebrief(db, noor);
      expect(await readDebriefs(db)).toEqual([]);
    });
  },
);
