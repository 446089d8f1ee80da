import { toBase64Url } from '@haven/shared/crypto/bytes';
import { seatId } from '@haven/shared/ids';
import type { Clock } from '@haven/shared/transport/socket-port';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { createNotifier } from './features/attention/notifier';
import { createSound } from './features/attention/sound';
import { DISPLAY_PATH } from './features/display/display-path';
import { entranceOf } from './features/sign-in/entrance';
import { start } from './start';
import { attempt } from './state/shelf';
import { createStores } from './state/stores';
import { CLOSED_DESK, type DeskActions } from './transport/desk-actions';
import './ui/tokens.css';
import './ui/base.css';

const SECOND = 1_000;

/** null where the browser is told to keep nothing. */
const shelf = (of: 'localStorage' | 'sessionStorage'): Storage | null => attempt(() => window[of]);

const clock: Clock = {
  now: Date.now,
  after: (delay, act) => {
    const timer = setTimeout(act, delay);
    return () => clearTimeout(timer);
  },
};

const stores = createStores({
  now: Date.now,
  shelf: shelf('localStorage'),
  tabShelf: shelf('sessionStorage'),
});
// Before the first paint: a white flash at three in the morning hurts.
document.documentElement.dataset['theme'] = stores.preferences.store.getState().theme;

const seat = seatId.parse(toBase64Url(crypto.getRandomValues(new Uint8Array(16))));
const attention = { sound: createSound(() => new AudioContext()), notifier: createNotifier('Haven') };

const container = document.querySelector('#console');
if (container === null) throw new Error('The document has no place for the console.');
const root = createRoot(container);
const render = (actions: DeskActions) =>
  root.render(<App stores={stores} actions={actions} seat={seat} attention={attention} />);

setInterval(() => {
  stores.clock.tick();
  stores.offers.expire(stores.clock.now());
  stores.board.look(stores.clock.now());
}, SECOND);

// A page that comes back from the browser's memory has no connection and no worker that could be trusted.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload();
});

// Another sign-in link, opened in a tab that already shows the sign-in page, changes nothing but the fragment.
window.addEventListener('hashchange', () => {
  if (entranceOf(new URL(window.location.href)).kind === 'token') window.location.reload();
});

render(CLOSED_DESK);
if (window.location.pathname === DISPLAY_PATH) {
  void import('./features/display/open-display').then(({ openDisplay }) => openDisplay(stores, clock));
} else {
  void start(stores, seat, clock, render);
}
