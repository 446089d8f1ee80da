import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { type HavenServer, startServer } from '../support/haven-server';
import { consolePage } from '../support/page-console';
import { rosterPage } from '../support/page-roster';

const closing = createClosing();
let haven: HavenServer;
let people: People;
beforeAll(async () => {
  haven = closing.add(await startServer({ env: { DEMONSTRATION_ROSTER: 'on' } }));
  people = closing.add(await startPeople());
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

const arrive = async (staffId: string) => {
  const person = await people.arrive({ allowed: [new URL(haven.url).origin] });
  const { page } = person;
  const desk = consolePage(page, 'nl');
  await page.goto(`${haven.url}/demo/sign-in/${staffId}`);
  await desk.button('settings.title').waitFor();
  const roster = rosterPage(page, 'nl');
  await roster.open(haven.url);
  return { ...person, desk, roster, say: desk.say };
};

test('Fatma plans by keyboard: what nobody serves first, a double booking refused with the reason, a quarter shared out', async () => {
  const { page, desk, say, roster, watch, leave } = await arrive('fatma');
  const { keyboard } = page;
  const grid = page.getByRole('grid', { name: say('roster.grid') });
  const cell = grid.locator('[tabindex="0"]');
  const dialog = page.getByRole('dialog');
  const button = (key: Parameters<typeof say>[0]) => dialog.getByRole('button', { name: say(key) });
  await desk.text('roster.holes', { n: '0' }).waitFor();

  // Next week, on the first day, in the first region: she takes out who is there in the evening.
  await cell.focus();
  await keyboard.press('Control+Home');
  await keyboard.press('PageDown');
  await grid
    .getByRole('row')
    .nth(1)
    .getByRole('gridcell')
    .first()
    .getByText(/\d\d:\d\d/)
    .first()
    .waitFor();
  await keyboard.press('Enter');
  await dialog.waitFor();
  const title = await dialog.getByRole('heading').first().innerText();
  const lines = dialog.getByRole('listitem');
  for (let left = await lines.count(); left > 0; left -= 1) {
    await expect.poll(() => lines.count()).toBe(left);
    await lines.first().getByRole('button').focus();
    await keyboard.press('Enter');
    await button('roster.remove').focus();
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await cell.focus();
    await keyboard.press('Enter');
    await dialog.waitFor();
  }
  await keyboard.press('Escape');

  // What nobody serves stands above the grid, and O goes to it from anywhere.
  const holes = page.getByRole('region', { name: /^\d+ open plek/ });
  await holes.waitFor();
  const [above, below] = [await holes.boundingBox(), await grid.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  await cell.focus();
  await keyboard.press('Control+End');
  await keyboard.press('PageUp');
  await keyboard.press('o');
  await cell.getByText(desk.plain('roster.nobody'), { exact: false }).first().waitFor();
  await keyboard.press('Enter');
  await dialog.waitFor();
  expect(await dialog.getByRole('heading').first().innerText()).toBe(title);

  // She who has the night already cannot have the evening of it as well, and the dialog says so.
  await button('roster.add').focus();
  await keyboard.press('Enter');
  await dialog.getByLabel(say('roster.person')).waitFor();
  const save = async (from: string, until: string) => {
    await dialog.getByLabel(say('roster.from')).fill(from);
    await dialog.getByLabel(say('roster.until')).fill(until);
    await button('roster.save').focus();
    await keyboard.press('Enter');
  };
  const person = await dialog.getByLabel(say('roster.person')).locator('option:checked').innerText();
  await save('10:00', '12:00');
  await dialog.waitFor({ state: 'detached' });
  await cell.focus();
  await keyboard.press('Enter');
  await button('roster.add').focus();
  await keyboard.press('Enter');
  await dialog.getByLabel(say('roster.person')).selectOption({ label: person });
  await save('11:00', '13:00');
  await dialog.getByRole('alert').getByText(`${person} heeft dan al een dienst`, { exact: false }).waitFor();
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // Undone by a quarter made anew: first who would carry how many nights, then into the draft.
  await desk.button('roster.generate').focus();
  await keyboard.press('Enter');
  await button('roster.generate.try').focus();
  await keyboard.press('Enter');
  const burdens = dialog.getByRole('table');
  await burdens.waitFor();
  const nights = await burdens.locator('tbody tr td:nth-child(4)').allInnerTexts();
  expect(nights.map(Number).some((count) => count > 0)).toBe(true);
  expect(nights.map(Number)).toEqual(nights.map(Number).toSorted((a, b) => b - a));
  await button('roster.generate.take').focus();
  await keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await desk.text('roster.holes', { n: '0' }).waitFor();
  await roster.lookAtPublishing();
  await dialog.waitFor();
  await keyboard.press('Escape');
  const { strangers, violations, errors } = watch;
  expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  await leave();
});

test('Noor asks a colleague to take a shift, who accepts, and Fatma approves; a calendar follows until it is revoked', async () => {
  const noor = await arrive('noor');
  const mine = (person: typeof noor) =>
    person.page.getByRole('tab', { name: person.say('roster.tab.mine') }).click();
  await mine(noor);
  const ask = noor.page.getByRole('button', { name: /^Ruil vragen voor / }).last();
  const span = (await ask.getAttribute('aria-label'))?.replace('Ruil vragen voor ', '') ?? '';
  await ask.click();
  const dialog = noor.page.getByRole('dialog');
  await dialog.getByLabel(noor.say('mine.swap.colleague')).selectOption({ label: 'Sofie' });
  await dialog.getByRole('button', { name: noor.say('mine.swap.ask') }).click();
  await dialog.waitFor({ state: 'detached' });

  const sofie = await arrive('sofie');
  await mine(sofie);
  await sofie.page
    .getByRole('button', { name: new RegExp(`^${sofie.desk.plain('mine.swap.step.accept')}: `) })
    .click();
  const fatma = await arrive('fatma');
  await mine(fatma);
  await fatma.page
    .getByRole('button', { name: new RegExp(`^${fatma.desk.plain('mine.swap.step.approve')}: `) })
    .click();
  await sofie.page
    .getByRole('region', { name: sofie.say('mine.title') })
    .getByText(span)
    .waitFor();

  await noor.page.getByRole('tab', { name: noor.say('roster.tab.calendar') }).click();
  await noor.desk.button('calendar.make').click();
  const address = await noor.page.locator('code').innerText();
  const calendar = await fetch(address);
  expect(calendar.headers.get('content-type')).toContain('text/calendar');
  expect((await calendar.text()).split('BEGIN:VEVENT').length).toBeGreaterThan(5);
  // Two of the same kind are told apart by when they were made.
  await noor.desk.button('calendar.make').click();
  const feeds = noor.page.getByRole('region', { name: noor.say('calendar.feeds') });
  const made = feeds.getByRole('listitem').filter({ hasText: /gemaakt \d+ \w+\.? \d{4}\D+\d\d:\d\d/ });
  await expect.poll(() => made.count()).toBe(2);
  const labels = await made.getByRole('button').evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect(new Set(labels).size).toBe(2);
  const focused = () =>
    noor.page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
  await made.first().getByRole('button').press('Enter');
  await expect.poll(() => made.count()).toBe(1);
  await expect.poll(focused).toBe(await made.getByRole('button').getAttribute('aria-label'));
  await made.getByRole('button').press('Enter');
  await noor.desk.text('calendar.none').waitFor();
  await expect.poll(focused).toBe(noor.desk.plain('calendar.make'));
  expect((await fetch(address)).status).toBe(404);
  await Promise.all([noor, sofie, fatma].map((person) => person.leave()));
});

test('Fatma and Wilma plan at once: neither undoes what she has not seen, and neither types twice', async () => {
  const fatma = await arrive('fatma');
  const wilma = await arrive('wilma');
  const planner = ({ page, say }: typeof fatma) => {
    const dialog = page.getByRole('dialog');
    const grid = page.getByRole('grid', { name: say('roster.grid') });
    const button = (key: Parameters<typeof say>[0]) => dialog.getByRole('button', { name: say(key) });
    return {
      page,
      dialog,
      button,
      field: (key: Parameters<typeof say>[0]) => dialog.getByLabel(say(key)),
      grid,
    };
  };
  const [hers, others] = [planner(fatma), planner(wilma)];

  // Both open the first shift of Monday in two weeks.
  for (const { page, grid, dialog } of [hers, others]) {
    await grid.locator('[tabindex="0"]').focus();
    for (const key of ['Control+Home', 'PageDown', 'PageDown']) await page.keyboard.press(key);
    await grid
      .getByRole('row')
      .nth(1)
      .getByText(/\d\d:\d\d/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('listitem').first().getByRole('button').click();
    await dialog.getByRole('combobox').first().waitFor();
  }
  // Fatma gives it to somebody else; before she has saved, Wilma makes it half an hour longer.
  const person = hers.field('roster.person');
  const chosen = await person.locator('option:not(:checked)').last().innerText();
  await person.selectOption({ label: chosen });
  const until = await others.field('roster.until').inputValue();
  const later = until.replace(/:\d\d$/, ':25');
  await others.field('roster.until').fill(later);
  await others.button('roster.save').click();
  const told = hers.dialog.getByRole('alert').filter({ hasText: fatma.desk.plain('meanwhile.changed') });
  await told.getByText(`–${later}`).waitFor();
  expect(await hers.button('roster.save').isDisabled()).toBe(true);
  await hers.button('meanwhile.go-on').click();
  await told.waitFor({ state: 'detached' });
  expect(await person.locator('option:checked').innerText()).toBe(chosen);
  expect(await hers.field('roster.until').inputValue()).toBe(later);
  expect(await person.evaluate((field) => field === document.activeElement)).toBe(true);
  await hers.button('roster.save').click();
  await fatma.desk.text('roster.saved').waitFor();
  await others.page.keyboard.press('Escape');
  for (const { page, dialog } of [hers, others]) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await others.grid.locator('[tabindex="0"]').getByText(chosen).first().waitFor();

  // She has looked at a new quarter, and Wilma changes a team: what she would take over is not what she saw.
  await fatma.desk.button('roster.generate').click();
  await hers.button('roster.generate.try').click();
  await hers.dialog.getByRole('table').waitFor();
  await wilma.page.getByRole('tab', { name: wilma.say('roster.tab.patterns') }).click();
  const team = wilma.page
    .getByRole('region', { name: wilma.say('patterns.teams') })
    .getByRole('listitem')
    .first();
  await team.getByRole('button').click();
  await others.dialog.getByRole('checkbox').first().click();
  await others.button('roster.save').click();
  await others.dialog.waitFor({ state: 'detached' });
  await hers.button('roster.generate.take').click();
  await hers.dialog.getByText(fatma.say('roster.generate.outdated')).waitFor();
  await hers.button('roster.generate.take').click();
  await hers.dialog.waitFor({ state: 'detached' });

  // Of a part of the plan that Fatma has open, she reads what Wilma made of it.
  await fatma.page.getByRole('tab', { name: fatma.say('roster.tab.patterns') }).click();
  const teams = fatma.page.getByRole('region', { name: fatma.say('patterns.teams') });
  await teams.getByRole('listitem').first().getByRole('button').click();
  await hers.field('patterns.name').waitFor();
  await team.getByRole('button').click();
  await others.field('patterns.name').fill('Het team van Wilma');
  await others.button('roster.save').click();
  await hers.dialog
    .getByRole('alert')
    .getByText(/^Het team van Wilma: /)
    .waitFor();
  await hers.button('meanwhile.take-theirs').click();
  expect(await hers.field('patterns.name').inputValue()).toBe('Het team van Wilma');
  // Taken away with the focus on its row, it leaves the focus to the next one.
  await hers.dialog.getByRole('button', { name: 'Het team van Wilma verwijderen' }).press('Enter');
  await hers.dialog.waitFor({ state: 'detached' });
  await teams.getByText('Het team van Wilma').waitFor({ state: 'detached' });
  await expect.poll(() => teams.evaluate((part) => part.contains(document.activeElement))).toBe(true);
  await Promise.all([fatma, wilma].map((each) => each.leave()));
});
