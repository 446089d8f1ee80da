import { fromBase64Url, toBase64Url } from '../crypto/bytes';
import { chatKeyFromSeed } from '../crypto/handshake';
import { type Revocations, withNewer } from '../crypto/revocation';
import { verifyRevocations } from '../crypto/revocation-list';
import { LIMITS } from '../protocol/limits';
import { err } from '../result';
import { type Instant, seconds } from '../units';
import type { Endpoint, EndpointDeps } from './endpoint';
import { ItemsPoster } from './items-poster';
import { Pulse } from './pulse';
import { type Outcome, RelayRequests } from './relay-requests';
import { SteadyClock } from './steady-clock';
import { acceptText } from './text';
import { VisitorChat } from './visitor-chat';
import type {
  FromVisitorWorker,
  KeptEntry,
  ToVisitorWorker,
  VisitorRelayEvent,
  VisitorState,
} from './visitor-worker';
import { WordsOfLink } from './words-of-link';

const SEED_BYTES = 32;
/** How long the counsellor's device may take to acknowledge the end. */
const FAREWELL = seconds(2);
/** The relay may have counted epochs this client has forgotten, but not the range away. */
const EPOCH_LEAP = 0x10000;

type Begin = Extract<ToVisitorWorker, { type: 'begin' }>;

/** The visitor's endpoint. Until `begin` and after `ended` it answers nothing. */
export const createVisitorEndpoint = (deps: EndpointDeps<FromVisitorWorker>): Endpoint<ToVisitorWorker> =>
  new VisitorEndpoint(deps);

class VisitorEndpoint implements Endpoint<ToVisitorWorker> {
  readonly #deps: EndpointDeps<FromVisitorWorker>;
  readonly #relay: RelayRequests<VisitorRelayEvent>;
  readonly #words: WordsOfLink;
  readonly #items: ItemsPoster;
  readonly #clock: SteadyClock;
  readonly #pulse: Pulse;
  #withdrawn: readonly Revocations[] = [];
  /** Lists that came before it was known whose signature counts. */
  #unread: readonly string[] = [];
  #chat: VisitorChat | null = null;
  #kept: Omit<KeptEntry, 'capability'> | null = null;
  #state = '';
  #endingUntil: Instant | null = null;
  #ended = false;

  constructor(deps: EndpointDeps<FromVisitorWorker>) {
    this.#deps = deps;
    this.#clock = new SteadyClock(deps.now);
    this.#pulse = new Pulse(() => this.#clock.now());
    this.#relay = new RelayRequests((token, event, payload) =>
      deps.post({ type: 'relay', token, event, payload }),
    );
    this.#words = new WordsOfLink(() => this.#show());
    this.#items = new ItemsPoster((items) => deps.post({ type: 'items', items }));
  }

  handle(message: ToVisitorWorker): void {
    if (message.type === 'begin') {
      if (!this.#chat) this.#begin(message);
      return;
    }
    if (message.type === 'revocations' && !this.#chat) this.#unread = message.lists;
    if (!this.#chat || this.#ended) return;
    this.#message(message, this.#chat);
    this.tick();
  }

  tick(): void {
    if (!this.#chat || this.#ended) return;
    this.#pulse.beat();
    this.#chat.tick();
    this.#endIfDone(this.#chat);
    this.#show();
  }

  due(): Instant | null {
    if (!this.#chat || this.#ended) return null;
    return this.#clock.wallOf(this.#pulse.next([this.#chat.due(), this.#endingUntil]));
  }

  #begin(message: Begin): void {
    const { sodium, random, now: wall } = this.#deps;
    const cid = fromBase64Url(message.chat);
    const kept = message.kept?.chat === message.chat ? message.kept : null;
    const keptSeed = kept ? fromBase64Url(kept.seed) : null;
    const seed = keptSeed?.ok && keptSeed.value.length === SEED_BYTES ? keptSeed.value : random(SEED_BYTES);
    if (!cid.ok) {
      this.#deps.post({ type: 'failed', reason: 'internal' });
      return;
    }
    const joined = kept?.joined ?? null;
    this.#kept = { chat: message.chat, seed: toBase64Url(seed), epoch: kept?.epoch ?? 0, joined };
    const roots = message.roots.map(fromBase64Url).flatMap((root) => (root.ok ? [root.value] : []));
    const identity = {
      cid: cid.value,
      chatKey: chatKeyFromSeed(sodium, seed),
      roots,
      organisation: message.organisation,
    };
    this.#chat = new VisitorChat(
      {
        sodium,
        random,
        now: () => this.#clock.now(),
        wall,
        identity,
        revocations: () => this.#withdrawn,
        nextEpoch: () => this.#nextEpoch(),
        open: (payload, outcome) => this.#submit('link:open', payload, outcome),
        submit: (frame, outcome) => this.#submit('frame', { frame }, outcome),
        relay: (event, payload, outcome) => this.#submit(event, payload, outcome),
        remember: (next) => this.#keep({ joined: next }),
      },
      // Before the first epoch nothing can have been said to anybody.
      this.#kept.epoch > 0 ? { joined } : null,
    );
    this.#withdraw(this.#unread, this.#chat);
    this.#deps.post({ type: 'keep', entry: this.#kept });
    this.#deps.post({ type: 'ready' });
    this.#show();
  }

  #message(message: Exclude<ToVisitorWorker, Begin>, chat: VisitorChat): void {
    switch (message.type) {
      case 'revocations':
        this.#withdraw(message.lists, chat);
        break;
      case 'view':
        if (message.view.chat === this.#kept?.chat) chat.follow(message.view);
        break;
      case 'frame': {
        const bytes = fromBase64Url(message.frame);
        if (bytes.ok) chat.frame(bytes.value);
        break;
      }
      case 'relay-outcome':
        this.#relay.settle(message.token, message.error);
        if (message.error === 'chat-ended') chat.finish();
        break;
      case 'connection':
        chat.connection(message.up);
        break;
      case 'send':
        this.#send(message.text, chat);
        break;
      case 'send-again':
        chat.sendAgain(message.id);
        break;
      case 'link-again':
        chat.linkAgain();
        break;
      case 'typing':
        chat.typing(message.on);
        break;
      case 'share':
        chat.share(message.staffId, message.choice);
        break;
      case 'send-out':
        chat.consult.sendOut();
        break;
      case 'end':
        this.#endingUntil ??= this.#clock.now() + FAREWELL;
        chat.bid();
        break;
    }
  }

  /** A list that does not hold, or is older than one that is known, changes nothing. */
  #withdraw(lists: readonly string[], chat: VisitorChat): void {
    const { sodium, now: wall } = this.#deps;
    const { roots, organisation } = chat.identity;
    for (const text of lists) {
      const bytes = fromBase64Url(text);
      const list = bytes.ok
        ? verifyRevocations(sodium, bytes.value, { roots, organisation, now: wall() })
        : bytes;
      if (list.ok) this.#withdrawn = withNewer(this.#withdrawn, list.value);
    }
  }

  #send(text: string, chat: VisitorChat): void {
    const accepted = chat.over ? err('chat-over' as const) : acceptText(text, LIMITS.textCharacters);
    if (accepted.ok) chat.write(accepted.value);
    else this.#deps.post({ type: 'refused', refusal: { what: 'text', text, reason: accepted.error } });
  }

  #submit(event: VisitorRelayEvent, payload: unknown, outcome: Outcome): void {
    this.#relay.submit(event, payload, outcome);
  }

  /** Kept before it is used: an epoch that was used twice would be refused for good. */
  #nextEpoch(): number {
    const kept = this.#kept;
    if (!kept) return 1;
    const seen = this.#chat?.view?.epoch ?? 0;
    const epoch = (seen - kept.epoch < EPOCH_LEAP ? Math.max(seen, kept.epoch) : kept.epoch) + 1;
    this.#keep({ epoch });
    return epoch;
  }

  #keep(change: Pick<KeptEntry, 'joined'> | Pick<KeptEntry, 'epoch'>): void {
    if (!this.#kept) return;
    this.#kept = { ...this.#kept, ...change };
    this.#deps.post({ type: 'keep', entry: this.#kept });
  }

  #endIfDone(chat: VisitorChat): void {
    if (this.#endingUntil === null) return;
    const waiting = chat.current?.secure === true && !chat.current.settled;
    if (waiting && this.#clock.now() < this.#endingUntil) return;
    chat.finish();
    this.#show();
    this.#ended = true;
    this.#relay.forget();
    this.#deps.post({ type: 'ended' });
  }

  #show(): void {
    const chat = this.#chat;
    if (!chat || this.#ended) return;
    const link = chat.over ? null : (chat.current?.view() ?? null);
    const words = this.#words.of(link?.state === 'secure' ? (chat.current?.th ?? null) : null);
    const state: VisitorState = {
      counsellor: chat.current?.person ?? null,
      link: link && { ...link, words },
      counsellorTyping: !chat.over && chat.peerTyping.isOn(this.#clock.now()),
      restoring: chat.restoring,
      ask: chat.handover.ask,
      handingOver: chat.handover.handingOver,
      handOverFault: chat.handover.fault,
      shareWith: chat.shareWith,
      joinAsk: chat.consult.ask,
      joined: chat.consult.joined,
      joinFault: chat.consult.fault,
    };
    const written = JSON.stringify(state);
    if (written !== this.#state) this.#deps.post({ type: 'state', state });
    this.#state = written;
    this.#items.show(chat.timeline);
  }
}
