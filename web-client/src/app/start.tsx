import type { Language } from '@haven/shared/protocol/organisation';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { initialState } from '../chat/state';
import { readKept, type TabStorage } from '../exit/kept-entry';
import type { QuickExit } from '../exit/quick-exit';
import { PRESSES_TO_LEAVE } from '../exit/shift-count';
import { App } from '../ui/app';
import { createAnnouncer } from './announcer';
import { createEffects } from './effects';
import type { Host } from './host';
import { createLanguageChoice } from './language';
import type { Live } from './live';
import { type Page, PageContext } from './page';
import type { PageConfiguration } from './page-configuration';
import { createProgram } from './program';

const TICK = 1_000;
const RETRY = 3_000;

export type StartDeps = {
  readonly configuration: PageConfiguration;
  readonly language: Language;
  readonly host: Host | null;
  readonly storage: TabStorage;
  readonly exit: QuickExit;
  readonly exitLink: HTMLElement | null;
  /** Where the exit leads; the organisation's own page replaces the server's once it is known. */
  readonly goal: { exitUrl: string };
  readonly counting: { tell: (presses: number) => void };
};

const pause = (delay: number) => new Promise((resolve) => setTimeout(resolve, delay));

/** A bad network gets as many tries as it needs. */
async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await pause(RETRY);
    }
  }
}

export async function start(deps: StartDeps): Promise<void> {
  const { configuration, host, storage, exit, goal, counting } = deps;
  const { t, language, choose, complete } = await createLanguageChoice(deps.language, document);
  const look = signal(configuration.look);
  const folded = { now: false };
  host?.on('hidden', () => {
    folded.now = true;
  });
  host?.on('shown', () => {
    folded.now = false;
  });

  const live: Promise<Live> = untilLoaded(() => import('./create-live')).then(({ createLive }) =>
    createLive((event) => program.send(event)),
  );
  const program = createProgram(
    initialState({
      now: Date.now(),
      language: deps.language,
      preset: { region: configuration.region, desk: configuration.desk },
      pinnedRoots: configuration.roots,
      kept: readKept(storage),
    }),
    Date.now,
    createEffects({ storage, host, folded: () => folded.now, live }),
  );
  void live.then((part) =>
    exit.running({ ...part, capability: () => program.state.peek().capability ?? '' }),
  );

  const announce = createAnnouncer(document.getElementById('announce'));
  counting.tell = (presses) => {
    if (presses > 0) announce(t.peek()('page.exit.more', { n: PRESSES_TO_LEAVE - presses }));
  };
  followLook(deps.exitLink, look, t);
  effect(() => {
    const { organisation } = program.state.value;
    if (organisation !== null && configuration.exitUrl === null) goal.exitUrl = organisation.exitUrl;
  });

  const later = signal<Page['later']['value']>(null);
  const page: Page = {
    state: program.state,
    send: program.send,
    t,
    language,
    chooseLanguage: (chosen) => {
      choose(chosen);
      program.send({ type: 'answer', answers: { language: chosen } });
    },
    look,
    chooseLook: (chosen) => {
      look.value = chosen;
    },
    leave: exit.leave,
    announce,
    later,
    agent: navigator.userAgent,
  };
  const root = document.getElementById('page');
  if (root === null) return;
  root.replaceChildren();
  render(
    <PageContext.Provider value={page}>
      <App />
    </PageContext.Provider>,
    root,
  );
  void Promise.all([untilLoaded(() => import('../ui/rest')), untilLoaded(complete)]).then(([parts]) => {
    later.value = parts;
  });
  program.send({ type: 'look-again' });
  setInterval(() => program.send({ type: 'tick' }), TICK);
}

/** What stands outside the application follows it: colours, title, the words on the exit. */
function followLook(exitLink: HTMLElement | null, look: Page['look'], t: Page['t']): void {
  effect(() => {
    document.documentElement.dataset['look'] = look.value;
    document.title = t.value('page.title');
    const label = t.value(look.value === 'disguise' ? 'page.exit.neutral' : 'page.exit');
    exitLink?.replaceChildren(label);
  });
  effect(() => {
    document.getElementById('exit-hint')?.replaceChildren(t.value('page.exit.hint'));
  });
}
