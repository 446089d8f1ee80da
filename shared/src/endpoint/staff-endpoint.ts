import { Colleagues } from '../colleagues/colleagues';
import type { ToColleagues } from '../colleagues/worker-messages';
import { equalBytes, fromBase64Url } from '../crypto/bytes';
import { decodeDeviceCertificate } from '../crypto/certificate';
import type { Sign } from '../crypto/handshake';
import type { ChatId } from '../ids';
import type { StaffChat as ChatFacts } from '../protocol/chat';
import { LIMITS } from '../protocol/limits';
import { err } from '../result';
import type { Instant } from '../units';
import type { TransferAsk } from './conversation';
import type { Endpoint, EndpointDeps } from './endpoint';
import { ItemsPoster } from './items-poster';
import { Pulse } from './pulse';
import { RelayRequests } from './relay-requests';
import { StaffChat, type StaffChatDeps } from './staff-chat';
import type { StaffIdentity } from './staff-offers';
import type { EncodedChain, FromStaffEndpoint, ToStaffEndpoint } from './staff-worker';
import { SteadyClock } from './steady-clock';
import { acceptText } from './text';
import { WordsOfLink } from './words-of-link';

/** The key of this browser, certified for one staff member. */
export interface StaffDevice {
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly sign: Sign;
}

type Begin = Extract<ToStaffEndpoint, { type: 'begin' }>;
type AboutChat = Exclude<
  ToStaffEndpoint,
  ToColleagues | { type: 'begin' | 'certified' | 'chat' | 'relay-outcome' | 'connection' | 'forget' }
>;

type RelayAsk = Extract<FromStaffEndpoint, { type: 'relay' }>;

interface Shown {
  readonly chat: StaffChat;
  readonly words: WordsOfLink;
  readonly items: ItemsPoster;
  state: string;
}

/** What this device brings to a handshake; null where the certificate is not its own. */
const identityOf = (chain: EncodedChain, device: StaffDevice): StaffIdentity | 'no-chats' | null => {
  const issuer = fromBase64Url(chain.issuer);
  const certificate = fromBase64Url(chain.device);
  const decoded = certificate.ok ? decodeDeviceCertificate(certificate.value) : certificate;
  const usable = decoded.ok && equalBytes(decoded.value.claims.publicKey, device.publicKey);
  if (!issuer.ok || !certificate.ok || !usable) return null;
  const { role } = decoded.value.claims;
  if (role === 'administrator') return 'no-chats';
  return { role, chain: { issuer: issuer.value, device: certificate.value }, sign: device.sign };
};

/** The endpoint of one console tab, for all its chats. */
export const createStaffEndpoint = (
  deps: EndpointDeps<FromStaffEndpoint> & { readonly device: StaffDevice },
): Endpoint<ToStaffEndpoint> => new StaffEndpoint(deps);

class StaffEndpoint implements Endpoint<ToStaffEndpoint> {
  readonly #deps: EndpointDeps<FromStaffEndpoint> & { readonly device: StaffDevice };
  readonly #relay: RelayRequests<RelayAsk['event']>;
  readonly #chats = new Map<ChatId, Shown>();
  #identity: StaffIdentity | null = null;
  #colleagues: Colleagues | null = null;
  #chatDeps: Omit<StaffChatDeps, 'changed' | 'wanted'> | null = null;
  readonly #clock: SteadyClock;
  readonly #pulse: Pulse;
  #up = true;

  constructor(deps: EndpointDeps<FromStaffEndpoint> & { readonly device: StaffDevice }) {
    this.#deps = deps;
    this.#clock = new SteadyClock(deps.now);
    this.#pulse = new Pulse(() => this.#clock.now());
    this.#relay = new RelayRequests((token, event, payload) => {
      deps.post({ type: 'relay', token, event, payload } as RelayAsk);
    });
  }

  handle(message: ToStaffEndpoint): void {
    switch (message.type) {
      case 'begin':
        this.#begin(message);
        return;
      case 'certified':
        this.#certify(message.chain);
        return;
      case 'chat':
        this.#follow(message.chat);
        break;
      case 'relay-outcome':
        this.#relay.settle(message.token, message.error);
        break;
      case 'connection':
        this.#up = message.up;
        for (const { chat } of this.#chats.values()) chat.connection(message.up);
        break;
      case 'forget':
        this.#chats.get(message.chat)?.chat.wipe();
        this.#chats.delete(message.chat);
        return;
      case 'colleague-send':
      case 'colleague-again':
      case 'colleague-frame':
      case 'revocations':
      case 'shift':
        this.#colleagues?.handle(message);
        break;
      default: {
        const shown = this.#chats.get(message.chat);
        if (shown) this.#about(shown.chat, message);
      }
    }
    this.tick();
  }

  tick(): void {
    this.#pulse.beat();
    this.#colleagues?.tick();
    for (const shown of this.#chats.values()) {
      shown.chat.tick();
      this.#show(shown);
    }
  }

  due(): Instant | null {
    const colleagues = this.#colleagues?.due() ?? null;
    if (this.#chats.size === 0 && colleagues === null) return null;
    const chats = [...this.#chats.values()].map(({ chat }) => chat.due());
    return this.#clock.wallOf(this.#pulse.next([...chats, colleagues]));
  }

  #begin(message: Begin): void {
    const { sodium, random, now: wall, device } = this.#deps;
    const now = (): Instant => this.#clock.now();
    if (message.chain === null) {
      this.#deps.post({ type: 'ready' });
      return;
    }
    const certified = identityOf(message.chain, device);
    if (certified === null) {
      this.#deps.post({ type: 'failed', reason: 'no-device-key' });
      return;
    }
    // An administrator's device is certified like any other, and is in no chat.
    if (certified === 'no-chats') {
      this.#deps.post({ type: 'ready' });
      return;
    }
    this.#identity = certified;
    const identity = () => this.#identity ?? certified;
    const submit: StaffChatDeps['submit'] = (frame, outcome) =>
      this.#relay.submit('frame', { frame }, outcome);
    this.#chatDeps = { sodium, random, now, wall, identity, submit, me: message.staffId, seat: message.seat };
    this.#colleagues = new Colleagues({
      sodium,
      random,
      now,
      wall,
      identity: () => ({ ...identity(), staffId: message.staffId }),
      send: (to, outcome) => this.#relay.submit('colleague:send', to, outcome),
      post: this.#deps.post,
    });
    this.#deps.post({ type: 'ready' });
  }

  /** Only in place of a certificate of the same role: whoever is given another one begins anew. */
  #certify(chain: EncodedChain): void {
    const certified = identityOf(chain, this.#deps.device);
    if (certified === null || certified === 'no-chats' || certified.role !== this.#identity?.role) return;
    this.#identity = certified;
  }

  #follow(facts: ChatFacts): void {
    const known = this.#chats.get(facts.chat);
    if (known) {
      known.chat.update(facts);
      return;
    }
    if (!this.#chatDeps) return;
    const { post } = this.#deps;
    const show = (): void => {
      const shown = this.#chats.get(facts.chat);
      if (shown) this.#show(shown);
    };
    const chat = new StaffChat(
      facts,
      {
        ...this.#chatDeps,
        changed: show,
        wanted: () => post({ type: 'link-wanted', chat: facts.chat }),
      },
      this.#up,
    );
    this.#chats.set(facts.chat, {
      chat,
      words: new WordsOfLink(show),
      items: new ItemsPoster((items) => post({ type: 'items', chat: facts.chat, items })),
      state: '',
    });
  }

  #about(chat: StaffChat, message: AboutChat): void {
    switch (message.type) {
      case 'frame': {
        const bytes = fromBase64Url(message.frame);
        if (bytes.ok) chat.frame(bytes.value);
        break;
      }
      case 'send':
        this.#send(chat, message.chat, message.text);
        break;
      case 'send-again':
        chat.sendAgain(message.id);
        break;
      case 'typing':
        chat.typing(message.on);
        break;
      case 'transfer-ask':
        this.#askTransfer(chat, message.chat, message.ask);
        break;
      case 'transfer-cancel':
        chat.cancelTransfer();
        break;
      case 'join-ask':
        chat.askJoin(message.ask);
        break;
      case 'join-cancel':
        chat.cancelJoin();
        break;
      case 'leave':
        chat.leave();
        break;
    }
  }

  #send(chat: StaffChat, id: ChatId, text: string): void {
    const accepted = chat.over ? err('chat-over' as const) : acceptText(text, LIMITS.textCharacters);
    if (accepted.ok) chat.write(accepted.value);
    else this.#refuse(id, 'text', text, accepted.error);
  }

  #askTransfer(chat: StaffChat, id: ChatId, ask: TransferAsk): void {
    const summary = ask.summary === null ? null : acceptText(ask.summary, LIMITS.summaryCharacters);
    if (summary === null) chat.askTransfer(ask);
    else if (summary.ok) chat.askTransfer({ ...ask, summary: summary.value });
    else if (summary.error === 'empty') chat.askTransfer({ ...ask, summary: null });
    else this.#refuse(id, 'summary', ask.summary ?? '', summary.error);
  }

  #refuse(
    chat: ChatId,
    what: 'text' | 'summary',
    text: string,
    reason: 'empty' | 'too-long' | 'chat-over',
  ): void {
    this.#deps.post({ type: 'refused', chat, refusal: { what, text, reason } });
  }

  #show(shown: Shown): void {
    const { chat, words, items } = shown;
    const state = chat.state(words.of(chat.th));
    const written = JSON.stringify(state);
    if (written !== shown.state) this.#deps.post({ type: 'state', state });
    shown.state = written;
    items.show(chat.timeline);
  }
}
