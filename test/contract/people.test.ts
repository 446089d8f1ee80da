import { createPasskeyDevice } from '@haven/server/sign-in/testing/passkey-device';
import { firstOrganisation } from '@haven/server/organisation/organisation-file';
import type { DeskId, StaffId } from '@haven/shared/ids';
import type { OneTimeLink } from '@haven/shared/protocol/people';
import { days } from '@haven/shared/units';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { recordsAt } from '../support/records';
import { until } from '../support/until';
import { consoleBrowser } from './console-browser';
import { type House, openHouse } from './house';
import { signIn, staff, type StaffPeer } from './peers';

const closing = createClosing();
let house: House;
let url: string;
/** The administrator and the supervisor at their consoles. */
let wilma: StaffPeer;
let fatma: StaffPeer;
beforeAll(async () => {
  house = closing.add(await openHouse());
  url = house.nodes[0]?.url ?? '';
});
afterAll(closing.close);

const enter = async (staffId: string) => staff(url, (await signIn(url, staffId)).cookie);
const both = async () => {
  wilma = await enter('wilma');
  fatma = await enter('fatma');
};
const position = (displayName: string) => ({
  displayName,
  role: 'counsellor' as const,
  desks: ['almere' as DeskId],
  languages: ['nl' as const],
});
const tokenOf = ({ path }: Pick<OneTimeLink, 'path'>): string => path.split('#')[1] ?? '';
const person = async (staffId: string) =>
  (await wilma.ask('people:list', {})).people.find((each) => each.staffId === staffId);

/** Opens the link in a new browser, where a passkey can be made then. */
async function open(link: Pick<OneTimeLink, 'path'>, at = url) {
  const browser = consoleBrowser(at);
  const token = tokenOf(link);
  const invitation = await until('the link is known', async () => {
    const { status, body } = await browser.post('/invitation', { token });
    return status === 200 ? body : undefined;
  });
  const passkey = createPasskeyDevice();
  const ceremony = invitation['ceremony'] as Parameters<typeof passkey.make>[0];
  const credential = passkey.make(ceremony, browser.origin);
  const sent = { token, flow: ceremony.flow, credential, name: 'telephone' };
  const make = () => browser.post('/invitation/accept', { ...sent, devicePublicKey: browser.device });
  return { browser, passkey, invitation, make };
}

async function accept(link: Pick<OneTimeLink, 'path'>, at = url) {
  const { make, ...opened } = await open(link, at);
  return { ...opened, answer: await make() };
}

test('An organisation that begins with nobody has its first administrator at the general desk, who sees herself', async () => {
  const empty = closing.add(await openHouse({ organisation: { ...firstOrganisation(null), staff: [] } }));
  const [node] = empty.nodes;
  const { browser, answer } = await accept({ path: (await node?.app.firstInvitation()) ?? '' }, node?.url);
  expect(answer).toMatchObject({ status: 200, body: { staffId: 'administrator', desks: ['general'] } });
  const first = await staff(node?.url ?? '', browser.cookie());
  expect((await first.ask('people:list', {})).people).toMatchObject([
    { displayName: 'Administrator', role: 'administrator', desks: ['general'], passkeys: 1 },
  ]);
  first.leave();
});

describe('Somebody new', () => {
  test('is invited by an administrator, and makes her first passkey with the one-time link', async () => {
    await both();
    const link = await wilma.ask('people:invite', position('Zoë'));
    expect(link.staffId).toBe('zoe');
    expect(await person('zoe')).toMatchObject({ displayName: 'Zoë', passkeys: 0, invitedUntil: link.until });
    const { browser, passkey, answer, invitation } = await accept(link);
    expect(invitation).toMatchObject({ displayName: 'Zoë', purpose: 'join', ways: { passkey: true } });
    expect(answer).toMatchObject({ status: 200, body: { staffId: 'zoe', desks: ['almere'] } });
    const console = await staff(url, browser.cookie());
    expect((await console.ask('account:look', {})).passkeys).toMatchObject([{ name: 'telephone' }]);
    expect(await person('zoe')).toMatchObject({ passkeys: 1, invitedUntil: null, sessions: 1 });
    expect((await consoleBrowser(url).signInWith(passkey)).status).toBe(200);
    console.leave();
  });

  test('cannot be followed in: her link is of no use twice, nor when it was replaced or is too old', async () => {
    await both();
    const link = await wilma.ask('people:invite', position('Eva'));
    await accept(link);
    const again = consoleBrowser(url);
    const refused = { status: 410, body: { error: 'invitation-over' } };
    expect(await again.post('/invitation', { token: tokenOf(link) })).toEqual(refused);

    const first = await wilma.ask('people:invite', position('Ilse'));
    const second = await wilma.ask('people:invite-again', { staffId: first.staffId });
    expect(await again.post('/invitation', { token: tokenOf(first) })).toEqual(refused);
    expect(await again.post('/invitation', { token: 'made up' })).toEqual(refused);
    house.pass(days(3));
    await both();
    expect(await again.post('/invitation', { token: tokenOf(second) })).toEqual(refused);
    expect(await person('ilse')).toMatchObject({ invitedUntil: null });
  });

  test('is one person: of several who use her link at the same moment, one gets in', async () => {
    await both();
    const link = await wilma.ask('people:invite', position('Lotte'));
    const opened = await Promise.all(Array.from({ length: 5 }, () => open(link)));
    const answers = await Promise.all(opened.map(({ make }) => make()));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([200, 410, 410, 410, 410]);
    expect(await person(link.staffId)).toMatchObject({ passkeys: 1 });
  });

  test('gets an identifier of her own, and a desk that exists', async () => {
    await both();
    const first = await wilma.ask('people:invite', position('Bo'));
    const second = await wilma.ask('people:invite', position('Bo'));
    expect([first.staffId, second.staffId]).toEqual(['bo', 'bo-2']);
    const nowhere = { ...position('Nobody'), desks: ['nowhere' as DeskId] };
    expect(await wilma.refused('people:invite', nowhere)).toBe('malformed');
    expect(await wilma.refused('people:invite', position(' padded '))).toBe('malformed');
  });
});

describe('Whoever works here', () => {
  test('signs in again when her role or desks change, with what she has then', async () => {
    await both();
    const karim = await enter('karim');
    const changed = { ...position('Karim'), role: 'supervisor' as const, desks: ['general' as DeskId] };
    await wilma.ask('people:change', { staffId: 'karim' as StaffId, ...changed });
    await karim.told('signed-out');
    const again = await until('the change is known', async () => {
      const { body } = await signIn(url, 'karim');
      return body.role === 'supervisor' ? body : undefined;
    });
    expect(again).toMatchObject({ desks: ['general'] });
  });

  test('is cut off when her access is withdrawn, and gets back in when it is given again', async () => {
    await both();
    const levi = await enter('levi');
    const about = { staffId: 'levi' as StaffId };
    await wilma.ask('people:deactivate', about);
    await levi.told('signed-out');
    await until('nobody makes her a link', async () => {
      const link = await fetch(`${url}/demo/sign-in/levi`, { redirect: 'manual' });
      return link.status === 404;
    });
    expect(await person('levi')).toMatchObject({ active: false, sessions: 0 });
    await wilma.ask('people:activate', about);
    await until('she signs in', async () => {
      const link = await fetch(`${url}/demo/sign-in/levi`, { redirect: 'manual' });
      return link.status === 303;
    });
  });

  test('is given no other role, nor shut out, while her sign-ins cannot be ended with it', async () => {
    await both();
    const records = await recordsAt(house.databaseUrl);
    await records.db.execute(sql`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$`);
    await records.db.execute(sql`
      create trigger refuse before delete on sessions for each row execute function refuse()`);
    const noor = await enter('noor');
    const about = { staffId: 'noor' as StaffId };
    expect(await wilma.refused('people:deactivate', about)).not.toBe('accepted');
    const other = { ...position('Noor'), role: 'supervisor' as const };
    expect(await wilma.refused('people:change', { ...about, ...other })).not.toBe('accepted');
    expect(await person('noor')).toMatchObject({ active: true, role: 'counsellor' });
    await records.db.execute(sql`drop trigger refuse on sessions`);

    // What comes after it in the same step may fail as well: then nobody was signed out.
    await records.db.execute(sql`
      create trigger refuse before insert on audit_log for each row execute function refuse()`);
    expect(await wilma.refused('people:change', { ...about, ...other })).not.toBe('accepted');
    await noor.ask('account:look', {});
    expect(noor.pushes('signed-out')).toEqual([]);
    await records.db.execute(sql`drop trigger refuse on audit_log`);
    await records.stop();
    noor.leave();
  });

  test('takes the canned replies of her own along when her access is withdrawn', async () => {
    await both();
    const bram = await enter('bram');
    const wording = {
      shortcut: 'dag-van-bram',
      language: 'nl',
      title: 'Dag',
      text: 'Dag, met Bram.',
    } as const;
    const changes = [{ id: null, version: 0, wording }];
    await bram.ask('replies:write-own', { before: 0, more: false, changes });
    const about = { staffId: 'bram' as StaffId };
    await wilma.ask('people:deactivate', about);
    await bram.told('signed-out');
    await until('nobody makes him a link', async () => {
      const link = await fetch(`${url}/demo/sign-in/bram`, { redirect: 'manual' });
      return link.status === 404;
    });
    await wilma.ask('people:activate', about);
    await until('he signs in', async () => {
      const link = await fetch(`${url}/demo/sign-in/bram`, { redirect: 'manual' });
      return link.status === 303;
    });
    const again = await enter('bram');
    const { replies } = await again.ask('replies:list', {});
    expect(replies.filter(({ shelf }) => shelf.kind === 'own')).toEqual([]);
    expect(replies.length).toBeGreaterThan(20);
  });

  test('stays while nobody else manages staff', async () => {
    await both();
    const about = { staffId: 'wilma' as StaffId };
    expect(await wilma.refused('people:deactivate', about)).toBe('last-administrator');
    expect(await wilma.refused('people:change', { ...about, ...position('Wilma') })).toBe(
      'last-administrator',
    );
  });
});

describe('Recovery', () => {
  test('takes two people; then what was lost is worth nothing, and a new link makes a new passkey', async () => {
    await both();
    const joined = await accept(await wilma.ask('people:invite', position('Hind')));
    const console = await staff(url, joined.browser.cookie());
    const about = { staffId: 'hind' as StaffId };
    expect(await wilma.refused('people:invite-again', about)).toBe('can-sign-in');
    await wilma.ask('recovery:ask', about);
    expect(await wilma.refused('recovery:confirm', about)).toBe('recovery-needs-another');
    expect(await person('hind')).toMatchObject({ recovery: { askedBy: 'wilma' } });

    const link = await fatma.ask('recovery:confirm', about);
    await console.told('signed-out');
    expect((await consoleBrowser(url).signInWith(joined.passkey)).status).toBe(401);
    expect(await fatma.refused('recovery:confirm', about)).toBe('recovery-over');
    const { answer, invitation } = await accept(link);
    expect(invitation).toMatchObject({ purpose: 'recover' });
    expect(answer).toMatchObject({ status: 200, body: { staffId: 'hind' } });
  });

  test('is nobody’s own, is over after a day, and can be rejected', async () => {
    await both();
    const about = { staffId: 'sofie' as StaffId };
    expect(await fatma.refused('recovery:ask', { staffId: 'fatma' as StaffId })).toBe('own-recovery');
    expect(await fatma.refused('recovery:ask', { staffId: 'nobody' as StaffId })).toBe('unknown-person');
    await fatma.ask('recovery:ask', about);
    await wilma.ask('recovery:cancel', about);
    expect(await wilma.refused('recovery:confirm', about)).toBe('recovery-over');
    await fatma.ask('recovery:ask', about);
    house.pass(days(1));
    await both();
    expect(await wilma.refused('recovery:confirm', about)).toBe('recovery-over');
  });
});
