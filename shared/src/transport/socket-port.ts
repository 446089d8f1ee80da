import type { Milliseconds } from '../units';

/** What the transport needs of a Socket.IO client socket; both clients pass theirs, tests pass a lossy one. */
export type SocketPort = {
  readonly connected: boolean;
  emit(event: string, payload: unknown, acknowledge: (reply: unknown) => void): void;
  on(event: string, listener: (payload: unknown) => void): void;
  onConnect(listener: () => void): void;
  onDisconnect(listener: () => void): void;
  /** Drops the present connection and makes a new one (a node that leaves, a connection that went silent). */
  reconnect(): void;
  close(): void;
};

/** Time, passed in. */
export type Clock = {
  now(): number;
  /** Calls back once; the returned function cancels. */
  after(delay: Milliseconds, callback: () => void): () => void;
};
