import type { ChatId } from '@haven/shared/ids';

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const DIGITS = '23456789';

/**
 * A short name for an anonymous chat, the same for every colleague, so that it can be said aloud. It comes from the
 * random id alone and names nobody; two chats of one evening may, rarely, share it.
 */
export const chatCode = (chat: ChatId): string => {
  let sum = 0;
  for (const character of chat) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  const first = LETTERS[sum % LETTERS.length] ?? '';
  const second = DIGITS[Math.floor(sum / LETTERS.length) % DIGITS.length] ?? '';
  const third = LETTERS[Math.floor(sum / (LETTERS.length * DIGITS.length)) % LETTERS.length] ?? '';
  return first + second + third;
};
