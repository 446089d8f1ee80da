import type { ChatId } from '@haven/shared/ids';
import { FRAME_TYPE, SENDER, VERSION } from '@haven/shared/crypto/frame';

/**
 * The readable prefix of a frame, from its text: version, suite, type and sender, a byte each, epoch and number, four
 * bytes each, fill 16 characters exactly; the chat's 16 bytes follow. Says the same as `decodePrefixText` of shared,
 * which a test holds it to, without making anything on the way: every frame passes here.
 */
const HEAD_CHARACTERS = 16;
/** The last of the chat's 22 characters shares its lower bits with the byte that follows in the frame. */
const CHAT_CHARACTERS_WHOLE = 21;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGITS = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value += 1) DIGITS[ALPHABET.charCodeAt(value)] = value;

const digit = (text: string, at: number): number => DIGITS[text.charCodeAt(at) & 127] ?? 0;

/** 24 bits: the three bytes that four characters hold. */
const group = (text: string, at: number): number =>
  (digit(text, at) << 18) | (digit(text, at + 1) << 12) | (digit(text, at + 2) << 6) | digit(text, at + 3);

export type Prefix = {
  readonly epoch: number;
  readonly sender: 'visitor' | 'staff';
  readonly hello: boolean;
};

/** Undefined when it is none. `frame` has passed the check of its form: it is base64url and long enough. */
export function readPrefix(frame: string): Prefix | undefined {
  const first = group(frame, 0);
  const second = group(frame, 4);
  const third = group(frame, 8);
  const fourth = group(frame, 12);
  const type = first & 255;
  const sender = second >>> 16;
  const epoch = (((second & 0xffff) << 16) >>> 0) | (third >>> 8);
  const number = (((third & 255) << 24) >>> 0) | fourth;
  if (first >>> 16 !== VERSION || !isPossible(type, sender, number)) return undefined;
  return {
    epoch: epoch >>> 0,
    sender: sender === SENDER.visitor ? 'visitor' : 'staff',
    hello: type === FRAME_TYPE.hello,
  };
}

function isPossible(type: number, sender: number, number: number): boolean {
  switch (type) {
    case FRAME_TYPE.message:
      return sender <= SENDER.staff && number !== 0;
    case FRAME_TYPE.offer:
      return sender === SENDER.staff && number === 0;
    case FRAME_TYPE.hello:
    case FRAME_TYPE.accept:
      return sender === SENDER.visitor && number === 0;
    default:
      return false;
  }
}

/** The chat that the frame names is this one. */
export function isOfChat(frame: string, chat: ChatId): boolean {
  if (!frame.startsWith(chat.slice(0, CHAT_CHARACTERS_WHOLE), HEAD_CHARACTERS)) return false;
  const last = HEAD_CHARACTERS + CHAT_CHARACTERS_WHOLE;
  return digit(frame, last) >>> 4 === digit(chat, CHAT_CHARACTERS_WHOLE) >>> 4;
}

/** The chat that the frame names. */
export function chatOf(frame: string): ChatId {
  const last = HEAD_CHARACTERS + CHAT_CHARACTERS_WHOLE;
  const tail = 'AQgw'.charAt(digit(frame, last) >>> 4);
  return (frame.slice(HEAD_CHARACTERS, last) + tail) as ChatId;
}
