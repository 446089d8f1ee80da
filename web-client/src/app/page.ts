import type { Language } from '@haven/shared/protocol/organisation';
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { VisitorEvent } from '../chat/event';
import type { ChatState } from '../chat/state';
import type { Translate } from '../i18n/messages';
import type { Look } from './page-configuration';

/** All that the screens may read and do. Signals: a component that reads one is drawn again when it changes. */
export type Page = {
  readonly state: ReadonlySignal<ChatState>;
  readonly send: (event: VisitorEvent) => void;
  readonly t: ReadonlySignal<Translate>;
  /** What is shown; it follows `choose` once the messages are there. */
  readonly language: ReadonlySignal<Language>;
  readonly chooseLanguage: (language: Language) => void;
  readonly look: ReadonlySignal<Look>;
  readonly chooseLook: (look: Look) => void;
  readonly leave: () => void;
  /** Read out by a screen reader, once. */
  readonly announce: (text: string) => void;
  /** Every screen after the first; null until they have been fetched. */
  readonly later: ReadonlySignal<typeof import('../ui/rest') | null>;
  /** Says what kind of browser this is, for the way to clear its history. */
  readonly agent: string;
};

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('The screens are drawn inside a PageContext.');
  return page;
}
