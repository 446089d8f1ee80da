import { randomBytes } from 'node:crypto';
import { fromBase64Url } from '@haven/shared/crypto/bytes';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { ColleagueView } from '@haven/shared/colleagues/worker-messages';
import type { ConversationItem } from '@haven/shared/endpoint/conversation';
import { createStaffEndpoint } from '@haven/shared/endpoint/staff-endpoint';
import type { FromStaffEndpoint, StaffChatState, ToStaffEndpoint } from '@haven/shared/endpoint/staff-worker';
import type { ChatId, SeatId, StaffId } from '@haven/shared/ids';
import type { StaffChat } from '@haven/shared/protocol/chat';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { SignedIn } from '@haven/shared/protocol/http';
import type { Presence } from '@haven/shared/protocol/presence';
import type { Offer } from '@haven/shared/protocol/queue';
import type { DeskState } from '@haven/shared/protocol/staff-events';
import { createStaffRelay, type StaffRelay } from '@haven/shared/transport/staff-relay';
import { type LyingPort, lyingPort } from '../lying-port';
import { type DeviceKey, demonstrationToken, makeDeviceKey, proofOf, signIn } from '../sign-in';
import { openSocketPort } from '../socket-port';
import { until } from '../until';
import { keepTicking, type PersonalClock, personalClock } from './endpoint-clock';

/** A staff member who has signed in on a device of hers; good for any number of tabs. */
export type SignIn = {
  readonly body: SignedIn;
  readonly cookie: string;
  readonly device: DeviceKey;
};

export async function signInAs(url: string, staffId: string): Promise<SignIn> {
  const device = await makeDeviceKey();
  const token = await demonstrationToken(url, staffId);
  return { ...(await signIn(url, token, device.publicKey)), device };
}

export type CounsellorOptions = {
  readonly url: string;
  readonly signIn: SignIn;
  readonly presence?: Presence;
  readonly capacity?: number;
  readonly clock?: PersonalClock;
};

export type Counsellor = {
  readonly staffId: StaffId;
  readonly seat: SeatId;
  readonly port: LyingPort;
  readonly clock: PersonalClock;
  readonly relay: StaffRelay;
  desk(): DeskState | null;
  /** What rings at this counsellor. */
  offers(): readonly Offer[];
  chat(chat: ChatId): StaffChat | undefined;
  /** Takes a chat; null, or the error's code. */
  claim(chat: ChatId): Promise<ErrorCode | null>;
  close(chat: ChatId): Promise<ErrorCode | null>;
  /** At the desk, and, once the colleague has accepted, inside the encryption. */
  askTransfer(chat: ChatId, to: Counsellor, summary?: string | null): Promise<ErrorCode | null>;
  /** Asks a colleague to join: at the desk, and, once that one has accepted, inside the encryption. */
  askConsult(chat: ChatId, colleague: Counsellor): Promise<ErrorCode | null>;
  /** Ends the consult, whichever part this one has in it. */
  endConsult(chat: ChatId): Promise<ErrorCode | null>;
  state(chat: ChatId): StaffChatState | undefined;
  items(chat: ChatId): readonly ConversationItem[];
  texts(chat: ChatId): readonly string[];
  /** All texts of any chat this tab has ever shown. */
  everShown(): ReadonlySet<string>;
  write(chat: ChatId, text: string): void;
  /** To a colleague, and what is shown of the words with one. */
  writeTo(colleague: Counsellor, text: string): void;
  with(colleague: Counsellor): ColleagueView | undefined;
  tell(message: ToStaffEndpoint): void;
  connected(): boolean;
  refused(): ErrorCode | null;
  failures(): readonly { readonly chat: ChatId; readonly reason: string }[];
  /** A new tab in place of this one. */
  reload(url?: string): Promise<Counsellor>;
  /** The tab is gone. */
  stop(): void;
};

/** A console's tab without its pictures: the real endpoint and transport over a real connection. */
export async function createCounsellor(options: CounsellorOptions): Promise<Counsellor> {
  const { url, clock = personalClock() } = options;
  const { body, cookie, device } = options.signIn;
  const sodium = await loadSodium();
  const { staffId } = body;
  const seat = randomBytes(16).toString('base64url') as SeatId;
  const introduce = () => proofOf(url, cookie, device.sign);
  const port = lyingPort(openSocketPort(url, '/staff', { headers: { cookie }, introduce }));

  const chats = new Map<ChatId, StaffChat>();
  const offers = new Map<ChatId, Offer>();
  const states = new Map<ChatId, StaffChatState>();
  const items = new Map<ChatId, readonly ConversationItem[]>();
  const colleagues = new Map<StaffId, ColleagueView>();
  const everShown = new Set<string>();
  const failures: { chat: ChatId; reason: string }[] = [];
  let desk: DeskState | null = null;
  let up = false;
  let refused: ErrorCode | null = null;
  let presence = options.presence ?? 'available';

  const devicePublicKey = fromBase64Url(device.publicKey);
  if (!devicePublicKey.ok) throw new Error('A device key is base64url.');
  const endpoint = createStaffEndpoint({
    sodium,
    random: systemRandom(sodium),
    now: () => clock.now(),
    post: (message) => posted(message),
    device: { publicKey: devicePublicKey.value, sign: device.sign },
  });
  endpoint.handle({
    type: 'begin',
    staffId,
    desk: body.desks[0] ?? body.organisation.generalDesk,
    seat,
    organisation: body.organisation.id,
    chain: body.chain,
  });
  const stopTicking = keepTicking(endpoint);

  const relay: StaffRelay = createStaffRelay({
    port,
    clock,
    seat,
    entry: () => ({
      presence,
      capacity: options.capacity ?? null,
      capabilities: [...chats.values()].map(({ capability }) => capability),
    }),
    onEntered: ({ state }) => showDesk(state),
    onState: (state) => {
      if (state !== null) showDesk(state);
    },
    listeners: {
      revocations: ({ lists }) => endpoint.handle({ type: 'revocations', lists }),
      'colleague:frame': (frame) => endpoint.handle({ type: 'colleague-frame', ...frame }),
      'keys:changed': () => undefined,
      'queue:changed': () => undefined,
      'desk:changed': () => undefined,
      'standby:alert': () => undefined,
      'staff:changed': () => undefined,
      'replies:changed': () => undefined,
      'debriefs:changed': () => undefined,
      'roster:changed': () => undefined,
      'chat:changed': (chat) => showChat(chat),
      'chat:gone': ({ chat }) => {
        chats.delete(chat);
        endpoint.handle({ type: 'forget', chat });
      },
      'offer:made': (offer) => {
        offers.set(offer.item.chat, offer);
      },
      'offer:withdrawn': ({ chat }) => {
        offers.delete(chat);
      },
      'transfer:failed': (failure) => {
        failures.push(failure);
        endpoint.handle({ type: 'transfer-cancel', chat: failure.chat });
      },
      'consult:over': (ended) => {
        failures.push(ended);
        endpoint.handle({ type: 'join-cancel', chat: ended.chat });
      },
      'signed-out': () => {
        refused = 'not-signed-in';
      },
      'organisation:changed': () => undefined,
      'board:changed': () => undefined,
    },
    onFrame: (chat, frame) => endpoint.handle({ type: 'frame', chat, frame }),
    onConnection: (isUp) => {
      up = isUp;
      endpoint.handle({ type: 'connection', up: isUp });
    },
    onRefused: (error) => {
      refused = error;
    },
  });

  const mine = (chat: StaffChat) => chat.members.find((member) => member.staffId === staffId);

  function showChat(chat: StaffChat): void {
    const known = chats.get(chat.chat);
    if (known !== undefined && known.version > chat.version) return;
    chats.set(chat.chat, chat);
    endpoint.handle({ type: 'chat', chat });
  }

  function showDesk(state: DeskState): void {
    desk = state;
    ({ presence } = state.self);
    offers.clear();
    for (const offer of state.offers) offers.set(offer.item.chat, offer);
    for (const chat of state.chats) {
      showChat(chat);
      // The tab that held it is this one's predecessor.
      if (chat.phase !== 'ended' && mine(chat)?.seat !== seat) wantLink(chat.chat);
    }
  }

  function wantLink(chat: ChatId): void {
    void relay.request('link:request', { chat }).then((reply) => {
      if (reply.ok) showChat(reply.value);
    });
  }

  function posted(message: FromStaffEndpoint): void {
    switch (message.type) {
      case 'colleague':
        colleagues.set(message.view.staffId, message.view);
        for (const { text } of message.view.texts) everShown.add(text);
        break;
      case 'relay': {
        if (message.event === 'colleague:send') {
          void relay.request('colleague:send', message.payload).then((reply) => {
            const error = reply.ok ? null : reply.error;
            endpoint.handle({ type: 'relay-outcome', token: message.token, error });
          });
          break;
        }
        const { token, payload } = message;
        void relay.submit(payload.frame).then((error) => {
          endpoint.handle({ type: 'relay-outcome', token, error });
        });
        break;
      }
      case 'items':
        items.set(message.chat, message.items);
        for (const { text } of message.items) everShown.add(text);
        break;
      case 'state':
        states.set(message.state.chat, message.state);
        break;
      case 'link-wanted':
        wantLink(message.chat);
        break;
      case 'ready':
      case 'refused':
      case 'colleague-refused':
        break;
      case 'failed':
        throw new Error(`The endpoint of ${staffId} failed: ${message.reason}`);
    }
  }

  const stop = () => {
    stopTicking();
    relay.close();
  };
  const counsellor: Counsellor = {
    staffId,
    seat,
    port,
    clock,
    relay,
    desk: () => desk,
    offers: () => [...offers.values()],
    chat: (chat) => chats.get(chat),
    claim: async (chat) => {
      const reply = await relay.request('chat:claim', { chat });
      if (!reply.ok) return reply.error;
      offers.delete(chat);
      showChat(reply.value);
      return null;
    },
    close: async (chat) => {
      const reply = await relay.request('chat:close', { chat });
      if (reply.ok) showChat(reply.value);
      return reply.ok ? null : reply.error;
    },
    askTransfer: async (chat, to, summary = null) => {
      const target = { kind: 'staff', staffId: to.staffId } as const;
      const reply = await relay.request('transfer:ask', { chat, target });
      if (!reply.ok) return reply.error;
      showChat(reply.value);
      await until('the colleague has accepted', () => chats.get(chat)?.transfer?.state === 'accepted');
      const { displayName = '' } = to.desk()?.self ?? {};
      const ask = { staffId: to.staffId, displayName, deskName: displayName, summary };
      endpoint.handle({ type: 'transfer-ask', chat, ask });
      return null;
    },
    askConsult: async (chat, colleague) => {
      const reply = await relay.request('consult:ask', { chat, staffId: colleague.staffId });
      if (!reply.ok) return reply.error;
      showChat(reply.value);
      await until('the colleague has accepted', () => chats.get(chat)?.consult?.state === 'accepted');
      const { displayName = '', role } = colleague.desk()?.self ?? {};
      const ask = {
        staffId: colleague.staffId,
        displayName,
        role: role === 'supervisor' ? role : 'counsellor',
      } as const;
      endpoint.handle({ type: 'join-ask', chat, ask });
      return null;
    },
    endConsult: async (chat) => {
      const joined = chats.get(chat)?.consult?.to === staffId;
      endpoint.handle({ type: joined ? 'leave' : 'join-cancel', chat });
      const reply = await relay.request('consult:end', { chat });
      return reply.ok ? null : reply.error;
    },
    state: (chat) => states.get(chat),
    items: (chat) => items.get(chat) ?? [],
    texts: (chat) => (items.get(chat) ?? []).map(({ text }) => text),
    everShown: () => everShown,
    writeTo: (colleague, text) => endpoint.handle({ type: 'colleague-send', to: colleague.staffId, text }),
    with: (colleague) => colleagues.get(colleague.staffId),
    write: (chat, text) => endpoint.handle({ type: 'send', chat, text }),
    tell: (message) => endpoint.handle(message),
    connected: () => up,
    refused: () => refused,
    failures: () => failures,
    reload: (next = url) => {
      stop();
      return createCounsellor({ ...options, url: next, clock });
    },
    stop,
  };
  await until(`${staffId} is at the desk`, () => up || refused !== null, {
    seen: () => ({ connected: port.connected, output: 'no reply to desk:enter' }),
  });
  return counsellor;
}
