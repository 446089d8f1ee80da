import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Counsellor, type Stage, startStage } from '../support/browser-stage';
import { findBarriers, findFaintText } from '../support/page-accessibility';
import { findLayoutFaults } from '../support/page-layout';

describe('The board of the supervisor', () => {
  let stage: Stage;
  let noor: Counsellor;
  let fatma: Counsellor;
  beforeAll(async () => {
    stage = await startStage();
    const [one, other] = stage.haven.nodes;
    noor = await stage.counsellor(one.url, 'noor');
    fatma = await stage.counsellor(other.url, 'fatma');
  });
  afterAll(() => stage.stop());

  it('shows on another node who waits, who is served, and a red chat before all', async () => {
    const { page, desk } = fatma;
    await page.getByRole('button', { name: new RegExp(`^${desk.plain('pages.label')}`) }).click();
    await page.getByRole('link', { name: desk.say('pages.board') }).click();
    const row = page.getByRole('row', { name: /^Bureau Amsterdam/ });
    await row.waitFor();

    const anna = await stage.visitor(stage.haven.nodes[0].url);
    await anna.chat.start();
    await anna.chat.answer({ forWhom: 'myself', topics: ['safety'], region: 'Amsterdam' });
    await noor.desk.bePresent('busy');
    await anna.chat.enter();
    await page.getByRole('row', { name: /^Bureau Amsterdam 1 \d:\d\d/ }).waitFor();
    await noor.desk.bePresent('available');

    await noor.desk.claimOffer();
    await noor.desk.judge('red');
    const person = page.getByRole('row', { name: /^noor/i });
    await person.getByText(desk.plain('safety.red')).waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: desk.say('board.red') }).waitFor();
    const served = page.getByRole('row', { name: /^Bureau Amsterdam 0 – – 1 .* open$/ });
    await served.waitFor();
    expect(await page.getByRole('heading', { name: desk.say('board.red') }).count()).toBe(1);
  });

  it('has no barriers, in light and in dark, and fits a telephone', async () => {
    const { page } = fatma;
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaintText(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await findLayoutFaults(page)).toEqual([]);
  });

  it('is not for a counsellor: neither the page nor what it would show', async () => {
    const { page, desk } = noor;
    await page.goto(`${stage.haven.nodes[0].url}/console/board`);
    await desk.presenceButton.waitFor();
    await page.waitForURL(/\/console\/?$/);
    expect(await page.getByRole('heading', { name: desk.say('pages.board') }).count()).toBe(0);
  });
});
