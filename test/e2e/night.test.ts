import { join } from 'node:path';
import { readContacts, writeContact } from '@haven/server/records/contact-records';
import { writeDeskSetting } from '@haven/server/records/desk-settings';
import { daysAfter, periodOf, spanOf } from '@haven/server/reports/periods';
import { contactOf } from '@haven/server/reports/testing/stories';
import { deskId, regionId, staffId } from '@haven/shared/ids';
import { addDays, dateOf, instantAt } from '@haven/shared/roster/calendar';
import { days, minutes, seconds } from '@haven/shared/units';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../contract/house';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { consolePage } from '../support/page-console';
import { keysPage } from '../support/page-keys';
import { passkeyPage } from '../support/page-passkeys';
import { rosterPage } from '../support/page-roster';
import { visitorPage } from '../support/page-visitor';
import { type OpenRecords, recordsAt } from '../support/records';
import { startRedis } from '../support/redis-server';
import { repositoryRoot } from '../support/repository';
import { until } from '../support/until';

const ZONE = 'Europe/Amsterdam';
const ZAANSTAD = 'zaanstad';
/** So many chats the region had in the week besides: of one alone a report says nothing. */
const OTHERS = 60;

const closing = createClosing();
let house: House;
let records: OpenRecords;
let people: People;
/** The servers' clock, put forward to the night. */
const evening = dateOf(Date.now(), ZONE);
const night = instantAt(addDays(evening, 1), '02:30', ZONE);
const week = spanOf(periodOf('week', addDays(evening, 1)));

beforeAll(async () => {
  const redis = closing.add(await startRedis());
  const at = (path: string) => join(repositoryRoot, path);
  const folders = {
    webClient: at('web-client/dist'),
    console: at('console/dist'),
    demonstration: at('web-client/demo'),
  };
  house = closing.add(await openHouse({ redisUrl: redis.url, nodes: 2, folders }));
  house.pass(night - Date.now());
  people = closing.add(await startPeople());
  records = closing.add(await recordsAt(house.databaseUrl));
  await writeDeskSetting(records.db, {
    kind: 'overflow',
    desk: deskId.parse(ZAANSTAD),
    version: 0,
    value: [{ does: 'reach-everyone', after: seconds(5) }],
    by: staffId.parse('wilma'),
    at: night,
  });
  for (let n = 0; n < OTHERS; n += 1) {
    const place = { desk: deskId.parse(ZAANSTAD), region: regionId.parse(ZAANSTAD) };
    await writeContact(records.db, contactOf({ day: week.from, hour: n % 24, ...place }));
  }
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

/** Browsers have passkeys for a name, never for an address. */
const urlOf = (node: 0 | 1) => (house.nodes[node]?.url ?? '').replace('127.0.0.1', 'localhost');

/** Somebody of the staff, at a browser with an authenticator of its own. */
const arrive = async (node: 0 | 1) => {
  const url = urlOf(node);
  const person = await people.arrive({ allowed: [url] });
  const passkey = await passkeyPage(person.page, 'nl');
  return { ...person, url, passkey, desk: consolePage(person.page, 'nl') };
};

test('from the first administrator’s link to the report: a chat of the night goes from Zaanstad to Almere', async () => {
  // Wilma, at the first node, makes the organisation's keys.
  const wilma = await arrive(0);
  await wilma.passkey.join(`${wilma.url}${(await house.nodes[0]?.app.firstInvitation()) ?? ''}`);
  await wilma.page.goto(`${wilma.url}/console/keys`);
  const keys = keysPage(wilma.page, 'nl');
  await keys.makeRoot();
  await keys.putRootToUse();
  const pinned = /data-root="([^"]+)"/.exec(await wilma.page.locator('code').innerText())?.[1] ?? '';

  // She invites a counsellor, who sits at the other node, and a supervisor.
  await wilma.page.goto(`${wilma.url}/console/staff`);
  const forZoe = await wilma.passkey.invite('Zoë', 'Bureau Almere');
  const forHelma = await wilma.passkey.invite('Helma', 'Bureau Almere', 'supervisor');
  const zoe = await arrive(1);
  await zoe.passkey.join(forZoe.replace(urlOf(0), urlOf(1)));
  const helma = await arrive(0);
  await helma.passkey.join(forHelma);
  await helma.page.goto(`${helma.url}/console/board`);

  // The roster: in Zaanstad Merel has the night, but her device was never admitted; in Almere it is Zoë's.
  const roster = rosterPage(wilma.page, 'nl');
  await roster.open(wilma.url);
  const shift = { day: evening, from: '22:00', until: '07:00' };
  await roster.add('Zaanstad', { ...shift, person: 'Merel' });
  await roster.add('Almere', { ...shift, person: 'Zoë' });
  await roster.lookAtPublishing();
  await wilma.page.getByText(/(?:Merel, Zoë|Zoë, Merel): geen apparaat toegelaten/).waitFor();
  await roster.cancel();

  // Zoë reads four words aloud, Wilma types what she hears.
  const words = await keysPage(zoe.page, 'nl').requestWords();
  await wilma.page.goto(`${wilma.url}/console/keys`);
  await keys.admit('Zoë', words);
  await zoe.desk.presenceButton.waitFor();
  await roster.open(wilma.url);
  await roster.lookAtPublishing();
  await wilma.page.getByText(/^Merel: geen apparaat toegelaten/).waitFor();
  await roster.publish();
  await zoe.desk.bePresent('available');

  // Mila comes to the first node, from Zaanstad. Nobody is there, and after a moment it rings in Almere.
  const mila = await people.arrive({ allowed: [urlOf(0)] });
  const query = new URLSearchParams({ root: pinned, lang: 'nl', exit: `${urlOf(0)}/exit` });
  await mila.page.goto(`${urlOf(0)}/chat#${query.toString()}`);
  const chat = visitorPage(mila.page, 'nl');
  await chat.queueUp('Zaanstad');
  await helma.page.getByRole('row', { name: /^Bureau Zaanstad 1 \d:\d\d/ }).waitFor();
  await zoe.desk.claimOffer();
  await chat.talkingWith('Zoë');
  await zoe.desk.secure();
  await chat.send('Hij staat voor de deur.');
  await zoe.desk.showsLine('Hij staat voor de deur.');
  await zoe.desk.judge('red');

  // Helma, at the first node, sees who serves whom, and nothing of what is said.
  await helma.page.getByRole('row', { name: /^Bureau Zaanstad 0 – – 1 / }).waitFor();
  await helma.page.getByRole('row', { name: /^Zoë/ }).getByText('rood').waitFor({ state: 'attached' });
  expect(await helma.page.content()).not.toContain('voor de deur');

  // Mila leaves by the emergency exit; Zoë notes what may be known.
  await chat.exit.click();
  await zoe.page.getByRole('region', { name: zoe.desk.say('wrap-up.title') }).waitFor();
  await zoe.desk.finishWrapUp();

  // The chat is forgotten; what is left of it will stand in the week's report.
  house.pass(minutes(11));
  const span = { from: addDays(evening, 1), until: addDays(evening, 2) };
  const [kept] = await until('the contact record is there', async () => {
    const found = await readContacts(records.db, span);
    return found.length > OTHERS * Number(week.from === span.from) ? found.slice(-1) : undefined;
  });
  expect(kept).toMatchObject({ region: ZAANSTAD, desk: ZAANSTAD, hour: 2, safety: 'red' });

  // The next night Wilma adds to the roster, and with it certifies Zoë's device for the days to come.
  house.pass(days(1));
  await wilma.page.goto(`${wilma.url}/console`);
  await wilma.passkey.signIn();
  await roster.open(wilma.url);
  await roster.add('Almere', { ...shift, day: addDays(evening, 7), person: 'Zoë' });
  await roster.lookAtPublishing();
  await wilma.page.getByText(/wordt meteen vernieuwd: Zoë/).waitFor();
  await roster.publish('roster.publish-and-renew');
  await wilma.page
    .getByText(keys.say('roster.renewed', { count: 1 }))
    .first()
    .waitFor();

  // The week is over.
  house.pass(instantAt(daysAfter(week.until, 1), '12:00', ZONE) - night - days(1));
  await helma.page.goto(`${helma.url}/console/reports`);
  await helma.passkey.signIn();
  await helma.page.goto(`${helma.url}/console/reports`);
  await helma.page.getByLabel(helma.desk.say('reports.by')).selectOption('week');
  await helma.page.getByLabel(helma.desk.say('reports.area')).selectOption(`region ${ZAANSTAD}`);
  const headline = helma.page.getByRole('status').filter({ hasText: 'Zaanstad' });
  await headline.getByText(/^(?:5[05]|6[05]|70)$/).waitFor();
  for (const { watch } of [wilma, zoe, helma, mila]) expect(watch.violations).toEqual([]);
});
