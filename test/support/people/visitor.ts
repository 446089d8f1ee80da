import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import { createVisitorEndpoint } from '@haven/shared/endpoint/visitor-endpoint';
import type {
  FromVisitorWorker,
  KeptEntry,
  ToVisitorWorker,
  VisitorState,
} from '@haven/shared/endpoint/visitor-worker';
import type { StaffId } from '@haven/shared/ids';
import type { Answers, VisitorView } from '@haven/shared/protocol/chat';
import type { ShareChoice } from '@haven/shared/protocol/content';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { organisation } from '@haven/shared/protocol/organisation';
import { createVisitorRelay } from '@haven/shared/transport/visitor-relay';
import { type LyingPort, lyingPort } from '../lying-port';
import { openSocketPort } from '../socket-port';
import { within } from '../until';
import { keepTicking, type PersonalClock, personalClock } from './endpoint-clock';

export type Trust = { readonly roots: readonly string[]; readonly organisation: string };

export type VisitorOptions = {
  /** Of a node, or of the path to the nodes. */
  readonly url: string;
  /** What the embed line would pin; without it, what the server says of itself. */
  readonly trust?: Trust;
  /** Headers that a proxy in front of the node would add. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The loopback address to come from. */
  readonly localAddress?: string;
  /** What an earlier page kept. */
  readonly kept?: KeptEntry;
  readonly clock?: PersonalClock;
};

export type Visitor = {
  readonly port: LyingPort;
  readonly clock: PersonalClock;
  /** Joins the queue; gives the error's code when the relay would not have it. */
  enter(answers?: Answers): Promise<ErrorCode | null>;
  view(): VisitorView;
  /** The relay's word on a chat that it would not have back. */
  refused(): ErrorCode | null;
  kept(): KeptEntry;
  state(): VisitorState | null;
  items(): readonly ConversationItem[];
  texts(): readonly string[];
  /** All texts this page has ever shown. */
  everShown(): ReadonlySet<string>;
  write(text: string): void;
  tell(message: ToVisitorWorker): void;
  share(staffId: string, choice: ShareChoice | null): void;
  leave(reason: 'visitor-closed' | 'emergency-exit'): Promise<ErrorCode | null>;
  connected(): boolean;
  /** A new page with what this one kept, in place of this one. */
  reload(url?: string): Promise<Visitor>;
  /** The page is gone. */
  stop(): void;
};

const NO_ANSWERS: Answers = { region: null, language: 'nl', forWhom: null, topics: [] };
const PATIENCE_MS = 15_000;

async function serverTrust(url: string): Promise<Trust> {
  const response = await fetch(`${url}/organisation.json`);
  const { id, roots } = organisation.parse(await response.json());
  return { organisation: id, roots };
}

/** A visitor's page without its pictures: the real endpoint and transport over a real connection. */
export async function createVisitor(options: VisitorOptions): Promise<Visitor> {
  const sodium = await loadSodium();
  const trust = options.trust ?? (await serverTrust(options.url));
  const clock = options.clock ?? personalClock();
  const port = lyingPort(openSocketPort(options.url, '/visitor', options));

  let view: VisitorView | null = null;
  let capability: string | undefined = options.kept?.capability;
  let entry: KeptEntry | null = options.kept ?? null;
  let state: VisitorState | null = null;
  let items: readonly ConversationItem[] = [];
  let refused: ErrorCode | null = null;
  let up = false;
  let begun = false;
  const everShown = new Set<string>();

  const endpoint = createVisitorEndpoint({
    sodium,
    random: systemRandom(sodium),
    now: () => clock.now(),
    post: (message) => posted(message),
  });
  const stopTicking = keepTicking(endpoint);

  const relay = createVisitorRelay({
    port,
    clock,
    onView: (next, nextCapability) => {
      capability = nextCapability;
      view = next;
      if (!begun) {
        begun = true;
        endpoint.handle({ type: 'begin', chat: next.chat, ...trust, kept: entry });
      }
      endpoint.handle({ type: 'view', view: next });
    },
    onFrame: (frame) => endpoint.handle({ type: 'frame', frame }),
    onRevocations: (lists) => endpoint.handle({ type: 'revocations', lists }),
    onConnection: (isUp) => {
      up = isUp;
      endpoint.handle({ type: 'connection', up: isUp });
    },
    onRefused: (error) => {
      refused = error;
    },
  });

  function posted(message: FromVisitorWorker): void {
    switch (message.type) {
      case 'relay': {
        const { token, event, payload } = message;
        void relay.submit(event, payload).then((error) => {
          endpoint.handle({ type: 'relay-outcome', token, error });
        });
        break;
      }
      case 'items':
        items = message.items;
        for (const { text } of items) everShown.add(text);
        break;
      case 'state':
        state = message.state;
        break;
      case 'keep':
        entry = message.entry;
        break;
      case 'ready':
      case 'refused':
      case 'ended':
        break;
      case 'failed':
        throw new Error(`The visitor's endpoint failed: ${message.reason}`);
    }
  }

  const stop = () => {
    stopTicking();
    relay.close();
  };
  const visitor: Visitor = {
    port,
    clock,
    enter: async (answers = NO_ANSWERS) => {
      const entered = await within(PATIENCE_MS, 'the visitor is in the queue', relay.enter(answers));
      return entered.ok ? null : entered.error;
    },
    view: () => {
      if (view === null) throw new Error('The visitor has entered no chat.');
      return view;
    },
    refused: () => refused,
    kept: () => {
      if (entry === null || capability === undefined) throw new Error('Nothing is kept.');
      return { ...entry, capability };
    },
    state: () => state,
    items: () => items,
    texts: () => items.map(({ text }) => text),
    everShown: () => everShown,
    write: (text) => endpoint.handle({ type: 'send', text }),
    tell: (message) => endpoint.handle(message),
    share: (staffId, choice) => endpoint.handle({ type: 'share', staffId: staffId as StaffId, choice }),
    leave: (reason) => relay.leave(reason),
    connected: () => up,
    reload: (url = options.url) => {
      const kept = visitor.kept();
      stop();
      return createVisitor({ ...options, url, trust, clock, kept });
    },
    stop,
  };
  if (options.kept !== undefined) relay.resume(options.kept);
  return visitor;
}
