import type { SocketPort } from '@haven/shared/transport/socket-port';

/** What the relay makes of the traffic of one peer. */
export type Lies = {
  /** An answer on its way back. */
  readonly onReply?: (event: string, reply: unknown) => unknown;
  /** A push on its way to the peer: what arrives instead, any number of times. */
  readonly onPush?: (event: string, payload: unknown) => readonly unknown[];
};

export type LyingPort = SocketPort & {
  /** From now on the relay lies like this; nothing: it is honest again. */
  lie(lies: Lies): void;
  /** Pushes something nobody sent. */
  invent(event: string, payload: unknown): void;
  /** Asks the relay something in the peer's name, past the peer. */
  ask(event: string, payload: unknown): Promise<unknown>;
  /** All pushes that came from the relay, before any lie. */
  readonly pushed: readonly { readonly event: string; readonly payload: unknown }[];
};

/** A relay under somebody else's control: the real one, and what is done to its traffic. */
export function lyingPort(honest: SocketPort): LyingPort {
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  const pushed: { event: string; payload: unknown }[] = [];
  let lies: Lies = {};
  const deliver = (event: string, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };
  return {
    get connected() {
      return honest.connected;
    },
    emit: (event, payload, acknowledge) => {
      honest.emit(event, payload, (reply) => {
        acknowledge(lies.onReply === undefined ? reply : lies.onReply(event, reply));
      });
    },
    on: (event, listener) => {
      const known = listeners.get(event);
      if (known !== undefined) {
        known.push(listener);
        return;
      }
      listeners.set(event, [listener]);
      honest.on(event, (payload) => {
        pushed.push({ event, payload });
        for (const told of lies.onPush?.(event, payload) ?? [payload]) deliver(event, told);
      });
    },
    onConnect: honest.onConnect.bind(honest),
    onDisconnect: honest.onDisconnect.bind(honest),
    reconnect: honest.reconnect.bind(honest),
    close: honest.close.bind(honest),
    lie: (next) => {
      lies = next;
    },
    invent: deliver,
    ask: (event, payload) =>
      new Promise((resolve) => {
        honest.emit(event, payload, resolve);
      }),
    pushed,
  };
}
