import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

// For the load of the bench: a whole client library would take more of the machine than the servers measured.

export type Address = {
  readonly port: number;
  /** Another loopback address than 127.0.0.1 to come from. */
  readonly from?: string;
};

export type WebSocketWire = {
  send(text: string): void;
  readonly close: () => void;
};

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/**
 * A client's WebSocket without extensions, for servers that send whole text messages. `onText` gets every message,
 * `onClose` is called once.
 */
export function openWebSocket(
  { port, from }: Address,
  path: string,
  headers: Readonly<Record<string, string>>,
  onText: (text: string) => void,
  onClose: (reason: string) => void,
): WebSocketWire {
  const socket = connect({ port, host: '127.0.0.1', ...(from === undefined ? {} : { localAddress: from }) });
  socket.setNoDelay(true);
  const request = {
    host: `127.0.0.1:${port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(request).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);

  let reason = 'closed';
  let pending: Buffer = Buffer.alloc(0);
  let upgraded = false;
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (!upgraded) {
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const status = pending.subarray(0, pending.indexOf('\r\n')).toString();
      if (!status.startsWith('HTTP/1.1 101')) {
        reason = status;
        socket.destroy();
        return;
      }
      upgraded = true;
      pending = pending.subarray(end + 4);
    }
    pending = readFrames(pending, (opcode, payload) => {
      if (opcode === TEXT) onText(payload.toString('utf8'));
      else if (opcode === PING) write(socket, PONG, payload);
      else if (opcode === CLOSE) socket.end();
    });
  });
  socket.on('error', (error) => {
    reason = error.message;
  });
  socket.on('close', () => onClose(reason));
  return {
    send: (text) => write(socket, TEXT, Buffer.from(text)),
    close: () => void socket.destroy(),
  };
}

/**
 * How many bytes of a frame's header come before its mask, and how many its payload has; null where too little is there
 * to tell. At least two bytes must be.
 */
export function frameSizeAt(
  bytes: Buffer,
  at: number,
): { readonly header: number; readonly length: number } | null {
  const short = bytes.readUInt8(at + 1) & 0x7f;
  if (short < 126) return { header: 2, length: short };
  const header = short === 126 ? 4 : 10;
  if (bytes.length - at < header) return null;
  return {
    header,
    length: short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2)),
  };
}

/** Gives what is left of the bytes after the last whole frame. */
function readFrames(bytes: Buffer, onFrame: (opcode: number, payload: Buffer) => void): Buffer {
  let at = 0;
  while (bytes.length - at >= 2) {
    const opcode = bytes.readUInt8(at) & 0xf;
    const size = frameSizeAt(bytes, at);
    if (size === null) break;
    const { header, length } = size;
    if (bytes.length - at < header + length) break;
    onFrame(opcode, bytes.subarray(at + header, at + header + length));
    at += header + length;
  }
  return at === 0 ? bytes : bytes.subarray(at);
}

/** Masked with zeros: a mask is demanded, and this one costs nothing on either side's arithmetic that differs. */
function write(socket: Socket, opcode: number, payload: Buffer): void {
  const { length } = payload;
  const header = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14);
  header.writeUInt8(0x80 | opcode, 0);
  if (length < 126) header.writeUInt8(0x80 | length, 1);
  else if (length < 65_536) {
    header.writeUInt8(0x80 | 126, 1);
    header.writeUInt16BE(length, 2);
  } else {
    header.writeUInt8(0x80 | 127, 1);
    header.writeBigUInt64BE(BigInt(length), 2);
  }
  socket.write(Buffer.concat([header, payload]));
}
