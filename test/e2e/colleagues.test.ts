import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type Counsellor, type Stage, startStage } from '../support/browser-stage';
import { createClosing } from '../support/closing';
import { findBarriers, findFaintText } from '../support/page-accessibility';

const closing = createClosing();
let stage: Stage;
beforeAll(async () => {
  stage = closing.add(await startStage());
});
afterAll(closing.close);
tellScreensOfFailures(() => [stage.people.browser]);

const QUESTION = 'Weet jij of de opvang in Almere vannacht plek heeft?';
const ANSWER = 'Ja, tot tien uur. Vraag naar Els.';

const talkWith = ({ page, desk }: Counsellor, name: string) => {
  const talk = page.getByRole('region', { name: desk.say('colleagues.with', { name }) });
  return {
    talk,
    field: talk.getByRole('textbox', { name: desk.say('colleagues.field', { name }) }),
    line: (text: string) => talk.getByRole('listitem').filter({ hasText: text }),
  };
};

test('Sanne asks Karim something on another node, he answers, he signs out, and it is gone', async () => {
  const [nodeA, nodeB] = stage.haven.nodes;
  const karim = await stage.counsellor(nodeB.url, 'karim');
  const sanne = await stage.counsellor(nodeA.url, 'sanne');
  const hers = talkWith(sanne, 'Karim');
  const his = talkWith(karim, 'Sanne');

  // By keyboard alone: to the colleagues, to Karim, and a line.
  await sanne.page.getByRole('button', { name: 'Karim' }).waitFor();
  await sanne.page.keyboard.press('Alt+b');
  await sanne.page.keyboard.press('Enter');
  await hers.field.waitFor();
  await sanne.page.keyboard.type(QUESTION);
  await sanne.page.keyboard.press('Enter');

  const mark = karim.page.getByRole('button', { name: 'Collega’s, 1 ongelezen bericht' });
  await mark.waitFor();
  expect(await karim.page.getByText(QUESTION).count()).toBe(0);
  await karim.page.getByRole('button', { name: /^Sanne/ }).click();
  await his.line(QUESTION).waitFor();
  await hers.line(QUESTION).getByText(sanne.desk.plain('delivery.received')).waitFor();
  await mark.waitFor({ state: 'detached' });
  await his.field.fill(ANSWER);
  await karim.page.keyboard.press('Enter');
  await hers.line(ANSWER).waitFor();
  expect(await findBarriers(sanne.page)).toEqual([]);
  expect(await findFaintText(sanne.page)).toEqual([]);

  await karim.desk.presenceButton.click();
  await karim.desk.button('presence.sign-out').click();
  await karim.page
    .getByRole('alertdialog')
    .getByRole('button', { name: karim.desk.say('presence.sign-out') })
    .click();
  await karim.page.waitForURL(/sign-in/);
  expect(await karim.page.getByText(QUESTION).count()).toBe(0);

  await hers.field.fill('Dank je!');
  await sanne.page.keyboard.press('Enter');
  await hers.talk.getByText(sanne.desk.say('colleagues.away', { name: 'Karim' })).waitFor();
  expect(await hers.field.inputValue()).toBe('Dank je!');
  expect(await hers.line('Dank je!').count()).toBe(0);

  // He is no longer at the desk, and what he said can still be read.
  await hers.talk.getByRole('button', { name: sanne.desk.plain('colleagues.back') }).click();
  const left = sanne.page.getByRole('button', { name: `Karim ${sanne.desk.plain('colleagues.left')}` });
  await left.waitFor();
  await left.click();
  await hers.line(ANSWER).waitFor();

  // He comes back in the same browser: there is nothing of it.
  await karim.desk.signIn(nodeB.url, 'karim');
  await karim.page.getByRole('button', { name: /^Sanne/ }).click();
  await his.field.waitFor();
  expect(await his.talk.getByRole('listitem').count()).toBe(0);
  await hers.field.press('Enter');
  await his.line('Dank je!').waitFor();

  // And with her tab hers is gone, too.
  await sanne.page.reload();
  await sanne.page.getByRole('button', { name: /^Karim/ }).click();
  await hers.field.waitFor();
  expect(await hers.talk.getByRole('listitem').count()).toBe(0);
  for (const { strangers, violations, errors } of [sanne.watch, karim.watch]) {
    expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  }
  await Promise.all([sanne, karim].map((person) => person.leave()));
});
