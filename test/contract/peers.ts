import { randomBytes } from 'node:crypto';
import { concat, fromBase64Url, toBase64Url } from '@haven/shared/crypto/bytes';
import { encodePrefix, FRAME_TYPE, SENDER } from '@haven/shared/crypto/frame';
import type { ChatId, PublicKey, SeatId } from '@haven/shared/ids';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type {
  DisplayPushMap,
  DisplayRequests,
  PayloadOf,
  ReplyOf,
  StaffPushMap,
  StaffRequests,
  VisitorPushMap,
  VisitorRequests,
} from '@haven/shared/protocol/event-maps';
import { type SignedIn, signedIn } from '@haven/shared/protocol/http';
import type { Reply } from '@haven/shared/protocol/reply';
import { displayPushes, displayRequests } from '@haven/shared/protocol/display';
import { staffPushes, staffRequests } from '@haven/shared/protocol/staff-events';
import { visitorPushes, visitorRequests } from '@haven/shared/protocol/visitor-events';
import { io, type Socket } from 'socket.io-client';
import { introduce, newDevice, signedInOn } from './devices';
import { until, within } from '../support/until';

type Schema = { safeParse(value: unknown): { readonly success: boolean } };
type Requests = VisitorRequests | StaffRequests | DisplayRequests;
type PushMap = VisitorPushMap | StaffPushMap | DisplayPushMap;
type Pushed<M extends PushMap, E extends keyof M> = M[E] extends (payload: infer P) => void ? P : never;

/** A bare peer of one namespace: it checks by the schemas all that it is told. */
export type Peer<R extends Requests, P extends PushMap> = {
  readonly socket: Socket;
  /** The reply's value; throws the error code. */
  ask<E extends keyof R & string>(event: E, payload: PayloadOf<R, E>): Promise<ReplyOf<R, E>>;
  /** The error code of the reply. */
  refused<E extends keyof R & string>(event: E, payload: PayloadOf<R, E>): Promise<ErrorCode | 'accepted'>;
  /** Whatever is sent, and whatever is replied. */
  raw(event: string, ...payload: unknown[]): Promise<unknown>;
  /** All pushes of one kind until now. */
  pushes<E extends keyof P & string>(event: E): Pushed<P, E>[];
  /** The first push of this kind that fits, whenever it comes or came. */
  told<E extends keyof P & string>(
    event: E,
    fits?: (payload: Pushed<P, E>) => boolean,
  ): Promise<Pushed<P, E>>;
  leave(): void;
};

export type VisitorPeer = Peer<VisitorRequests, VisitorPushMap>;
export type StaffPeer = Peer<StaffRequests, StaffPushMap>;

const PATIENCE = 10_000;

async function connect<R extends Requests, P extends PushMap>(
  url: string,
  requests: Readonly<Record<string, { readonly reply: Schema }>>,
  pushes: Readonly<Record<string, Schema>>,
  headers: Readonly<Record<string, string>>,
  transports: readonly string[],
  auth: object = {},
): Promise<Peer<R, P>> {
  const socket = io(url, {
    forceNew: true,
    reconnection: false,
    auth,
    transports: [...transports],
    extraHeaders: headers,
  });
  const told: { readonly event: string; readonly payload: unknown }[] = [];
  const strange: string[] = [];
  socket.onAny((event: string, payload: unknown) => {
    const schema = pushes[event];
    if (schema === undefined || !schema.safeParse(payload).success) strange.push(event);
    told.push({ event, payload });
  });
  await within(
    PATIENCE,
    `a connection to ${url}`,
    new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    }),
  );
  const raw = (event: string, ...payload: unknown[]): Promise<unknown> =>
    within(
      PATIENCE,
      `a reply to ${event}`,
      new Promise((resolve) => socket.emit(event, ...payload, resolve)),
    );
  const reply = async <E extends keyof R & string>(event: E, payload: PayloadOf<R, E>) =>
    (await raw(event, payload)) as Reply<ReplyOf<R, E>>;
  const ofKind = <E extends keyof P & string>(event: E) =>
    told.filter((each) => each.event === event).map((each) => each.payload as Pushed<P, E>);
  return {
    socket,
    raw,
    ask: async (event, payload) => {
      const answer = await reply(event, payload);
      if (!answer.ok) throw new Error(`${event}: ${answer.error}`);
      const parsed = requests[event]?.reply.safeParse(answer.value);
      if (parsed?.success !== true) throw new Error(`The reply to ${event} is not in its form`);
      return answer.value;
    },
    refused: async (event, payload) => {
      const answer = await reply(event, payload);
      return answer.ok ? 'accepted' : answer.error;
    },
    pushes: (event) => {
      if (strange.length > 0) throw new Error(`Pushes not in their form: ${strange.join(', ')}`);
      return ofKind(event);
    },
    told: (event, fits = () => true) =>
      until(`${event} is pushed`, () => ofKind(event).find(fits), {
        within: PATIENCE,
        seen: () => told.map((each) => each.event),
      }),
    leave: () => socket.disconnect(),
  };
}

export const visitor = (
  url: string,
  {
    headers = {},
    transports = ['websocket'],
  }: { headers?: Record<string, string>; transports?: string[] } = {},
): Promise<VisitorPeer> => connect(`${url}/visitor`, visitorRequests, visitorPushes, headers, transports);

export const newSeat = (): SeatId => randomBytes(16).toString('base64url') as SeatId;

/** A cookie of the demonstration's sign-in. */
export async function signIn(
  url: string,
  staffId: string,
  device: PublicKey = newDevice(),
): Promise<{ readonly cookie: string; readonly body: SignedIn }> {
  const link = await fetch(`${url}/demo/sign-in/${staffId}`, { redirect: 'manual' });
  const token = (link.headers.get('location') ?? '').split('#')[1];
  const response = await fetch(`${url}/console/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ token, devicePublicKey: device }),
  });
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  signedInOn(device, cookie);
  return { cookie, body: signedIn.parse(await response.json()) };
}

/** `auth`: what is said of the device; as a rule the one that signed in proves itself. */
export async function staff(
  url: string,
  cookie: string,
  { origin = url, auth }: { readonly origin?: string; readonly auth?: object } = {},
): Promise<StaffPeer> {
  const headers = { Cookie: cookie, Origin: origin };
  const said = auth ?? (await introduce(url, cookie));
  return connect(`${url}/staff`, staffRequests, staffPushes, headers, ['websocket'], said);
}

/** A screen on a wall. */
export const display = (url: string, cookie: string): Promise<Peer<DisplayRequests, DisplayPushMap>> =>
  connect(`${url}/display`, displayRequests, displayPushes, { Cookie: cookie, Origin: url }, ['websocket']);

/** Signed in, at the desk, with these chats at once. */
export async function counsellor(url: string, staffId: string, seat: SeatId = newSeat()) {
  const { cookie } = await signIn(url, staffId);
  const peer = await staff(url, cookie);
  const entered = await peer.ask('desk:enter', {
    seat,
    presence: 'available',
    capacity: 3,
    capabilities: [],
  });
  return { ...peer, cookie, seat, state: entered.state };
}

type FrameParts = {
  readonly type?: keyof typeof FRAME_TYPE;
  readonly from?: 'visitor' | 'staff';
  readonly epoch?: number;
  readonly n?: number;
  readonly body?: number;
};

/** A frame as the relay sees it: its readable prefix, and bytes that mean nothing here. */
export function frameOf(
  chat: ChatId,
  { type = 'message', from = 'visitor', epoch = 1, n = 1, body = 292 }: FrameParts = {},
): string {
  const cid = fromBase64Url(chat);
  if (!cid.ok) throw new Error('No chat');
  const number = type === 'message' ? n : 0;
  const prefix = { suite: 1, type: FRAME_TYPE[type], sender: SENDER[from], epoch, number, cid: cid.value };
  return toBase64Url(concat(encodePrefix(prefix), new Uint8Array(body).fill(n % 256)));
}

/** Who would rather not say, but for this. */
export const answers = (
  more: Partial<PayloadOf<VisitorRequests, 'chat:enter'>> = {},
): PayloadOf<VisitorRequests, 'chat:enter'> => ({
  region: null,
  language: 'nl',
  forWhom: null,
  topics: [],
  ...more,
});
