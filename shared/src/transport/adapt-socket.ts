import type { SocketPort } from './socket-port';

/** What a Socket.IO client socket has; named here so that this package needs no client of its own. */
type ClientSocket = {
  readonly connected: boolean;
  emit(event: string, ...args: unknown[]): unknown;
  on(event: string, listener: (payload: unknown) => void): unknown;
  connect(): unknown;
  disconnect(): unknown;
};

/** The port that the transport speaks to, over a client socket. */
export const adaptSocket = (socket: ClientSocket): SocketPort => ({
  get connected() {
    return socket.connected;
  },
  emit: (event, payload, acknowledge) => {
    socket.emit(event, payload, acknowledge);
  },
  on: (event, listener) => {
    socket.on(event, listener);
  },
  onConnect: (listener) => {
    socket.on('connect', () => listener());
  },
  onDisconnect: (listener) => {
    socket.on('disconnect', () => listener());
  },
  reconnect: () => {
    socket.disconnect();
    socket.connect();
  },
  close: () => {
    socket.disconnect();
  },
});
