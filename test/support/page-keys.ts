import type { Language } from '@haven/shared/protocol/organisation';
import type { Page } from 'playwright-core';
import { consoleWords } from './browser-words';

/** The page on which an administrator keeps the organisation's keys. */
export function keysPage(page: Page, language: Language) {
  const { say } = consoleWords(language);
  const button = (key: Parameters<typeof say>[0]) => page.getByRole('button', { name: say(key) });
  const section = (key: Parameters<typeof say>[0]) => page.getByRole('region', { name: say(key) });
  const wordsOf = (key: Parameters<typeof say>[0]) =>
    page.getByRole('list', { name: say(key) }).getByRole('listitem');
  const roots = () => section('trust.roots').getByRole('listitem');

  const confirmWithdrawal = async (rootWords?: readonly string[]): Promise<void> => {
    const dialog = page.getByRole('dialog');
    if (rootWords !== undefined) await dialog.getByRole('textbox').fill(rootWords.join(' '));
    await dialog.getByRole('button', { name: say('trust.withdraw') }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  return {
    page,
    say,
    button,
    section,
    roots,
    /** With the one-time link of the demonstration. */
    signIn: async (url: string, staffId: string): Promise<void> => {
      await page.goto(`${url}/demo/sign-in/${staffId}`);
      await page.getByRole('button', { name: say('settings.title') }).waitFor();
      await page.goto(`${url}/console/keys`);
      await section('trust.roots').waitFor();
    },
    /** Makes a root as two people with paper would; gives its words. */
    makeRoot: async (): Promise<readonly string[]> => {
      await button('trust.root.make').or(button('trust.root.make-successor')).click();
      await wordsOf('trust.root.words').first().waitFor();
      const shown = await wordsOf('trust.root.words').allInnerTexts();
      const words = shown.map((text) => text.replace(/^\d+\s*/, '').trim());
      await button('trust.root.written').click();
      const fields = section('trust.roots').getByRole('textbox');
      await fields.first().waitFor();
      for (const field of await fields.all()) {
        const label = await field.evaluate((input) => input.closest('label')?.innerText ?? '');
        await field.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
      }
      await button('trust.root.check').click();
      await fields.first().waitFor({ state: 'detached' });
      return words;
    },
    /** Types what a colleague reads aloud. */
    admit: async (name: string, words: readonly string[]): Promise<void> => {
      const field = page.getByRole('textbox', { name: say('trust.request.words', { name }) });
      await field.fill(words.join(' '));
      const row = section('trust.requests').getByRole('listitem').filter({ has: field });
      await row.getByRole('button', { name: say('trust.request.certify') }).click();
    },
    /** Every console opens anew then, the own one as well, and what was typed before that is gone. */
    putRootToUse: async (): Promise<void> => {
      const anew = page.waitForEvent('load');
      await button('trust.root.begin').click();
      await anew;
      await page.getByText(say('trust.root.in-use')).waitFor();
    },
    /** The four words on the screen of whoever waits to be admitted. */
    requestWords: async (): Promise<readonly string[]> => {
      await wordsOf('trust.enrol.words').first().waitFor();
      return wordsOf('trust.enrol.words').allInnerTexts();
    },
    /** The four words of the log, as this browser has seen it. */
    logWords: async (): Promise<readonly string[]> => {
      await wordsOf('trust.log.words').first().waitFor();
      return wordsOf('trust.log.words').allInnerTexts();
    },
    withdraw: async (name: string): Promise<void> => {
      const row = section('trust.devices').getByRole('listitem').filter({ hasText: name }).first();
      await row.getByRole('button', { name: say('trust.withdraw') }).click();
      await confirmWithdrawal();
    },
    /** From the paper. */
    becomeIssuer: async (words: readonly string[]): Promise<void> => {
      const issuers = section('trust.issuers');
      const submit = issuers.getByRole('button', { name: say('trust.issuer.certify') });
      await submit.click();
      await issuers.getByRole('textbox').fill(words.join(' '));
      await submit.click();
      await issuers.getByText(say('trust.issuer.here'), { exact: true }).waitFor();
    },
    withdrawOtherIssuer: async (words: readonly string[]): Promise<void> => {
      const row = section('trust.issuers')
        .getByRole('listitem')
        .filter({ has: page.getByText(say('trust.issuer.elsewhere')) });
      await row.getByRole('button', { name: say('trust.withdraw') }).click();
      await confirmWithdrawal(words);
    },
  };
}
