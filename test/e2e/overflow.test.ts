import { addDays, dateOf } from '@haven/shared/roster/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type Stage, startStage } from '../support/browser-stage';
import { createClosing } from '../support/closing';

const closing = createClosing();
let stage: Stage;
beforeAll(async () => {
  stage = closing.add(await startStage());
});
afterAll(closing.close);
tellScreensOfFailures(() => [stage.people.browser]);

const today = dateOf(Date.now(), 'Europe/Amsterdam');
const reason = 'Twee hulpverleners zijn ziek';

/** Fatma, a supervisor, at the first node, on the page of a desk. */
async function fatmaAt(desk: string) {
  const [{ url }] = stage.haven.nodes;
  const fatma = await stage.counsellor(url, 'fatma');
  await fatma.desk.bePresent('busy');
  await fatma.page.goto(`${url}/console/overflow`);
  const { page } = fatma;
  const choose = (label: string) => page.getByRole('combobox').first().selectOption({ label });
  await choose(desk);
  const { say } = fatma.desk;
  const part = (key: Parameters<typeof say>[0], values = {}) =>
    page.getByRole('region', { name: say(key, values) });
  const press = (key: Parameters<typeof say>[0]) => fatma.desk.button(key).click();
  /** By hand nothing is done without a reason. */
  const because = async (why: string) => {
    const does = page.getByRole('dialog').getByRole('button', { name: say('hand.do') });
    expect(await does.isDisabled()).toBe(true);
    await page.getByRole('dialog').getByRole('textbox').fill(why);
    await does.click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  return { ...fatma, choose, say, part, press, because };
}

test('Fatma sees whom a visitor from Zaanstad would ring on Sunday at three, sets other steps, and takes the ones before back', async () => {
  const fatma = await fatmaAt('Bureau Zaanstad');
  const { page, say, part, press } = fatma;
  const preview = part('overflow.preview');
  await preview.getByLabel(say('overflow.preview-when')).fill('2026-12-06T03:00');
  await preview.getByText('Een bezoeker uit Zaanstad, zondag 6 december 03:00', { exact: false }).waitFor();
  const stages = () => preview.getByRole('listitem').allInnerTexts();
  await expect.poll(async () => (await stages()).length).toBe(3);
  const [first, second] = await stages();
  expect(first).toContain('Merel');
  expect(second).toContain('45');

  // What is being typed is shown at once, and holds for nobody yet.
  await part('overflow.steps').getByLabel(say('overflow.after')).first().fill('10');
  await expect.poll(async () => (await stages())[1]).toContain('10');
  const noor = await stage.counsellor(stage.haven.nodes[1].url, 'noor');
  await noor.desk.bePresent('available');
  await press('overflow.set');
  await page.getByText(/^Versie 1, ingesteld door Fatma, /).waitFor();
  // On the other node, a chat of Zaanstad goes by it.
  const mila = await stage.visitor(stage.haven.nodes[1].url);
  await mila.chat.queueUp('Zaanstad');
  await noor.desk.claimOffer();
  await mila.leave();

  await part('overflow.steps').getByLabel(say('overflow.after')).first().fill('200');
  await press('overflow.set');
  await page.getByText(/^Versie 2, /).waitFor();
  await press('overflow.take-previous');
  await page.getByText(/^Versie 3, /).waitFor();
  await expect.poll(async () => (await stages())[1]).toContain('na 10 seconden');
  // A step that is taken away with the focus in it leaves the focus to another, and the last one to what adds one.
  const steps = part('overflow.steps');
  const rows = steps.locator('ol > li');
  for (let left = await rows.count(); left > 0; left -= 1) {
    await rows.last().getByRole('button').press('Enter');
    await expect.poll(() => rows.count()).toBe(left - 1);
    expect(await steps.evaluate((each) => each.contains(document.activeElement))).toBe(true);
  }
  await Promise.all([fatma, noor].map((person) => person.leave()));
});

test('Fatma opens the overflow and moves who waits, each with a reason, and takes a chat off somebody who is away', async () => {
  const fatma = await fatmaAt('Bureau Almere');
  const { page, part, press, because, say } = fatma;
  const mila = await stage.visitor(stage.haven.nodes[1].url);
  await mila.chat.queueUp('Almere');
  const now = part('hand.title', { desk: 'Bureau Almere' });
  await now.getByText('1 bezoeker wacht', { exact: true }).waitFor();
  await press('hand.open-overflow');
  await because(reason);
  await now.getByText(say('hand.opened')).waitFor();
  await press('hand.close-overflow');
  await because(reason);

  await now.getByRole('combobox').selectOption({ label: 'Bureau Haarlem' });
  await press('hand.move');
  await because(reason);
  await now.getByText('Niemand wacht', { exact: true }).waitFor();
  const keepsFocus = (desk: typeof now) => desk.evaluate((each) => each.contains(document.activeElement));
  await expect.poll(() => keepsFocus(now)).toBe(true);
  const lotte = await stage.counsellor(stage.haven.nodes[1].url, 'lotte');
  await lotte.desk.bePresent('available');
  await lotte.desk.claimOffer();
  await lotte.desk.bePresent('away');
  await fatma.choose('Bureau Haarlem');
  await page.getByText('Lotte is er niet en heeft 1 gesprek.').waitFor();
  await page.getByRole('button', { name: `${fatma.desk.plain('hand.take-off')}: Lotte` }).click();
  await because(reason);
  await page.getByText('1 gesprek is terug in de wachtrij.', { exact: true }).waitFor();
  await expect.poll(() => keepsFocus(part('hand.title', { desk: 'Bureau Haarlem' }))).toBe(true);

  // Each of it stands in the log, with the reason.
  const wilma = await stage.people.arrive({ allowed: [stage.haven.nodes[0].url] });
  await wilma.page.goto(`${stage.haven.nodes[0].url}/demo/sign-in/wilma`);
  await wilma.page.getByRole('button', { name: say('settings.title') }).waitFor();
  await wilma.page.goto(`${stage.haven.nodes[0].url}/console/audit`);
  await expect.poll(() => wilma.page.getByText(reason).count()).toBe(4);
  await Promise.all([fatma, lotte, mila, wilma].map((person) => person.leave()));
});

test('Mila reads what her desk says when it is closed and the general desk is paused, and comes in when it opens', async () => {
  const fatma = await fatmaAt('Bureau Alkmaar');
  const { page, say, part, press, because } = fatma;
  const hours = part('hours.title');
  // A holiday of today; and of tomorrow, should midnight come.
  for (const [at, date] of [today, addDays(today, 1)].entries()) {
    await hours.getByRole('button', { name: say('hours.add-day') }).click();
    await hours.getByLabel(say('hours.date')).nth(at).fill(date);
  }
  await hours.getByLabel(say('hours.message.nl')).fill('Met kerst zijn we er weer vanaf negen uur.');
  await press('hours.set');
  await part('hand.title', { desk: 'Bureau Alkmaar' }).getByText(say('hand.closed')).waitFor();
  await fatma.choose('Algemeen bureau');
  await press('hand.pause-intake');
  await because('Iedereen is op cursus');
  await page.getByText(say('hand.paused')).waitFor();

  const mila = await stage.visitor(stage.haven.nodes[1].url);
  await mila.chat.start();
  await mila.chat.answer({ region: 'Alkmaar' });
  await mila.chat.enter();
  await mila.chat.title('nobody.title').waitFor();
  await mila.page.getByText('Met kerst zijn we er weer vanaf negen uur.').waitFor();
  await mila.page.getByRole('link', { name: '112' }).first().waitFor();
  // Of the day it is: what holds on others would contradict it.
  expect(await mila.page.getByText('De chat is open', { exact: false }).count()).toBe(0);

  await press('hand.resume-intake');
  await because('Iedereen is op cursus');
  // The general desk takes her chat: the page of the closed desk lets her go on.
  await expect
    .poll(
      async () => {
        await mila.chat
          .button('nobody.again')
          .click({ timeout: 1_000 })
          .catch(() => undefined);
        return mila.chat.title('ask.title').isVisible();
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await mila.chat.enter();
  await mila.chat.title('wait.title').waitFor();
  const { strangers, violations, errors } = mila.watch;
  expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  await Promise.all([fatma, mila].map((person) => person.leave()));
});
