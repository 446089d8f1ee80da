import { displayRequests, displayPushes } from '@haven/shared/protocol/display';
import type { Organisation } from '@haven/shared/protocol/organisation';
import { NOTHING_RETIRED } from '@haven/shared/protocol/retirement';
import type { Clock, SocketPort } from '@haven/shared/transport/socket-port';
import { seconds } from '@haven/shared/units';
import type { Stores } from '../../state/stores';
import { DISPLAY_PATH } from './display-path';

/** How often the whole board is asked for, so that what is shown is known to be right. */
const ASK_EVERY = seconds(30);
/** Whoever does not answer within this time has gone without a word. */
const PATIENCE = seconds(10);
const TRY_AGAIN = seconds(5);

type Deps = {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly post: (path: string, body: unknown) => Promise<{ readonly status: number }>;
  /** `onRefused`: the server does not know this screen. */
  readonly openPort: (onRefused: () => void) => SocketPort;
  readonly token: string;
};

/** A wall shows what is, and is not told what was. */
const asShown = (organisation: Organisation) => ({ ...organisation, retired: NOTHING_RETIRED });

/** Opens the link if there is one, and watches from then on, through whatever happens to the network and the nodes. */
export async function startDisplay({ stores, clock, post, openPort, token }: Deps): Promise<void> {
  const { board, desk, display } = stores;
  const pause = () => new Promise<void>((resolve) => void clock.after(TRY_AGAIN, resolve));

  /** Null: there was no answer; a wall is patient. */
  const opened = async (): Promise<number> => {
    for (;;) {
      const answer = await (token === '' ? post('/renew', {}) : post('', { token })).catch(() => null);
      if (answer !== null && answer.status !== 429 && answer.status < 500) return answer.status;
      await pause();
    }
  };
  const status = await opened();
  if (status >= 400) return display.over(token === '' ? 'ended' : 'link-refused');

  let isOver = false;
  const end = (): void => {
    isOver = true;
    board.whole(null);
    display.over('ended');
    port.close();
  };
  const port = openPort(() => end());
  let asked = 0;
  const watch = (): void => {
    if (isOver || !port.connected) return;
    asked += 1;
    const own = asked;
    const cancel = clock.after(PATIENCE, () => {
      if (own === asked && !isOver) port.reconnect();
    });
    port.emit('board:watch', {}, (reply) => {
      cancel();
      const answer = reply as { readonly ok: boolean; readonly value?: unknown };
      const parsed = displayRequests['board:watch'].reply.safeParse(answer.value);
      if (isOver || !answer.ok || !parsed.success) return;
      const { board: whole, organisation } = parsed.data;
      stores.clock.set(whole.now);
      desk.entered(asShown(organisation));
      desk.connection('up');
      board.whole(whole);
      display.heard(clock.now());
    });
  };
  const watchOn = (): void => {
    watch();
    if (!isOver) clock.after(ASK_EVERY, watchOn);
  };
  port.onConnect(watch);
  port.onDisconnect(() => desk.connection('down'));
  port.on('board:changed', (payload) => {
    const change = displayPushes['board:changed'].safeParse(payload);
    if (!change.success) return;
    const { gaps } = board.store.getState();
    board.changed(change.data);
    if (board.store.getState().gaps > gaps) watch();
    else display.heard(clock.now());
  });
  port.on('organisation:changed', (payload) => {
    const change = displayPushes['organisation:changed'].safeParse(payload);
    if (change.success) desk.entered(asShown(change.data));
  });
  port.on('signed-out', end);
  port.on('node:leaving', () => port.reconnect());
  watchOn();
}

/** What the address brought with it is spent once and belongs in no history. */
export function takeToken(): string {
  const token = window.location.hash.slice(1);
  window.history.replaceState(null, '', DISPLAY_PATH);
  return token;
}
