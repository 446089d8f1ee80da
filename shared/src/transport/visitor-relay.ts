import type { KeptEntry, VisitorRelayEvent } from '../endpoint/visitor-worker';
import type { Answers, VisitorView } from '../protocol/chat';
import type { ErrorCode } from '../protocol/errors';
import type { PayloadOf, ReplyOf, VisitorRequests } from '../protocol/event-maps';
import type { Replay } from '../protocol/frame';
import { TIMING } from '../protocol/limits';
import type { Survey } from '../protocol/survey';
import {
  type ProofChallenge,
  type ProofSolution,
  visitorPushes,
  visitorRequests,
} from '../protocol/visitor-events';
import { err, ok, type Result } from '../result';
import { FrameIntake } from './frame-intake';
import { type CallError, Messenger } from './messenger';
import { OrderedLane } from './ordered-lane';
import { persist, Session } from './session';
import type { Clock, SocketPort } from './socket-port';

type Event = keyof VisitorRequests;

export interface VisitorRelayDeps {
  readonly port: SocketPort;
  readonly clock: Clock;
  /** The newest view, and the capability that belongs to it: keep it for coming back. */
  readonly onView: (view: VisitorView, capability: string) => void;
  /** Frames for the worker, each once, by rising number. */
  readonly onFrame: (frame: string) => void;
  /** Signed lists of withdrawn certificates, for the worker; may come before the first view. */
  readonly onRevocations: (lists: readonly string[]) => void;
  /** True: the relay knows this chat on this connection. */
  readonly onConnection: (up: boolean) => void;
  /** The relay will not have this chat back; nothing of it is tried again. */
  readonly onRefused: (error: ErrorCode) => void;
}

export interface VisitorRelay {
  /** Joins the queue; once. Waits for a connection as long as it takes. */
  enter(answers: Answers): Promise<Result<VisitorView, ErrorCode>>;
  /** Comes back with what was kept; afterwards by itself after every lost connection. */
  resume(kept: Pick<KeptEntry, 'capability'>): void;
  /** What the worker asks for, in order, for as long as it takes; null: the relay has it. */
  submit(event: VisitorRelayEvent, payload: unknown): Promise<ErrorCode | null>;
  leave(reason: PayloadOf<VisitorRequests, 'chat:leave'>['reason']): Promise<ErrorCode | null>;
  answerSurvey(survey: Survey): Promise<ErrorCode | null>;
  /** Proof of work may be asked for and handed in before the chat was entered, too. */
  challenge(): Promise<Result<ProofChallenge, ErrorCode>>;
  prove(solution: ProofSolution): Promise<ErrorCode | null>;
  /** Up to which frame everything was handed over. */
  readonly seen: number;
  /** Messages of the relay that made no sense; they changed nothing. */
  readonly garbage: number;
  close(): void;
}

export const createVisitorRelay = (deps: VisitorRelayDeps): VisitorRelay => new Relay(deps);

class Relay implements VisitorRelay {
  readonly #deps: VisitorRelayDeps;
  readonly #messenger: Messenger;
  readonly #session: Session;
  readonly #lane: OrderedLane;
  readonly #intake: FrameIntake;
  #capability: string | null = null;
  #version = 0;
  #entering: {
    readonly answers: Answers;
    readonly done: (result: Result<VisitorView, ErrorCode>) => void;
  } | null = null;
  #over = false;

  constructor(deps: VisitorRelayDeps) {
    const { port, clock } = deps;
    this.#deps = deps;
    this.#messenger = new Messenger(port, clock);
    this.#intake = new FrameIntake({ clock, deliver: deps.onFrame, since: (seen) => this.#since(seen) }, 0);
    this.#session = new Session({
      port,
      clock,
      establish: () => this.#establish(),
      onUp: () => {
        deps.onConnection(true);
        this.#lane.pump();
      },
      onDown: () => deps.onConnection(false),
      onRefused: (error) => this.#refused(error),
    });
    this.#lane = new OrderedLane(this.#session, clock, port);
    this.#messenger.listen('view', visitorPushes.view, ({ view, capability }) =>
      this.#view(view, capability),
    );
    this.#messenger.listen('frame', visitorPushes.frame, (stored) => this.#intake.push(stored));
    this.#messenger.listen('revocations', visitorPushes.revocations, ({ lists }) => {
      if (!this.#over) deps.onRevocations(lists);
    });
    this.#messenger.listen('node:leaving', visitorPushes['node:leaving'], () => port.reconnect());
    this.#messenger.listen('resync', visitorPushes.resync, () => this.#session.again());
    this.#lookLater();
  }

  get seen(): number {
    return this.#intake.seen;
  }

  get garbage(): number {
    return this.#messenger.garbage;
  }

  enter(answers: Answers): Promise<Result<VisitorView, ErrorCode>> {
    if (this.#entering || this.#capability !== null || this.#over) return Promise.resolve(err('wrong-phase'));
    return new Promise((done) => {
      this.#entering = { answers, done };
      this.#session.again();
    });
  }

  resume(kept: Pick<KeptEntry, 'capability'>): void {
    if (this.#capability !== null || this.#entering || kept.capability === undefined) return;
    this.#capability = kept.capability;
    this.#session.again();
  }

  submit(event: VisitorRelayEvent, payload: unknown): Promise<ErrorCode | null> {
    if (this.#over) return Promise.resolve('chat-ended');
    return this.#lane.submit(async () => {
      const result = await this.#call(event, payload as PayloadOf<VisitorRequests, typeof event>);
      if (result.ok && 'seq' in result.value) this.#intake.own(result.value.seq);
      return result;
    });
  }

  async leave(reason: PayloadOf<VisitorRequests, 'chat:leave'>['reason']): Promise<ErrorCode | null> {
    const result = await this.#persist('chat:leave', { reason });
    return result.ok ? null : result.error;
  }

  async answerSurvey(survey: Survey): Promise<ErrorCode | null> {
    const result = await this.#persist('survey:answer', survey);
    return result.ok ? null : result.error;
  }

  challenge(): Promise<Result<ProofChallenge, ErrorCode>> {
    return this.#persist('proof:challenge', {}, true);
  }

  async prove(solution: ProofSolution): Promise<ErrorCode | null> {
    const result = await this.#persist('proof:submit', solution, true);
    return result.ok ? null : result.error;
  }

  close(): void {
    this.#over = true;
    this.#intake.close();
    this.#session.close();
    this.#lane.refuse('unavailable');
    this.#entering?.done(err('unavailable'));
    this.#entering = null;
  }

  #call<E extends Event>(event: E, payload: PayloadOf<VisitorRequests, E>) {
    return this.#messenger.call(event, visitorRequests[event], payload) as Promise<
      Result<ReplyOf<VisitorRequests, E>, CallError>
    >;
  }

  #persist<E extends Event>(event: E, payload: PayloadOf<VisitorRequests, E>, anonymous = false) {
    const { clock, port } = this.#deps;
    return persist(this.#session, clock, port, () => this.#call(event, payload), anonymous);
  }

  #establish(): Promise<Result<unknown, CallError>> | null {
    if (this.#over) return null;
    if (this.#capability !== null) return this.#comeBack(this.#capability);
    return this.#entering ? this.#goIn(this.#entering.answers) : null;
  }

  async #goIn(answers: Answers): Promise<Result<unknown, CallError>> {
    const result = await this.#call('chat:enter', answers);
    if (!result.ok) return result;
    this.#version = 0;
    this.#view(result.value.view, result.value.capability);
    this.#entering?.done(ok(result.value.view));
    this.#entering = null;
    return result;
  }

  async #comeBack(capability: string): Promise<Result<unknown, CallError>> {
    const asked = this.#intake.seen;
    const result = await this.#call('chat:resume', { capability, seen: asked });
    if (!result.ok) return result;
    // A relay that lost its memory may count versions afresh.
    this.#version = 0;
    this.#view(result.value.view, result.value.capability);
    this.#intake.replay(result.value.replay, asked);
    return result;
  }

  async #since(seen: number): Promise<Result<Replay, ErrorCode>> {
    return this.#persist('frames:since', { seen });
  }

  #view(view: VisitorView, capability: string): void {
    if (this.#over || view.version < this.#version) return;
    this.#version = view.version;
    this.#capability = capability;
    this.#deps.onView(view, capability);
  }

  #refused(error: ErrorCode): void {
    if (this.#entering) {
      this.#entering.done(err(error));
      this.#entering = null;
      return;
    }
    this.#over = true;
    this.#lane.refuse(error);
    this.#deps.onRefused(error);
  }

  /** A view or a frame may be lost between nodes; nothing here depends on a push that comes but once. */
  #lookLater(): void {
    this.#deps.clock.after(TIMING.look, () => {
      if (this.#session.closed) return;
      if (this.#session.up && !this.#over) void this.#look();
      this.#lookLater();
    });
  }

  async #look(): Promise<void> {
    const result = await this.#persist('chat:look', {});
    if (!result.ok) return;
    this.#view(result.value.view, result.value.capability);
    if (result.value.view.members.length > 0) await this.#intake.ask();
  }
}
