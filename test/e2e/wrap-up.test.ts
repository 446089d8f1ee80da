import { describe, expect, test } from 'vitest';
import type { Counsellor, Visitor } from '../support/browser-stage';
import { countedKeys } from '../support/keystroke-level';
import { pressOn } from '../support/page-keyboard';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

/** The design's promise, by the model. */
const PROMISED = 20;

const panelOf = ({ page, desk }: Counsellor) => page.getByRole('region', { name: desk.say('wrap-up.title') });

/** What stands chosen in the form, each with its key. */
const chosenBy = (lotte: Counsellor) => panelOf(lotte).locator('[aria-pressed="true"]').allTextContents();

async function takes(lotte: Counsellor, mila: Visitor): Promise<void> {
  await lotte.desk.claimOffer();
  await lotte.desk.secure();
  await mila.chat.send('Dag');
  await lotte.desk.showsLine('Dag');
}

/** So long after the end of the chat that a key is no more the end of a sentence. */
async function untilQuiet({ page }: Counsellor): Promise<void> {
  await page
    .getByRole('timer')
    .filter({ hasText: /4:[0-5][0-8]/ })
    .waitFor();
}

describe('The form after a chat, by keyboard, in the time of the keystroke-level model', () => {
  test('three keys where the rest is known: what she did, and that it is done', async () => {
    const [node] = stage().haven.nodes;
    const lotte = await stage().counsellor(node.url, 'lotte');
    const { desk, page } = lotte;
    await desk.bePresent('available');
    const mila = await stage().visitor(node.url);
    await mila.chat.start();
    await mila.chat.answer({ forWhom: 'myself', topics: ['safety', 'children'], region: 'Haarlem' });
    await mila.chat.enter();
    await takes(lotte, mila);
    await desk.judge('orange');
    await page.keyboard.press('Alt+x');
    const question = page.getByRole('alertdialog');
    await pressOn(page, question.getByRole('button', { name: desk.say('close.confirm') }));
    await panelOf(lotte).waitFor();

    // She ended it herself: nothing that she types was meant for the visitor.
    const form = countedKeys(page);
    await form.choose('k');
    expect(await chosenBy(lotte)).toEqual([
      'Oranjeo',
      'geluisterdk',
      'voor zichzelf1',
      'veiligheida',
      'kinderenc',
    ]);
    await form.choose('Alt+x');
    await desk.text('chats.empty').waitFor();
    expect(form.count()).toEqual({ keys: 3, choices: 2 });
    expect(form.seconds()).toBeLessThan(PROMISED / 4);
    await Promise.all([lotte.leave(), mila.leave()]);
  });

  test('ten keys where nothing is known and everything is filled in, a pause and a debrief besides', async () => {
    const [node] = stage().haven.nodes;
    const samuel = await stage().counsellor(node.url, 'samuel');
    const { desk, page } = samuel;
    await desk.bePresent('available');
    const mila = await stage().visitor(node.url);
    await mila.chat.queueUp('Haarlem');
    await takes(samuel, mila);
    await desk.composer.focus();
    await page.keyboard.type('Ik zoek even op wie je kan h');
    await mila.chat.button('chat.end').click();
    await mila.chat.button('chat.end.yes').click();
    await panelOf(samuel).waitFor();
    await untilQuiet(samuel);
    expect(await chosenBy(samuel)).toEqual([]);

    const form = countedKeys(page);
    for (const key of ['r', 'k', 'l', '1', 'b', 'f', 'v', 'z']) await form.choose(key);
    await form.choose('Alt+x');
    await desk.text('chats.empty').waitFor();
    await desk.text('debrief.asked').waitFor();
    await page.getByText(/^Pauze tot/).waitFor();
    // How long she meant to rest is known after a reload.
    await page.reload();
    await page.getByText(/^Pauze tot/).waitFor();
    expect(form.count()).toEqual({ keys: 10, choices: 9 });
    expect(form.seconds()).toBeLessThan(PROMISED);
    await desk.button('debrief.withdraw').click();
    await Promise.all([samuel.leave(), mila.leave()]);
  });

  test('is left empty only with a reason, by three keys', async () => {
    const [node] = stage().haven.nodes;
    const lotte = await stage().counsellor(node.url, 'lotte');
    const { desk, page } = lotte;
    await desk.bePresent('available');
    const mila = await stage().visitor(node.url);
    await mila.chat.queueUp('Haarlem');
    await takes(lotte, mila);
    await mila.chat.button('chat.end').click();
    await mila.chat.button('chat.end.yes').click();
    await panelOf(lotte).waitFor();
    await page.keyboard.press('Alt+x');
    await desk.text('wrap-up.missing').waitFor();
    await untilQuiet(lotte);
    const form = countedKeys(page);
    await form.choose('x');
    expect(await chosenBy(lotte)).toEqual(['te zwaar nux']);
    await form.choose('Alt+x');
    await desk.text('chats.empty').waitFor();
    expect(form.count()).toEqual({ keys: 3, choices: 2 });
    await Promise.all([lotte.leave(), mila.leave()]);
  });
});
