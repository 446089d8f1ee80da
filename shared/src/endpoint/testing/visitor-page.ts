import type { VisitorView } from '../../protocol/chat';
import type { ErrorCode } from '../../protocol/errors';
import type { Instant, Milliseconds } from '../../units';
import type { ConversationItem } from '../conversation';
import type { Endpoint } from '../endpoint';
import { createVisitorEndpoint } from '../visitor-endpoint';
import type { FromVisitorWorker, KeptEntry, ToVisitorWorker, VisitorState } from '../visitor-worker';
import { PageRequests } from './page-requests';
import type { World } from './world';

/** The page around a visitor's endpoint: its connection, its sessionStorage and what it shows. */
export class VisitorPage {
  readonly #world: World;
  readonly #trust: { readonly roots: readonly string[]; readonly organisation: string };
  #endpoint: Endpoint<ToVisitorWorker>;
  readonly requests: PageRequests;
  kept: KeptEntry | null = null;
  items: readonly ConversationItem[] = [];
  /** Everything this screen has ever shown. */
  readonly everShown = new Set<string>();
  state: VisitorState | null = null;
  ended = false;
  refused: readonly string[] = [];
  #seen = 0;
  #off: Milliseconds = 0;
  /** Counts reloads: what an earlier page posted late concerns nobody. */
  #life = 0;

  constructor(world: World, trust: { readonly roots: readonly string[]; readonly organisation: string }) {
    this.#world = world;
    this.#trust = trust;
    this.requests = new PageRequests(world.clock, world.latency);
    this.#endpoint = this.#start();
  }

  tell(message: ToVisitorWorker): void {
    this.#endpoint.handle(message);
  }

  say(text: string): void {
    this.tell({ type: 'send', text });
  }

  told(view: VisitorView): void {
    const life = this.#life;
    this.#world.clock.plan(this.#world.latency, () => {
      if (this.requests.up && life === this.#life) this.tell({ type: 'view', view });
    });
  }

  hears(frame: string, seq: number): void {
    if (!this.requests.up) return;
    if (seq > 0 && seq <= this.#seen) return;
    this.#seen = Math.max(this.#seen, seq);
    this.tell({ type: 'frame', frame });
  }

  disconnect(): void {
    this.requests.up = false;
    this.tell({ type: 'connection', up: false });
  }

  reconnect(): void {
    this.requests.up = true;
    this.tell({ type: 'view', view: this.#world.desk.view() });
    for (const stored of this.#world.ring.since(this.#seen)) {
      this.#seen = Math.max(this.#seen, stored.seq);
      if (!stored.fromVisitor) this.tell({ type: 'frame', frame: stored.frame });
    }
    this.tell({ type: 'connection', up: true });
    this.requests.flush();
  }

  reload(): void {
    this.requests.reset();
    this.#life += 1;
    this.#seen = 0;
    this.items = [];
    this.state = null;
    this.#endpoint = this.#start();
    this.reconnect();
  }

  /** Somebody sets the phone's clock. */
  clockIsOff(by: Milliseconds): void {
    this.#off = by;
  }

  /** Ticks when the endpoint wants it; says when that will be next. */
  wake(): Instant {
    const { now } = this.#world.clock;
    const due = (): Instant => (this.#endpoint.due() ?? Number.POSITIVE_INFINITY) - this.#off;
    if (due() <= now) this.#endpoint.tick();
    return due();
  }

  texts(): readonly string[] {
    return this.items.map((item) => item.text);
  }

  #start(): Endpoint<ToVisitorWorker> {
    const life = this.#life;
    const { sodium, random, clock } = this.#world;
    const endpoint = createVisitorEndpoint({
      sodium,
      random,
      now: () => clock.now + this.#off,
      post: (message) => {
        if (life === this.#life) this.#posted(message, life);
      },
    });
    const { kept } = this;
    endpoint.handle({ type: 'begin', chat: this.#world.desk.id, ...this.#trust, kept });
    return endpoint;
  }

  #posted(message: FromVisitorWorker, life: number): void {
    switch (message.type) {
      case 'relay': {
        const answer = (error: ErrorCode | null): void => {
          if (life === this.#life) this.tell({ type: 'relay-outcome', token: message.token, error });
        };
        this.requests.send(() => this.#world.visitorAsks(message.event, message.payload), answer);
        break;
      }
      case 'items':
        this.items = message.items;
        for (const item of message.items) this.everShown.add(item.text);
        break;
      case 'state':
        this.state = message.state;
        break;
      case 'keep':
        this.kept = message.entry;
        break;
      case 'ended':
        this.ended = true;
        break;
      case 'refused':
        this.refused = [...this.refused, message.refusal.reason];
        break;
      case 'ready':
        break;
      case 'failed':
        throw new Error(`The visitor's endpoint failed: ${message.reason}.`);
    }
  }
}
