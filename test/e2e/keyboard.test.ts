import { describe, expect, test } from 'vitest';
import { visitorPage } from '../support/page-visitor';
import { focusIsVisible, pressOn, tabTo } from '../support/page-keyboard';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

describe('without a mouse', () => {
  test('a visitor comes, chats, is handed over, reads the words, ends and answers', async () => {
    const [a, b] = stage().haven.nodes;
    const noor = await stage().counsellor(a.url, 'noor', 'en');
    const thomas = await stage().counsellor(b.url, 'thomas', 'en');
    await noor.desk.bePresent('available');
    const { page, watch, leave } = await stage().people.arrive();
    await page.goto(stage().chatUrl(b.url, 'en'));
    const chat = visitorPage(page, 'en');
    await chat.title('safe.title').waitFor();
    const { keyboard } = page;

    // The exit comes first, and can be seen to.
    await keyboard.press('Tab');
    expect(await chat.exit.evaluate((exit) => exit === document.activeElement)).toBe(true);
    expect(await focusIsVisible(page)).toBe(true);
    await pressOn(page, chat.button('safe.start'));
    // A new screen says its title to a screen reader.
    await chat.title('ask.title').waitFor();
    expect(await chat.title('ask.title').evaluate((title) => title === document.activeElement)).toBe(true);
    await tabTo(page, page.getByRole('radio', { name: chat.say('ask.not-said') }).first());
    await keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: chat.say('ask.for-whom.professional') }).isChecked()).toBe(
      true,
    );
    const topic = page.getByRole('checkbox', { name: chat.say('topic.partner') });
    await tabTo(page, topic);
    await keyboard.press('Space');
    expect(await topic.isChecked()).toBe(true);
    const regions = page.getByRole('group', { name: chat.say('ask.region') });
    await tabTo(page, regions.getByRole('radio', { name: chat.say('ask.not-said') }));
    for (const _ of ['Alkmaar', 'Almere', 'Amsterdam']) await keyboard.press('ArrowDown');
    expect(await regions.getByRole('radio', { name: 'Amsterdam' }).isChecked()).toBe(true);
    await pressOn(page, chat.button('ask.start'));
    await chat.title('wait.title').or(chat.title('chat.title')).first().waitFor();
    await tabTo(page, chat.field);
    await keyboard.type('Can I ask something?');
    await noor.desk.claimOffer();
    await chat.talkingWith('Noor');
    // What was being written keeps the focus through it all.
    expect(await chat.field.evaluate((field) => field === document.activeElement)).toBe(true);
    await keyboard.press('Enter');
    await noor.desk.showsLine('Can I ask something?');
    await noor.desk.send('Of course');
    await chat.showsLine('Of course');

    await pressOn(page, chat.button('chat.verified.open', { name: 'Noor' }));
    const words = page.getByRole('list', { name: chat.say('chat.words.label') });
    await words.waitFor();
    await keyboard.press('Escape');
    await words.waitFor({ state: 'detached' });

    await thomas.desk.bePresent('available');
    await noor.desk.askTransfer('Thomas', 'A professional with a question');
    await thomas.desk.claimIncoming();
    const panel = chat.handOver('Noor', 'Thomas');
    await panel.waitFor();
    await pressOn(page, panel.getByRole('button').first());
    await chat.talkingWith('Thomas');
    await thomas.desk.showsLine('Of course');

    await pressOn(page, chat.button('chat.end'));
    await pressOn(page, chat.button('chat.end.yes'));
    await chat.title('end.title').waitFor();
    const helped = page
      .getByRole('group', { name: chat.say('survey.helped') })
      .getByRole('radio')
      .first();
    await tabTo(page, helped);
    await keyboard.press('Space');
    await pressOn(page, chat.button('survey.send'));
    await chat.text('survey.thanks').waitFor();
    await tabTo(page, chat.exit, 'Shift+Tab');
    await keyboard.press('Enter');
    await page.waitForURL(stage().neutral.url);
    expect(watch.violations).toEqual([]);
    await Promise.all([leave(), noor.leave(), thomas.leave()]);
  });

  test('a counsellor serves a whole chat, hands it over and finds every key on the sheet', async () => {
    const [a, b] = stage().haven.nodes;
    const lotte = await stage().counsellor(a.url, 'lotte');
    const samuel = await stage().counsellor(b.url, 'samuel');
    const { desk, page } = lotte;
    const { keyboard } = page;

    await keyboard.press('Alt+p');
    await page.getByRole('dialog', { name: desk.say('presence.label') }).waitFor();
    // From Away, the last, to the first.
    await keyboard.press('ArrowDown');
    await page
      .getByRole('radio', { name: new RegExp(desk.plain('presence.available')), checked: true })
      .waitFor({ state: 'attached' });
    await keyboard.press('Escape');
    await page.getByRole('button', { name: new RegExp(`: ${desk.plain('presence.available')}`) }).waitFor();

    const mila = await stage().visitor(b.url);
    await mila.chat.queueUp('Haarlem');
    await desk.accept.waitFor();
    await keyboard.press('Alt+a');
    await desk.composer.waitFor();
    await desk.secure();
    await keyboard.press('Alt+m');
    await keyboard.type('Dag, ik ben Lotte');
    await keyboard.press('Enter');
    await mila.chat.showsLine('Dag, ik ben Lotte');
    await mila.chat.send('Help');
    await desk.showsLine('Help');

    // A canned reply, chosen and changed before it goes.
    await keyboard.type('/veilig');
    await page
      .getByRole('option', { name: /^\/veilig/ })
      .first()
      .waitFor();
    await keyboard.press('Enter');
    expect(await desk.composer.inputValue()).toMatch(/ben je op dit moment veilig/);
    await keyboard.type(' Ik wacht.');
    await keyboard.press('Enter');
    expect(await desk.composer.inputValue()).toBe('');
    await mila.chat.items.getByText(/Ik wacht\.$/).waitFor();

    await keyboard.press('Alt+s');
    await keyboard.press('ArrowDown');
    await page.getByRole('radio', { name: new RegExp(desk.plain('safety.orange')), checked: true }).waitFor();
    await keyboard.press('Alt+n');
    await keyboard.type('Zus in Haarlem');
    expect(await page.getByRole('textbox', { name: desk.say('notes.label') }).inputValue()).toBe(
      'Zus in Haarlem',
    );

    await samuel.desk.bePresent('available');
    await keyboard.press('Alt+h');
    const dialog = page.getByRole('dialog', { name: desk.say('transfer.title') });
    await dialog.waitFor();
    const search = dialog.getByRole('searchbox');
    await tabTo(page, search);
    await keyboard.type('Samuel');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await tabTo(page, dialog.getByLabel(desk.say('transfer.summary')));
    await keyboard.type('Zij wil naar haar zus');
    await pressOn(page, dialog.getByRole('button', { name: desk.say('transfer.ask') }));
    await dialog.waitFor({ state: 'detached' });
    await samuel.desk.accept.waitFor();
    await samuel.page.keyboard.press('Alt+r');
    await desk.text('transfer.failed.declined', { name: 'Samuel' }).waitFor();

    await keyboard.press('Alt+x');
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    await pressOn(page, question.getByRole('button', { name: desk.say('close.confirm') }));
    await mila.chat.title('end.title').waitFor();
    await desk.text('ended.counsellor-closed').waitFor();
    // Her safety level is known; what she did is asked for.
    await keyboard.press('Alt+x');
    await desk.text('wrap-up.missing').waitFor();
    await pressOn(page, desk.button('action.listened'));
    await keyboard.press('Alt+x');
    await desk.text('chats.empty').waitFor();

    await page.locator('h1').first().click();
    await keyboard.press('?');
    await page.getByRole('dialog', { name: desk.say('keys.title') }).waitFor();
    await keyboard.press('Escape');
    expect(lotte.watch.violations).toEqual([]);
    await Promise.all([lotte.leave(), samuel.leave(), mila.leave()]);
  });
});
