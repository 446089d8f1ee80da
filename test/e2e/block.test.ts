import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type Stage, startStage } from '../support/browser-stage';
import { createClosing } from '../support/closing';
import { type ForwardingProxy, startForwardingProxy } from '../support/forwarding-proxy';

const closing = createClosing();
let stage: Stage;
/** Three networks that come to node B. */
let house: ForwardingProxy;
let elsewhere: ForwardingProxy;
let faraway: ForwardingProxy;
beforeAll(async () => {
  stage = closing.add(await startStage({ TRUST_PROXY: '1' }));
  const { target } = stage.haven.nodes[1];
  house = closing.add(await startForwardingProxy(target, '203.0.113.7'));
  elsewhere = closing.add(await startForwardingProxy(target, '198.51.100.4'));
  faraway = closing.add(await startForwardingProxy(target, '192.0.2.9'));
});
afterAll(closing.close);
tellScreensOfFailures(() => [stage.people.browser]);

const reason = 'Bedreigt de hulpverleners, voor de derde keer vandaag';

test('Noor blocks who threatens her: his house reads so and has the numbers, another does not; Fatma lifts it', async () => {
  const [nodeA] = stage.haven.nodes;
  const noor = await stage.counsellor(nodeA.url, 'noor');
  await noor.desk.bePresent('available');
  const dirk = await stage.visitor(house.url);
  await dirk.chat.queueUp('Amsterdam');
  await noor.desk.claimOffer();
  await dirk.chat.talkingWith('Noor');

  await noor.page.keyboard.press('Alt+x');
  await noor.page.getByRole('button', { name: `${noor.desk.plain('block.open')} …` }).click();
  const dialog = noor.page.getByRole('dialog', { name: noor.desk.say('block.title') });
  await dialog.getByLabel(noor.desk.say('block.for')).selectOption('24');
  const does = dialog.getByRole('button', { name: noor.desk.say('block.do') });
  expect(await does.isDisabled()).toBe(true);
  await dialog.getByLabel(noor.desk.say('hand.reason')).fill(reason);
  await does.click();
  await dialog.waitFor({ state: 'detached' });
  await noor.desk.text('ended.blocked').waitFor();
  await noor.desk.finishWrapUp();
  await noor.desk.bePresent('available');

  // His chat is over, and he reads whom to call if he needs help himself.
  await dirk.chat.text('end.blocked').waitFor();
  const emergency = dirk.page.locator('.telephones').getByRole('link', { name: '112' });
  await emergency.waitFor();
  expect(await dirk.page.getByText(dirk.chat.say('survey.title')).count()).toBe(0);
  await dirk.chat.button('end.new').click();
  await dirk.chat.enter();
  await dirk.chat.title('blocked.title').waitFor();
  await emergency.waitFor();
  // The desk is open to others: he stays where he is told so, and asking again changes nothing.
  await dirk.chat.button('nobody.again').click();
  await dirk.chat.title('blocked.title').waitFor();

  // Mila comes from another network and is helped.
  const mila = await stage.visitor(elsewhere.url);
  await mila.chat.queueUp('Amsterdam');
  await noor.desk.claimOffer();
  await mila.chat.talkingWith('Noor');
  await mila.leave();

  // Fatma sees which blocks hold, and lifts this one.
  const fatma = await stage.counsellor(nodeA.url, 'fatma');
  await fatma.page.goto(`${nodeA.url}/console/overflow`);
  const held = fatma.page.getByRole('listitem').filter({ hasText: reason });
  await held.waitFor();
  expect(await held.innerText()).toContain('Noor');
  await held.getByRole('button').click();
  await fatma.desk.text('block.none').waitFor();

  await dirk.chat.button('nobody.again').click();
  await dirk.chat.title('wait.title').waitFor();
  for (const { strangers, violations, errors } of [dirk.watch, noor.watch, fatma.watch]) {
    expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  }
  await Promise.all([dirk, noor, fatma].map((person) => person.leave()));
});

test('Fatma blocks who waits, from the page of the desk: it ends at once, with whom to call', async () => {
  const [nodeA] = stage.haven.nodes;
  const fatma = await stage.counsellor(nodeA.url, 'fatma');
  await fatma.desk.bePresent('busy');
  const dirk = await stage.visitor(faraway.url);
  await dirk.chat.queueUp('Haarlem');
  await fatma.page.goto(`${nodeA.url}/console/overflow`);
  await fatma.page.getByRole('combobox').first().selectOption({ label: 'Bureau Haarlem' });
  await fatma.page.getByRole('button', { name: new RegExp(`^${fatma.desk.plain('block.open')} `) }).click();
  const dialog = fatma.page.getByRole('dialog', { name: fatma.desk.say('block.title') });
  await dialog.getByLabel(fatma.desk.say('hand.reason')).fill(reason);
  await dialog.getByRole('button', { name: fatma.desk.say('block.do') }).click();
  await dirk.chat.text('end.blocked').waitFor();
  expect(await dirk.page.locator('.telephones').getByRole('link').count()).toBeGreaterThan(0);
  await fatma.page.getByRole('listitem').filter({ hasText: reason }).waitFor();
  await Promise.all([dirk, fatma].map((person) => person.leave()));
});
