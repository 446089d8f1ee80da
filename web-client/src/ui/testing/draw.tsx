import type { Language } from '@haven/shared/protocol/organisation';
import { signal } from '@preact/signals';
import { options, render } from 'preact';
import { createAnnouncer } from '../../app/announcer';
import { type Page, PageContext } from '../../app/page';
import type { Look } from '../../app/page-configuration';
import type { ChatEvent } from '../../chat/event';
import type { ChatState } from '../../chat/state';
import { type Catalogue, translateWith } from '../../i18n/messages';
import { DUTCH } from '../../i18n/testing/compile';
import { App } from '../app';
import * as later from '../rest';

const turn = () => new Promise<void>((resolve) => void setTimeout(resolve));

// Effects wait for a frame, or a tenth of a second; here they come with the next turn, however busy the machine is.
options.requestAnimationFrame = (effects) => void setTimeout(effects);

/** An effect may draw again, and what is drawn then may have an effect. */
const TURNS = 5;

/** Lets signals and effects of the screens do what they put off. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < TURNS; turns += 1) await turn();
}

/** Draws the application into the document, in one state; the story may put another one in its place. */
export async function draw(first: ChatState, catalogue: Catalogue = DUTCH, language: Language = 'nl') {
  const exit = document.createElement('a');
  exit.href = '/exit';
  exit.textContent = 'exit';
  const region = document.createElement('p');
  region.setAttribute('role', 'status');
  const root = document.createElement('div');
  document.body.replaceChildren(exit, region, root);
  const state = signal(first);
  const sent: ChatEvent[] = [];
  const look = signal<Look>('auto');
  const page: Page = {
    state,
    send: (event) => sent.push(event),
    t: signal(translateWith(catalogue)),
    language: signal(language),
    chooseLanguage: () => undefined,
    look,
    chooseLook: (chosen) => {
      look.value = chosen;
    },
    leave: () => undefined,
    announce: createAnnouncer(region),
    later: signal(later),
    agent: navigator.userAgent,
  };
  render(
    <PageContext.Provider value={page}>
      <App />
    </PageContext.Provider>,
    root,
  );
  await settled();
  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (found === null) throw new Error(`${selector} is not on the screen`);
    return found;
  };
  return {
    root,
    region,
    sent,
    look,
    find,
    all: (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)],
    button: (label: string): HTMLElement => {
      const buttons = [...root.querySelectorAll<HTMLElement>('button')];
      const found = buttons.find((each) => (each.getAttribute('aria-label') ?? each.textContent) === label);
      if (found === undefined) throw new Error(`there is no button ${label}`);
      return found;
    },
    show: async (next: ChatState) => {
      state.value = next;
      await settled();
    },
  };
}
