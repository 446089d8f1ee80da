import { hostOf } from './app/host';
import { preferredLanguage, readConfiguration } from './app/page-configuration';
import { loadFirst } from './i18n/catalogues';
import { listenForExit } from './exit/exit-keys';
import { armExitLink, showCount } from './exit/exit-link';
import { tabStorage } from './exit/kept-entry';
import { createQuickExit } from './exit/quick-exit';

// Small and first: from here on the exit is complete, while everything else is still being loaded.
const root = document.documentElement;
const configuration = readConfiguration(location.hash);
const language = configuration.language ?? preferredLanguage(navigator.languages);
root.lang = language;
root.dataset['look'] = configuration.look;

const framed = window.parent !== window;
root.classList.toggle('framed', framed);
const host = framed && configuration.host !== null ? hostOf(window, configuration.host) : null;
const storage = tabStorage(window);
const goal = { exitUrl: configuration.exitUrl ?? '/exit' };
const exit = createQuickExit({
  page: window,
  storage,
  target: () => goal.exitUrl,
  tellHost: host === null ? null : () => host.tell('exit'),
});

const link = document.getElementById('exit');
const counting = { tell: (_presses: number): void => undefined };
if (link !== null) armExitLink(link, exit.leave);
listenForExit({
  page: window,
  now: () => performance.now(),
  leave: exit.leave,
  onCount: (presses) => {
    if (link !== null) showCount(link, presses);
    counting.tell(presses);
  },
});
host?.on('exit', exit.leave);

const RETRY = 3_000;

function startApplication(): void {
  // Fetched beside the application, which asks for the same again.
  loadFirst(language).catch(() => undefined);
  import('./app/start').then(
    ({ start }) => start({ configuration, language, host, storage, exit, exitLink: link, goal, counting }),
    // The page stays readable and the exit works; a bad network gets another try.
    () => setTimeout(startApplication, RETRY),
  );
}

startApplication();
