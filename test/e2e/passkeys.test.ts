import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { type HavenServer, startServer } from '../support/haven-server';
import { findBarriers } from '../support/page-accessibility';
import { passkeyPage } from '../support/page-passkeys';
import { until } from '../support/until';

const closing = createClosing();
let haven: HavenServer;
let people: People;
/** Browsers have passkeys for a name, never for an address. */
let url: string;
beforeAll(async () => {
  // As npm starts it: to the person who sits there it prints the one-time link of the first administrator.
  haven = closing.add(await startServer({ env: { DEMONSTRATION: 'off', npm_lifecycle_event: 'start' } }));
  people = closing.add(await startPeople());
  url = haven.url.replace('127.0.0.1', 'localhost');
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

const arrive = async () => {
  const person = await people.arrive({ allowed: [url] });
  return { ...person, passkey: await passkeyPage(person.page, 'nl') };
};

test('the first administrator makes a passkey with the printed link, invites Zoë, and signs out everywhere', async () => {
  const printed = await until(
    'the one-time link is printed',
    () => /\/console\S*#\S+/.exec(haven.output())?.[0],
  );
  const wilma = await arrive();
  await wilma.passkey.join(`${url}${printed}`);
  expect(await wilma.passkey.passkeys()).toBe(1);

  // Out, and in again with the passkey alone.
  await wilma.page.goto(`${url}/console/account`);
  await wilma.page.getByText(wilma.passkey.plain('account.way.invitation')).waitFor();
  await wilma.passkey.signOutEverywhere();
  await wilma.passkey.signIn();

  // Zoë, at another browser, with the link that Wilma gives her; it works once.
  await wilma.page.goto(`${url}/console/staff`);
  const link = await wilma.passkey.invite('Zoë', 'Bureau Almere');
  const zoe = await arrive();
  await zoe.passkey.join(link);
  expect(await zoe.passkey.passkeys()).toBe(1);
  const thief = await arrive();
  await thief.page.goto(link);
  await thief.page.getByText(thief.passkey.say('sign-in.reason.invitation-over')).waitFor();

  // A second passkey, on another telephone, opens the door when the first telephone is lost.
  await zoe.page.goto(`${url}/console/account`);
  await zoe.page.getByRole('heading', { name: zoe.passkey.say('account.passkeys') }).waitFor();
  expect(await findBarriers(zoe.page)).toEqual([]);
  await zoe.passkey.replaceAuthenticator();
  await zoe.passkey.addPasskey('De nieuwe telefoon');
  const otherTab = await zoe.context.newPage();
  await otherTab.goto(`${url}/console`);
  await otherTab.getByRole('button', { name: zoe.passkey.say('settings.title') }).waitFor();
  await zoe.passkey.signOutEverywhere();
  await otherTab.getByText(zoe.passkey.say('sign-in.reason.ended-elsewhere')).waitFor();
  await zoe.passkey.signIn();
  expect(await zoe.passkey.passkeys()).toBe(1);

  for (const { watch } of [wilma, zoe, thief]) expect(watch.violations).toEqual([]);
});
