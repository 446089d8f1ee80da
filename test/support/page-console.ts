import type { Delivery } from '@haven/shared/endpoint/conversation';
import type { SafetyLevel } from '@haven/shared/protocol/chat';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Presence } from '@haven/shared/protocol/presence';
import type { Page } from 'playwright-core';
import { consoleWords, type ConsoleKey } from './browser-words';
import { readLines } from './page-visitor';
import { until } from './until';

const DELIVERIES = ['sending', 'sent', 'received', 'failed'] as const satisfies readonly Delivery[];

/** The duty desk as a counsellor uses it. */
export function consolePage(page: Page, language: Language) {
  const { say, plain } = consoleWords(language);
  const states = Object.fromEntries(DELIVERIES.map((state) => [state, plain(`delivery.${state}`)]));
  const words = states as Record<Delivery, string>;
  const button = (key: ConsoleKey, values?: Readonly<Record<string, string>>) =>
    page.getByRole('button', { name: say(key, values) });
  const presenceButton = page.getByRole('button', { name: new RegExp(`^${plain('presence.label')}: `) });
  const offer = page.getByRole('region', { name: say('offer.title') });
  const composer = page.getByRole('textbox', { name: say('composer.label') });
  const messages = page.getByRole('group', { name: say('chat.list-label') });
  const items = messages.locator('li:has([dir="auto"])');
  const lines = () => readLines(items, words);
  const chatList = page
    .getByRole('listbox', { name: new RegExp(`^${plain('chats.title')}`) })
    .getByRole('option');
  const accept = offer.getByRole('button', { name: new RegExp(`^${plain('offer.accept')}`) });

  return {
    page,
    say,
    plain,
    button,
    presenceButton,
    offer,
    accept,
    chatList,
    composer,
    messages,
    items,
    lines,
    text: (key: ConsoleKey, values?: Readonly<Record<string, string>>) =>
      page.getByText(say(key, values)).first(),
    /** By the menu, which every page has; the start page lists them beside it. */
    goTo: async (title: ConsoleKey): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^${plain('pages.label')}`) }).click();
      const menu = page.getByRole('dialog').getByRole('navigation', { name: say('pages.label') });
      await menu.getByRole('link', { name: say(title), exact: true }).click();
      await menu.waitFor({ state: 'detached' });
    },
    /** Opens the one-time link of the demonstration. */
    signIn: async (url: string, staffId: string): Promise<void> => {
      await page.goto(`${url}/demo/sign-in/${staffId}`);
      await presenceButton.waitFor();
    },
    bePresent: async (presence: Presence): Promise<void> => {
      await presenceButton.click();
      await page.getByRole('dialog', { name: say('presence.label') }).waitFor();
      await page
        .locator('label')
        .filter({ hasText: plain(`presence.${presence}.hint`) })
        .click();
      await page
        .getByRole('button', {
          name: new RegExp(`^${plain('presence.label')}: ${plain(`presence.${presence}`)}`),
        })
        .waitFor();
    },
    claimOffer: async (): Promise<void> => {
      await accept.click();
      await composer.waitFor();
    },
    /** Accepts what a colleague hands over; the visitor chooses next. */
    claimIncoming: () => accept.click(),
    declineOffer: () => offer.getByRole('button', { name: new RegExp(`^${plain('offer.decline')}`) }).click(),
    /** Waits until the link is secure. */
    secure: () => button('words.show').waitFor(),
    send: async (text: string): Promise<void> => {
      await composer.fill(text);
      await button('composer.send').click();
    },
    showsLine: async (text: string): Promise<void> => {
      let shown: readonly string[] = [];
      await until(
        `the console shows “${text.slice(0, 40)}”`,
        async () => {
          shown = (await lines()).map((line) => line.text);
          return shown.includes(text);
        },
        { within: 30_000, seen: () => shown.map((line) => line.slice(0, 40)) },
      );
    },
    sixWords: async (): Promise<readonly string[]> => {
      await button('words.show').click();
      const dialog = page.getByRole('dialog', { name: say('words.title') });
      const shown = await dialog.getByRole('listitem').allInnerTexts();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return shown;
    },
    judge: async (level: SafetyLevel): Promise<void> => {
      await page
        .locator('label')
        .filter({ hasText: plain(`safety.${level}.hint`) })
        .click();
    },
    askTransfer: async (name: string, summary?: string): Promise<void> => {
      await button('transfer.open').click();
      const dialog = page.getByRole('dialog', { name: say('transfer.title') });
      await dialog.getByRole('option', { name }).click();
      if (summary !== undefined) await dialog.getByLabel(say('transfer.summary')).fill(summary);
      await dialog.getByRole('button', { name: say('transfer.ask') }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    /** Asks a colleague to join the chat in front. */
    askConsult: async (name: string): Promise<void> => {
      await button('consult.open').click();
      const dialog = page.getByRole('dialog', { name: say('consult.title') });
      await dialog.getByRole('option', { name }).click();
      await dialog.getByRole('button', { name: say('consult.ask') }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    /** Chooses what is asked for, unless it was chosen already, and finishes. */
    finishWrapUp: async (): Promise<void> => {
      const panel = page.getByRole('region', { name: say('wrap-up.title') });
      for (const [group, name] of [
        ['wrap-up.safety', 'safety.green'],
        ['wrap-up.actions', 'action.listened'],
      ] as const) {
        const row = panel.getByRole('group', { name: say(group) });
        if ((await row.locator('[aria-pressed="true"]').count()) === 0) {
          await row.getByRole('button', { name: say(name) }).click();
        }
      }
      await button('wrap-up.finish').click();
    },
    /** The texts of the list of one's chats: a region, a code, how it stands. */
    chats: () => chatList.allInnerTexts(),
  };
}

export type ConsolePage = ReturnType<typeof consolePage>;
