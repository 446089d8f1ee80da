import type { Milliseconds } from '../../units';
import type { SocketPort } from '../socket-port';
import type { VirtualClock } from './virtual-clock';

/** What a node makes of a request: a reply, whatever it is, or nothing at all. */
export type Node = (event: string, payload: unknown, connection: number) => unknown;

export const SILENCE = Symbol('no answer');

/** A socket to a node that the test plays. Everything takes `latency` each way; a lost connection loses all of it. */
export class ScriptedPort implements SocketPort {
  connected = false;
  reconnects = 0;
  closed = false;
  /** Everything that reached the node, in order. */
  readonly asked: { readonly event: string; readonly payload: unknown; readonly connection: number }[] = [];
  readonly #clock: VirtualClock;
  readonly #latency: Milliseconds;
  readonly #listeners = new Map<string, (payload: unknown) => void>();
  readonly #connect: (() => void)[] = [];
  readonly #disconnect: (() => void)[] = [];
  #node: Node;
  #connection = 0;

  constructor(clock: VirtualClock, node: Node, latency: Milliseconds = 20) {
    this.#clock = clock;
    this.#node = node;
    this.#latency = latency;
  }

  answers(node: Node): void {
    this.#node = node;
  }

  emit(event: string, payload: unknown, acknowledge: (reply: unknown) => void): void {
    const connection = this.#connection;
    this.#travel(connection, () => {
      this.asked.push({ event, payload, connection });
      const reply = this.#node(event, payload, connection);
      if (reply !== SILENCE) this.#travel(connection, () => acknowledge(reply));
    });
  }

  on(event: string, listener: (payload: unknown) => void): void {
    this.#listeners.set(event, listener);
  }

  onConnect(listener: () => void): void {
    this.#connect.push(listener);
  }

  onDisconnect(listener: () => void): void {
    this.#disconnect.push(listener);
  }

  reconnect(): void {
    this.reconnects += 1;
    this.cut();
    this.#clock.after(this.#latency, () => this.connect());
  }

  close(): void {
    this.closed = true;
    this.cut();
  }

  connect(): void {
    if (this.connected || this.closed) return;
    this.#connection += 1;
    this.connected = true;
    for (const listener of this.#connect) listener();
  }

  cut(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#connection += 1;
    for (const listener of this.#disconnect) listener();
  }

  push(event: string, payload: unknown): void {
    this.#travel(this.#connection, () => this.#listeners.get(event)?.(payload));
  }

  /** The payloads of one event, in the order in which they reached the node. */
  heard(event: string): readonly unknown[] {
    return this.asked.filter((asked) => asked.event === event).map(({ payload }) => payload);
  }

  #travel(connection: number, arrive: () => void): void {
    this.#clock.after(this.#latency, () => {
      if (this.connected && connection === this.#connection) arrive();
    });
  }
}
