import type { z } from 'zod/mini';
import { toBase64Url } from '../crypto/bytes';
import { decodePrefixText } from '../crypto/frame';
import type { ChatId, SeatId } from '../ids';
import type { ErrorCode } from '../protocol/errors';
import type { PayloadOf, ReplyOf, StaffPushes, StaffRequests } from '../protocol/event-maps';
import { TIMING } from '../protocol/limits';
import { type DeskState, staffPushes, staffRequests } from '../protocol/staff-events';
import { err, type Result } from '../result';
import { FrameIntake } from './frame-intake';
import { type CallError, Messenger } from './messenger';
import { OrderedLane } from './ordered-lane';
import { persist, Session } from './session';
import type { Clock, SocketPort } from './socket-port';

type Event = keyof StaffRequests;
/** What a console asks for itself; frames and entering are the relay's own business. */
export type StaffAsk = Exclude<Event, 'desk:enter' | 'frame' | 'frames:since'>;
/** What a console hears of; the rest is handled here. */
export type StaffFact = Exclude<keyof StaffPushes, 'frame' | 'node:leaving' | 'resync'>;
export type StaffListeners = { readonly [F in StaffFact]: (fact: z.infer<StaffPushes[F]>) => void };

export interface StaffRelayDeps {
  readonly port: SocketPort;
  readonly clock: Clock;
  readonly seat: SeatId;
  /** What the console shows and holds now, so that a live state that lost its memory learns it again. */
  readonly entry: () => Omit<PayloadOf<StaffRequests, 'desk:enter'>, 'seat'>;
  /** After the first entry and after every one that followed a lost connection. */
  readonly onEntered: (reply: ReplyOf<StaffRequests, 'desk:enter'>) => void;
  /** All of the desk again, every 20 seconds; null: the server is there, and could not say. */
  readonly onState: (state: DeskState | null) => void;
  readonly listeners: StaffListeners;
  /** Frames for the worker, of each chat once and by rising number. */
  readonly onFrame: (chat: ChatId, frame: string) => void;
  /** True: the relay knows this seat on this connection. */
  readonly onConnection: (up: boolean) => void;
  /** The relay will not have this seat: sign in again. */
  readonly onRefused: (error: ErrorCode) => void;
}

export interface StaffRelay {
  /** Tried again while that may help, for 20 seconds; then `unavailable`. */
  request<E extends StaffAsk>(
    event: E,
    payload: PayloadOf<StaffRequests, E>,
  ): Promise<Result<ReplyOf<StaffRequests, E>, ErrorCode>>;
  /** A frame of the worker, in order, for as long as it takes; null: the relay has it. */
  submit(frame: string): Promise<ErrorCode | null>;
  /** Asks for the frames of a chat that is mine from its beginning, or from the last one seen. */
  follow(chat: ChatId): void;
  forget(chat: ChatId): void;
  readonly garbage: number;
  close(): void;
}

/** Enters the desk as soon as there is a connection, and again after every lost one. */
export const createStaffRelay = (deps: StaffRelayDeps): StaffRelay => new Relay(deps);

class Relay implements StaffRelay {
  readonly #deps: StaffRelayDeps;
  readonly #messenger: Messenger;
  readonly #session: Session;
  readonly #lane: OrderedLane;
  readonly #intakes = new Map<ChatId, FrameIntake>();
  #refusedFor: ErrorCode | null = null;

  constructor(deps: StaffRelayDeps) {
    const { port, clock } = deps;
    this.#deps = deps;
    this.#messenger = new Messenger(port, clock);
    this.#listen();
    this.#session = new Session({
      port,
      clock,
      establish: () => this.#enter(),
      onUp: () => this.#up(),
      onDown: () => deps.onConnection(false),
      onRefused: (error) => {
        this.#refusedFor = error;
        this.#lane.refuse(error);
        deps.onRefused(error);
      },
    });
    this.#lane = new OrderedLane(this.#session, clock, port);
    this.#lookLater();
    this.#session.again();
  }

  get garbage(): number {
    return this.#messenger.garbage;
  }

  async request<E extends StaffAsk>(
    event: E,
    payload: PayloadOf<StaffRequests, E>,
  ): Promise<Result<ReplyOf<StaffRequests, E>, ErrorCode>> {
    if (this.#refusedFor !== null) return err(this.#refusedFor);
    const { clock, port } = this.#deps;
    const result = await persist(this.#session, clock, port, () => this.#call(event, payload));
    if (result.ok && (event === 'chat:claim' || event === 'link:request') && 'chat' in payload) {
      this.follow(payload.chat);
    }
    return result;
  }

  submit(frame: string): Promise<ErrorCode | null> {
    if (this.#refusedFor !== null) return Promise.resolve(this.#refusedFor);
    const prefix = decodePrefixText(frame);
    if (!prefix.ok) return Promise.resolve('malformed');
    const chat = toBase64Url(prefix.value.cid) as ChatId;
    return this.#lane.submit(async () => {
      const result = await this.#call('frame', { frame });
      if (result.ok) this.#intakes.get(chat)?.own(result.value.seq);
      return result;
    });
  }

  follow(chat: ChatId): void {
    void this.#intake(chat).ask();
  }

  forget(chat: ChatId): void {
    this.#intakes.get(chat)?.close();
    this.#intakes.delete(chat);
  }

  close(): void {
    for (const intake of this.#intakes.values()) intake.close();
    this.#session.close();
    this.#lane.refuse('unavailable');
  }

  #listen(): void {
    const { listeners, port } = this.#deps;
    const hear = <F extends StaffFact>(fact: F): void =>
      this.#messenger.listen(fact, staffPushes[fact], listeners[fact] as (payload: unknown) => void);
    hear('queue:changed');
    hear('staff:changed');
    hear('debriefs:changed');
    hear('replies:changed');
    hear('roster:changed');
    hear('organisation:changed');
    hear('chat:changed');
    hear('offer:made');
    hear('offer:withdrawn');
    hear('transfer:failed');
    hear('consult:over');
    hear('colleague:frame');
    hear('board:changed');
    hear('desk:changed');
    hear('standby:alert');
    hear('revocations');
    hear('keys:changed');
    hear('signed-out');
    this.#messenger.listen('chat:gone', staffPushes['chat:gone'], (gone) => {
      this.forget(gone.chat);
      listeners['chat:gone'](gone);
    });
    this.#messenger.listen('frame', staffPushes.frame, ({ chat, seq, frame }) => {
      this.#intake(chat).push({ seq, frame });
    });
    this.#messenger.listen('node:leaving', staffPushes['node:leaving'], () => port.reconnect());
    this.#messenger.listen('resync', staffPushes.resync, () => this.#session.again());
  }

  #call<E extends Event>(event: E, payload: PayloadOf<StaffRequests, E>) {
    return this.#messenger.call(event, staffRequests[event], payload) as Promise<
      Result<ReplyOf<StaffRequests, E>, CallError>
    >;
  }

  async #enter(): Promise<Result<unknown, CallError>> {
    const { seat, entry, onEntered } = this.#deps;
    const result = await this.#call('desk:enter', { seat, ...entry() });
    if (!result.ok) return result;
    this.#refusedFor = null;
    onEntered(result.value);
    for (const { chat, members } of result.value.state.chats) {
      if (members.some((member) => member.seat === seat)) this.#intake(chat);
    }
    return result;
  }

  #up(): void {
    for (const intake of this.#intakes.values()) void intake.ask();
    this.#deps.onConnection(true);
    this.#lane.pump();
  }

  #intake(chat: ChatId): FrameIntake {
    const known = this.#intakes.get(chat);
    if (known) return known;
    const { clock, port, onFrame } = this.#deps;
    const intake = new FrameIntake(
      {
        clock,
        deliver: (frame) => onFrame(chat, frame),
        since: (seen) =>
          persist(this.#session, clock, port, () => this.#call('frames:since', { chat, seen })),
      },
      0,
    );
    this.#intakes.set(chat, intake);
    return intake;
  }

  #lookLater(): void {
    this.#deps.clock.after(TIMING.look, () => {
      if (this.#session.closed) return;
      if (this.#session.up) void this.#look();
      this.#lookLater();
    });
  }

  async #look(): Promise<void> {
    const result = await this.request('desk:look', {});
    if (!result.ok) {
      if (this.#session.up) this.#deps.onState(null);
      return;
    }
    this.#deps.onState(result.value);
    for (const intake of this.#intakes.values()) void intake.ask();
  }
}
