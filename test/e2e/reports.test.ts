import { readFile } from 'node:fs/promises';
import { writeContact } from '@haven/server/records/contact-records';
import { daysAfter } from '@haven/server/reports/periods';
import { contactOf } from '@haven/server/reports/testing/stories';
import { deskId, regionId } from '@haven/shared/ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from '../support/page-accessibility';
import { type Counsellor, type Stage, startStage } from '../support/browser-stage';
import { rosterPage } from '../support/page-roster';
import { recordsAt } from '../support/records';

const REGIONS = ['amsterdam', 'haarlem', 'zaanstad', 'almere'] as const;

/** A year in which chats came in at every hour, from four regions. */
async function seedYear(databaseUrl: string, year: number): Promise<void> {
  const records = await recordsAt(databaseUrl);
  for (let n = 0; n < 900; n += 1) {
    const place = REGIONS[n % REGIONS.length] ?? 'amsterdam';
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(n / 2.6))).toISOString().slice(0, 10);
    await writeContact(
      records.db,
      contactOf({
        day,
        hour: (n * 7 + 10) % 24,
        desk: deskId.parse(place),
        region: regionId.parse(place),
        forWhom: n % 3 === 0 ? 'someone-else' : 'myself',
        topics: n % 4 === 0 ? ['children', 'partner'] : ['safety'],
        safety: n % 9 === 0 ? 'red' : n % 2 === 0 ? 'orange' : 'green',
        wait: n % 8 === 0 ? 'within-5' : 'within-1',
        duration: n % 5 === 0 ? 'under-60' : 'under-30',
        helped: n % 3 === 0 ? 'yes' : null,
      }),
    );
  }
  await records.stop();
}

describe('Reports', () => {
  let stage: Stage;
  let marieke: Counsellor;
  beforeAll(async () => {
    stage = await startStage();
    await seedYear(stage.haven.databaseUrl, new Date().getFullYear() - 1);
    marieke = await stage.counsellor(stage.haven.nodes[1].url, 'fatma');
  });
  afterAll(() => stage.stop());

  test('a supervisor sees what is published, picture and table, and saves it', async () => {
    const { page, desk } = marieke;
    await page.goto(`${stage.haven.nodes[1].url}/console/reports`);
    await page.getByRole('heading', { name: desk.say('pages.reports') }).waitFor();
    await page.getByLabel(desk.say('reports.by')).selectOption('year');
    const headline = page.getByRole('status').filter({ hasText: desk.plain('reports.everybody') });
    await headline.getByText(/^(?:8[89]|9[01])[05]$/).waitFor();
    await page.getByText(desk.say('dimension.topics')).first().waitFor();
    await page.getByLabel(desk.say('reports.area')).selectOption('region haarlem');
    await page
      .getByRole('status')
      .filter({ hasText: 'Haarlem' })
      .getByText(/^2[1-4][05]$/)
      .waitFor();

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: desk.say('reports.save') }).click(),
    ]);
    const saved = await readFile(await file.path(), 'utf8');
    expect(saved.startsWith('\uFEFF"')).toBe(true);
    const rows = saved.trim().split('\r\n');
    expect(rows[0]).toContain('"Haarlem"');
    expect(rows.length).toBeGreaterThan(60);
    // A spreadsheet in Dutch: three cells a row.
    expect(rows.filter((row) => !/^"[^"]*";"[^"]*";(?:"[^"]*"|\d+)$/.test(row))).toEqual([]);
    expect(marieke.watch.violations).toEqual([]);
  });

  test('everything on the page can be read by everybody', async () => {
    expect(await findBarriers(marieke.page)).toEqual([]);
  });

  test('what the hours of a week need stands beside the plan as well, for those who plan', async () => {
    const records = await recordsAt(stage.haven.databaseUrl);
    const day = daysAfter(new Date().toISOString().slice(0, 10), -21);
    for (let n = 0; n < 100; n += 1) await writeContact(records.db, contactOf({ day, hour: 21 }));
    await records.stop();
    const { page, desk } = marieke;
    const [node, other] = stage.haven.nodes;
    const forecast = desk.say('forecast.title');
    await rosterPage(page, 'nl').open(other.url);
    await page.getByRole('region', { name: forecast }).getByRole('table').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const samuel = await stage.counsellor(node.url, 'samuel');
    await rosterPage(samuel.page, 'nl').open(node.url);
    expect(await samuel.page.getByText(forecast).count()).toBe(0);
    await samuel.leave();
  });

  test('a counsellor finds no such page, and gets no answer', async () => {
    const lotte = await stage.counsellor(stage.haven.nodes[0].url, 'lotte');
    await lotte.page.goto(`${stage.haven.nodes[0].url}/console/reports`);
    await lotte.desk.presenceButton.waitFor();
    await lotte.page.waitForURL(/\/console\/?$/);
    expect(await lotte.page.getByText(lotte.desk.say('pages.reports')).count()).toBe(0);
    await lotte.leave();
  });
});
