import type { Language } from '@haven/shared/protocol/organisation';
import { WORDS } from '@haven/web-client/embed/words';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { visitorPage } from './page-visitor';
import { until } from './until';

/** A closed shadow root hides from tests as well as from the host's scripts; opened, both see the same elements. */
export const openShadows = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    type Attach = (this: Element, init: ShadowRootInit) => ShadowRoot;
    const attach = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow')?.value as Attach;
    Element.prototype.attachShadow = function attachOpenShadow(init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });

/** A website with the embed line on it. */
export function hostPage(page: Page, language: Language) {
  const words = WORDS[language];
  const frame = page.frameLocator('iframe');
  return {
    page,
    chat: visitorPage(frame, language),
    launcher: page.getByRole('button', { name: new RegExp(`^(?:${words.chat}|${words.contact})`) }),
    /** The launcher says whether somebody is there now. */
    somebodyIsThere: page.getByText(words.here),
    nobodyIsThere: page.getByText(words.away),
    exitBar: page.getByRole('region', { name: words.region }),
    exit: page.getByRole('link', { name: words.exit }),
    fold: page.getByRole('button', { name: words.hide }),
    news: page.getByText(words.news),
    /** The chat's frame itself, for what only a script inside it can tell. */
    frame: (): Promise<Frame> =>
      until('the chat has a frame', () =>
        page.frames().find((one) => new URL(one.url()).pathname === '/chat'),
      ),
  };
}
