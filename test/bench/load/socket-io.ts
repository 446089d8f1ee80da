import { type Address, openWebSocket } from '../../support/web-socket';

/** One connection to a namespace over WebSocket, as bare as the protocol allows. */
export type LoadSocket = {
  /** Sends an event and calls back with the acknowledgement. */
  emit(event: string, payload: unknown, acknowledge: (reply: unknown) => void): void;
  readonly request: (event: string, payload: unknown) => Promise<unknown>;
  onEvent: (event: string, payload: unknown) => void;
  onClose: (reason: string) => void;
  close(): void;
};

const OPEN = '0';
const PING = '2';
const PONG = '3';

/** Connects to a namespace (`/` or `/name`), introduced by `auth`, and resolves once the server has accepted. */
export function openSocket(
  address: Address,
  namespace: string,
  headers: Readonly<Record<string, string>> = {},
  auth: object = {},
): Promise<LoadSocket> {
  const prefix = namespace === '/' ? '' : `${namespace},`;
  const [connected, refused, event, acknowledged] = ['40', '44', '42', '43'].map((type) => type + prefix) as [
    string,
    string,
    string,
    string,
  ];
  return new Promise((resolve, reject) => {
    const waiting = new Map<number, (reply: unknown) => void>();
    let asked = 0;
    const wire = openWebSocket(
      address,
      '/socket.io/?EIO=4&transport=websocket',
      headers,
      (text) => {
        if (text.startsWith(event)) {
          const [name, payload] = JSON.parse(text.slice(event.length)) as [string, unknown];
          socket.onEvent(name, payload);
        } else if (text.startsWith(acknowledged)) {
          const start = text.indexOf('[', acknowledged.length);
          const id = Number(text.slice(acknowledged.length, start));
          const callback = waiting.get(id);
          waiting.delete(id);
          callback?.((JSON.parse(text.slice(start)) as unknown[])[0]);
        } else if (text === PING) wire.send(PONG);
        else if (text.startsWith(OPEN)) wire.send(connected + JSON.stringify(auth));
        else if (text.startsWith(connected)) resolve(socket);
        else if (text.startsWith(refused)) reject(new Error(`Refused: ${text}`));
      },
      (reason) => {
        reject(new Error(`Connection ${reason}`));
        socket.onClose(reason);
      },
    );
    const socket: LoadSocket = {
      emit: (name, payload, acknowledge) => {
        asked += 1;
        waiting.set(asked, acknowledge);
        wire.send(`${event}${asked}${JSON.stringify([name, payload])}`);
      },
      request: (name, payload) =>
        new Promise((resolve) => {
          socket.emit(name, payload, resolve);
        }),
      onEvent: () => undefined,
      onClose: () => undefined,
      close: wire.close,
    };
  });
}
