import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stage, startStage } from '../support/browser-stage';
import { findBarriers } from '../support/page-accessibility';
import { consolePage } from '../support/page-console';

describe('The audit log', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage();
  });
  afterAll(() => stage.stop());

  test('an administrator reads who did what, by act, and finds its head', async () => {
    const { url } = stage.haven.nodes[1];
    const { page } = await stage.people.arrive({ allowed: [new URL(url).origin] });
    const desk = consolePage(page, 'nl');
    await page.goto(`${url}/demo/sign-in/wilma`);
    await page.getByText('Wilma').first().waitFor();
    await page.goto(`${url}/console/audit`);
    await page.getByRole('heading', { name: desk.say('pages.audit') }).waitFor();
    const entries = page.getByRole('table');
    await entries.getByText('organisatie aangemaakt').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.emulateMedia({ colorScheme: 'dark' });
    const width = await page.evaluate(() => document.querySelector('#page')?.scrollWidth ?? 0);
    expect(width).toBeLessThanOrEqual(320);
    expect(await findBarriers(page)).toEqual([]);
    await page.getByLabel('Wat', { exact: true }).selectOption('backup-made');
    await page.getByText(desk.say('audit.none')).waitFor();
    await page.getByText(/Laatste regel: 1:[0-9a-f]{64}\./).waitFor();
  });
});
