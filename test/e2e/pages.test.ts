import type { Language } from '@haven/shared/protocol/organisation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, prefer, startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { type HavenServer, startServer } from '../support/haven-server';
import { type ConsolePage, consolePage } from '../support/page-console';
import { otherLanguage, staffFaults } from '../support/page-inspection';

const closing = createClosing();
let haven: HavenServer;
let people: People;
beforeAll(async () => {
  haven = closing.add(await startServer({ env: { DEMONSTRATION_ROSTER: 'on' } }));
  people = closing.add(await startPeople());
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

/** A page, and what can be opened on it: a part that stays, or a dialog that Escape closes. */
type Visit = {
  readonly path: string;
  readonly heading: Parameters<ConsolePage['say']>[0];
  /** What of it comes last, as a selector; dimmed until then, it would be taken for too faint. */
  readonly last?: string;
  readonly parts?: readonly Parameters<ConsolePage['say']>[0][];
  readonly dialogs?: readonly Parameters<ConsolePage['say']>[0][];
};

const SUPERVISOR: readonly Visit[] = [
  {
    path: 'roster',
    heading: 'roster.title',
    last: '[role="grid"][aria-busy="false"]',
    dialogs: ['roster.generate', 'roster.copy', 'roster.publish'],
    parts: ['roster.tab.patterns', 'roster.tab.mine', 'roster.tab.calendar'],
  },
  { path: 'board', heading: 'pages.board' },
  { path: 'overflow', heading: 'pages.overflow' },
  { path: 'replies', heading: 'pages.replies' },
  { path: 'reports', heading: 'pages.reports' },
  { path: 'account', heading: 'pages.account' },
  { path: 'staff', heading: 'pages.staff' },
];

const ADMINISTRATOR: readonly Visit[] = [
  { path: '', heading: 'pages.start' },
  { path: 'keys', heading: 'pages.keys' },
  { path: 'staff', heading: 'pages.staff', dialogs: ['staff.invite'] },
  { path: 'audit', heading: 'pages.audit' },
  { path: 'organisation', heading: 'pages.organisation' },
];

/** Everything that is wrong on these pages, a line each. */
async function faultsOn(
  staffId: string,
  language: Language,
  visits: readonly Visit[],
): Promise<readonly string[]> {
  const person = await people.arrive({ allowed: [new URL(haven.url).origin] });
  const { page } = person;
  await prefer(person, { language });
  const desk = consolePage(page, language);
  const faults: string[] = [];
  const look = async (screen: string) => {
    const found = await (language === 'nl' ? staffFaults(page) : otherLanguage(page));
    faults.push(...found.map((fault) => `${screen}: ${fault}`));
  };
  await page.goto(`${haven.url}/demo/sign-in/${staffId}`);
  await desk.button('settings.title').waitFor();
  for (const { path, heading, last = '#page', parts = [], dialogs = [] } of visits) {
    await page.goto(`${haven.url}/console/${path}`);
    await page
      .getByRole('heading', { name: desk.say(heading) })
      .first()
      .waitFor();
    // Of the connection, and of what a page still loads.
    await expect.poll(() => page.getByRole('status').filter({ hasText: '…' }).count()).toBe(0);
    await page.locator(last).waitFor();
    await look(path);
    for (const dialog of dialogs) {
      await desk.button(dialog).click();
      await page.getByRole('dialog').waitFor();
      await look(`${path}: ${dialog}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    for (const part of parts) {
      await page.getByRole('tab', { name: desk.say(part) }).click();
      await page.getByRole('tabpanel', { name: desk.say(part) }).waitFor();
      await look(`${path}: ${part}`);
    }
  }
  await person.leave();
  return faults;
}

describe.each(['nl', 'en'] as const)('Everybody can use every page (%s)', (language) => {
  test('of a supervisor', async () => {
    expect(await faultsOn('fatma', language, SUPERVISOR)).toEqual([]);
  });

  test('of an administrator', async () => {
    expect(await faultsOn('wilma', language, ADMINISTRATOR)).toEqual([]);
  });
});
