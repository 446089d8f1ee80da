import type { Delivery } from '@haven/shared/endpoint/conversation';
import type { ForWhom, Topic } from '@haven/shared/protocol/chat';
import type { Language } from '@haven/shared/protocol/organisation';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from './until';
import { visitorWords, type VisitorKey } from './browser-words';

/** A page, or the frame of an embedded chat. */
export type Scope = Pick<Page & FrameLocator, 'getByRole' | 'getByText' | 'locator'>;

/** A message as somebody sees it. */
export type Line = {
  readonly text: string;
  /** null: somebody else wrote it, or a later one says how far they came. */
  readonly state: Delivery | null;
};

export type Sharing = 'conversation' | 'summary' | 'nothing' | 'stay';

const DELIVERIES = ['sending', 'sent', 'received', 'failed'] as const satisfies readonly Delivery[];

/** Texts and states of a list of messages; `words`: how each state is written there. */
export const readLines = (
  items: Locator,
  words: Readonly<Record<Delivery, string>>,
): Promise<readonly Line[]> =>
  items.evaluateAll(
    (elements, names): Line[] =>
      elements.map((element) => {
        const parts = [...element.querySelectorAll('span')].map((span) => span.textContent.trim());
        const found = Object.entries(names).find(([, written]) =>
          parts.some((part) => part.startsWith(written)),
        );
        return {
          text: element.querySelector('[dir="auto"]')?.textContent ?? '',
          state: (found?.[0] ?? null) as Line['state'],
        };
      }),
    words,
  );

/** The visitor's side as a person uses it: by what stands on the buttons. */
export function visitorPage(scope: Scope, language: Language) {
  const { say, plain } = visitorWords(language);
  const states = Object.fromEntries(DELIVERIES.map((state) => [state, plain(`chat.${state}`)]));
  const words = states as Record<Delivery, string>;
  const button = (key: VisitorKey, values?: Readonly<Record<string, string>>) =>
    scope.getByRole('button', { name: say(key, values) });
  const title = (key: VisitorKey, values?: Readonly<Record<string, string>>) =>
    scope.getByRole('heading', { level: 1, name: say(key, values) });
  const field = scope.locator('textarea');
  const items = scope.locator('li:has([dir="auto"])');
  const lines = () => readLines(items, words);
  const pick = (kind: 'radio' | 'checkbox', name: RegExp | string) =>
    scope.getByRole(kind, { name, exact: true }).first().check({ force: true });

  return {
    scope,
    say,
    plain,
    button,
    title,
    field,
    items,
    lines,
    exit: scope.locator('a#exit'),
    text: (key: VisitorKey, values?: Readonly<Record<string, string>>) =>
      scope.getByText(say(key, values)).first(),
    start: () => button('safe.start').click(),
    /** Answers with taps; what is not named is left as it is. */
    answer: async (given: {
      readonly forWhom?: ForWhom;
      readonly region?: string;
      readonly topics?: readonly Topic[];
    }) => {
      if (given.forWhom !== undefined) await pick('radio', say(`ask.for-whom.${given.forWhom}`));
      for (const topic of given.topics ?? []) await pick('checkbox', say(`topic.${topic}`));
      if (given.region !== undefined) await pick('radio', given.region);
    },
    enter: () => button('ask.start').click(),
    /** From the first screen to the queue. */
    queueUp: async (region = 'Amsterdam') => {
      await button('safe.start').click();
      await title('ask.title').waitFor();
      await pick('radio', region);
      await button('ask.start').click();
      await title('wait.title').or(title('chat.title')).first().waitFor();
    },
    write: (draft: string) => field.fill(draft),
    send: async (text: string) => {
      await field.fill(text);
      await button('chat.send').click();
    },
    /** Waits until the link with somebody is secure: from then on what is sent can arrive. */
    talkingWith: (name: string) =>
      scope.getByRole('button', { name: say('chat.verified.open', { name }) }).waitFor(),
    showsLine: async (text: string): Promise<void> => {
      let shown: readonly string[] = [];
      await until(
        `the visitor’s screen shows “${text.slice(0, 40)}”`,
        async () => {
          shown = (await lines()).map((line) => line.text);
          return shown.includes(text);
        },
        { within: 30_000, seen: () => shown.map((line) => line.slice(0, 40)) },
      );
    },
    stateOf: async (text: string) => (await lines()).find((line) => line.text === text)?.state ?? null,
    sixWords: async (name: string): Promise<readonly string[]> => {
      await button('chat.verified.open', { name }).click();
      const list = scope.getByRole('list', { name: say('chat.words.label') });
      const shown = await list.getByRole('listitem').allInnerTexts();
      await button('page.close').click();
      return shown;
    },
    /** The panel that asks whether a colleague may take over. */
    handOver: (name: string, other: string) =>
      scope.getByRole('region', { name: say('transfer.title', { name, other }) }),
    share: async (choice: Sharing, name: string): Promise<void> => {
      const label = {
        conversation: plain('transfer.conversation'),
        summary: plain('transfer.summary.choice').replace('{name}', name),
        nothing: plain('transfer.nothing'),
        stay: plain('transfer.stay').replace('{name}', name),
      }[choice];
      await scope
        .getByRole('button')
        .filter({ has: scope.getByText(label, { exact: true }) })
        .click();
    },
    option: async (key: 'page.typing' | 'page.sound'): Promise<void> => {
      await button('page.options').click();
      await scope.getByRole('checkbox', { name: say(key) }).check({ force: true });
      await button('page.close').click();
    },
  };
}

export type VisitorPage = ReturnType<typeof visitorPage>;
