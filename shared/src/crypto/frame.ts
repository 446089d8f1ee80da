import { err, ok, type Result } from '../result';
import { concat, equalBytes, fromBase64Url, u32, u8 } from './bytes';
import type { EnvelopeError } from './errors';
import { Reader } from './reader';

export const VERSION = 1;
export const SUITE = 1;
export const FRAME_TYPE = { hello: 0, offer: 1, accept: 2, message: 3 } as const;
export const SENDER = { visitor: 0, staff: 1 } as const;
export type FrameType = (typeof FRAME_TYPE)[keyof typeof FRAME_TYPE];
export type Sender = (typeof SENDER)[keyof typeof SENDER];

const CID_BYTES = 16;
export const PREFIX_BYTES = 28;
/** Prefix, ratchet key and chain start: all of a message that can be read on the way. */
export const HEADER_BYTES = PREFIX_BYTES + 32 + 4;
export const TAG_BYTES = 16;
export const MAX_FRAME_BYTES = HEADER_BYTES + 16_384 + TAG_BYTES;
export const MAX_U32 = 0xffff_ffff;

export interface FramePrefix {
  /** Kept as read: an endpoint refuses other suites by name, the relay need not know them. */
  readonly suite: number;
  readonly type: FrameType;
  readonly sender: Sender;
  readonly epoch: number;
  /** 0 in a handshake; messages count from 1 per sender and link. */
  readonly number: number;
  readonly cid: Uint8Array;
}

export const encodePrefix = (prefix: FramePrefix): Uint8Array =>
  concat(
    u8(VERSION),
    u8(prefix.suite),
    u8(prefix.type),
    u8(prefix.sender),
    u32(prefix.epoch),
    u32(prefix.number),
    prefix.cid,
  );

/** Hello and accept come from the visitor, the offer from staff; only messages are numbered. */
const isPossible = (type: number, sender: number, number: number): boolean => {
  if (type === FRAME_TYPE.message)
    return (sender === SENDER.visitor || sender === SENDER.staff) && number > 0;
  if (number !== 0) return false;
  if (type === FRAME_TYPE.offer) return sender === SENDER.staff;
  return (type === FRAME_TYPE.hello || type === FRAME_TYPE.accept) && sender === SENDER.visitor;
};

/** Reads the first 28 bytes of a frame; what follows is not looked at. */
export const decodePrefix = (bytes: Uint8Array): Result<FramePrefix, 'malformed-frame'> => {
  if (bytes.length < PREFIX_BYTES) return err('malformed-frame');
  const reader = new Reader(bytes.subarray(0, PREFIX_BYTES));
  const version = reader.u8();
  const suite = reader.u8();
  const type = reader.u8() as FrameType;
  const sender = reader.u8() as Sender;
  const epoch = reader.u32();
  const number = reader.u32();
  const cid = reader.take(CID_BYTES);
  if (version !== VERSION || !isPossible(type, sender, number)) return err('malformed-frame');
  return ok({ suite, type, sender, epoch, number, cid });
};

/** Characters that hold the prefix and end on a whole byte. */
const PREFIX_CHARACTERS = 40;

/** The prefix of a frame as it travels, without decoding the rest: all that the relay needs to know. */
export const decodePrefixText = (text: string): Result<FramePrefix, 'malformed-frame'> => {
  const bytes = fromBase64Url(text.slice(0, PREFIX_CHARACTERS));
  return bytes.ok ? decodePrefix(bytes.value) : err('malformed-frame');
};

/** What the reader of a frame already knows about it. */
export interface ExpectedFrame {
  readonly type: FrameType;
  readonly sender: Sender;
  readonly cid: Uint8Array;
  readonly minimumEpoch: number;
  readonly maximumEpoch: number;
}

/** Undefined when the prefix is the expected one. */
export const envelopeError = (prefix: FramePrefix, expected: ExpectedFrame): EnvelopeError | undefined => {
  if (prefix.suite !== SUITE) return 'wrong-suite';
  if (prefix.type !== expected.type || prefix.sender !== expected.sender) return 'unexpected-frame';
  if (!equalBytes(prefix.cid, expected.cid)) return 'other-chat';
  if (!(prefix.epoch >= expected.minimumEpoch)) return 'stale-epoch';
  if (!(prefix.epoch <= expected.maximumEpoch)) return 'future-epoch';
  return undefined;
};
