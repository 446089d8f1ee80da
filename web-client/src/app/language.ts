import type { Language } from '@haven/shared/protocol/organisation';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { loadAll, loadFirst } from '../i18n/catalogues';
import { directionOf } from '../i18n/languages';
import { type Catalogue, type Translate, translateWith } from '../i18n/messages';

export type LanguageChoice = {
  readonly t: ReadonlySignal<Translate>;
  readonly language: ReadonlySignal<Language>;
  readonly choose: (language: Language) => void;
  /** Fetches what the later screens say, in whichever language is shown by then. Rejects when the network does. */
  readonly complete: () => Promise<void>;
};

/** The page stays as it is until the messages are there, and for good when they never come. */
export async function createLanguageChoice(first: Language, document: Document): Promise<LanguageChoice> {
  const t = signal(translateWith(await loadFirst(first)));
  const language = signal(first);
  let wanted = first;

  const show = (chosen: Language, catalogue: Catalogue): void => {
    // A later choice may have come first.
    if (wanted !== chosen) return;
    batch(() => {
      t.value = translateWith(catalogue);
      language.value = chosen;
    });
    const { documentElement } = document;
    documentElement.lang = chosen;
    documentElement.dir = directionOf(chosen);
  };

  const complete = async (): Promise<void> => {
    const chosen = wanted;
    show(chosen, await loadAll(chosen));
  };
  const choose = (chosen: Language): void => {
    wanted = chosen;
    complete().catch(() => undefined);
  };
  return { t, language, choose, complete };
}
