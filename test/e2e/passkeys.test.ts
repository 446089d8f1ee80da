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
let url: string;
beforeAll(async () => {
  // As npm starts it: to the person who sits there it prints the one-time link of the first administrator.
  haven = closing.add(await startServer({ env: { DEMONSTRATION: 'off', npm_lifecycle_event: 'start' } }));
  people = closing.add(await startPeople());
  url = named(haven);
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

/** Browsers have passkeys for a name, never for an address. */
const named = (server: HavenServer) => server.url.replace('127.0.0.1', 'localhost');

const arrive = async (at = url) => {
  const person = await people.arrive({ allowed: [at] });
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

test('Sanne lost her telephone: Wilma asks, Fatma confirms, and a new link makes the only passkey that lets her in', async () => {
  const at = named(closing.add(await startServer()));
  const atStaff = async (staffId: string) => {
    const person = await arrive(at);
    await person.page.goto(`${at}/demo/sign-in/${staffId}`);
    await person.passkey.inside();
    await person.page.goto(`${at}/console/staff`);
    return person;
  };
  const wilma = await atStaff('wilma');
  const sanne = await arrive(at);
  await wilma.passkey.manage('Sanne');
  await wilma.passkey.button('staff.invite-again').click();
  await sanne.passkey.join(await wilma.passkey.readLink());
  expect(await sanne.passkey.passkeys()).toBe(1);

  // Her cookie on another computer is worth nothing, and hers goes on.
  const thief = await arrive(at);
  await thief.context.addCookies(await sanne.context.cookies());
  await thief.page.goto(`${at}/console`);
  await thief.page.getByText(thief.passkey.say('sign-in.reason.no-token')).waitFor();

  // One person alone gets no further than asking.
  await wilma.passkey.manage('Sanne');
  await wilma.passkey.button('staff.recover').click();
  await wilma.passkey.button('staff.recover-cancel').waitFor();
  const asked = wilma.passkey.say('staff.recovery', { name: 'Wilma' });
  await wilma.page.getByRole('dialog').getByText(asked).waitFor();
  expect(await wilma.passkey.button('staff.recover-confirm').count()).toBe(0);
  expect(await findBarriers(wilma.page)).toEqual([]);
  await wilma.passkey.button('staff.done').click();
  expect(await sanne.passkey.button('settings.title').isVisible()).toBe(true);

  // The second one, on her own screen, finds it on top.
  const fatma = await atStaff('fatma');
  const first = fatma.page.getByRole('row').nth(1);
  await first.getByText(asked).waitFor();
  expect(await first.getByRole('rowheader').innerText()).toBe('Sanne');
  await fatma.passkey.manage('Sanne');
  expect(await findBarriers(fatma.page)).toEqual([]);
  await fatma.passkey.button('staff.recover-confirm').click();
  const link = await fatma.passkey.readLink();

  // Whoever has the telephone is out at that moment, and stays out.
  await sanne.page.getByText(sanne.passkey.say('sign-in.reason.ended-elsewhere')).waitFor();
  await sanne.page.getByText(sanne.passkey.say('sign-in.lost')).waitFor();
  await sanne.passkey.button('sign-in.with-passkey').click();
  await sanne.page.getByText(sanne.passkey.say('sign-in.reason.passkey-refused')).waitFor();

  await sanne.passkey.replaceAuthenticator();
  await sanne.passkey.join(link, 'recover');
  expect(await sanne.passkey.passkeys()).toBe(1);
  await sanne.passkey.signOut();
  await sanne.passkey.signIn();
  await wilma.page
    .getByRole('row')
    .filter({ hasText: 'Sanne' })
    .getByText(/^1 passkey$/)
    .waitFor();

  for (const { watch } of [wilma, fatma, sanne]) expect(watch.violations).toEqual([]);
});
