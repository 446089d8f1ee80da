import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { freshRecords } from '../support/fresh-database';
import { type HavenServer, startServer } from '../support/haven-server';
import { type NetworkPath, startNetwork } from '../support/network-cut';
import { findBarriers } from '../support/page-accessibility';
import { consolePage } from '../support/page-console';

const closing = createClosing();
let people: People;
let database: NetworkPath;
let haven: HavenServer;
beforeAll(async () => {
  const { url } = closing.add(await freshRecords());
  const [near, far] = [new URL(url), new URL(url)];
  database = closing.add(await startNetwork(() => [{ host: far.hostname, port: Number(far.port) }]));
  near.port = String(database.port);
  haven = closing.add(await startServer({ databaseUrl: near.href }));
  people = closing.add(await startPeople());
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

test('the records are away: Wilma’s pages say so, and are right again by themselves, also one that was opened meanwhile', async () => {
  const { url } = haven;
  const wilma = await people.arrive({ allowed: [url] });
  await wilma.page.goto(`${url}/demo/sign-in/wilma`);
  const { say, goTo } = consolePage(wilma.page, 'nl');
  const tab = async (path: string) => {
    const page = await wilma.context.newPage();
    await page.goto(`${url}/console/${path}`);
    return { page, title: page.getByRole('heading', { name: say(`pages.${path}` as 'pages.staff') }) };
  };
  const [staff, keys] = [await tab('staff'), await tab('keys')];
  await goTo('pages.account');
  await wilma.page.getByRole('heading', { name: say('account.sessions') }).waitFor();
  const tabs = [wilma.page, staff.page, keys.page];
  for (const { title } of [staff, keys]) await title.waitFor();

  database.cut();
  for (const page of tabs) await page.getByText(say('connection.records-away')).waitFor();
  // What needs no records is there, what was read before stays, and what cannot be read yet says so.
  for (const { title } of [staff, keys]) expect(await title.isVisible()).toBe(true);
  expect(await findBarriers(wilma.page)).toEqual([]);
  await goTo('pages.audit');
  await wilma.page.getByText(say('pages.opening')).waitFor();
  const opened = await tab('staff');
  await opened.page.getByText(say('sign-in.reason.server-away')).waitFor();
  await keys.page.reload();
  await keys.page.getByText(say('sign-in.reason.server-away')).waitFor();

  database.resume();
  for (const { title } of [opened, keys]) await title.waitFor();
  await wilma.page.getByRole('row').nth(1).waitFor();
  for (const page of [...tabs, opened.page]) {
    await page.getByText(say('connection.records-away')).waitFor({ state: 'detached' });
    await page.getByText(say('error.unreachable')).waitFor({ state: 'detached' });
  }
  expect(wilma.watch.violations).toEqual([]);
});
