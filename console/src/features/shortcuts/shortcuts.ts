/** What a key can do. The sheet of keys is drawn from this table, so it cannot say anything else. */
export const SHORTCUTS = [
  { action: 'next-chat', code: 'ArrowDown', shown: '↓', group: 'chats' },
  { action: 'previous-chat', code: 'ArrowUp', shown: '↑', group: 'chats' },
  { action: 'next-unread', code: 'KeyU', shown: 'U', group: 'chats' },
  { action: 'focus-chats', code: 'KeyL', shown: 'L', group: 'chats' },
  { action: 'accept', code: 'KeyA', shown: 'A', group: 'offers' },
  { action: 'decline', code: 'KeyR', shown: 'R', group: 'offers' },
  { action: 'claim', code: 'KeyC', shown: 'C', group: 'offers' },
  { action: 'focus-queue', code: 'KeyQ', shown: 'Q', group: 'offers' },
  { action: 'focus-composer', code: 'KeyM', shown: 'M', group: 'chat' },
  { action: 'focus-canned', code: 'KeyK', shown: 'K', group: 'chat' },
  { action: 'focus-notes', code: 'KeyN', shown: 'N', group: 'chat' },
  { action: 'focus-safety', code: 'KeyS', shown: 'S', group: 'chat' },
  { action: 'transfer', code: 'KeyH', shown: 'H', group: 'chat' },
  { action: 'close', code: 'KeyX', shown: 'X', group: 'chat' },
  { action: 'presence', code: 'KeyP', shown: 'P', group: 'other' },
  { action: 'settings', code: 'Comma', shown: ',', group: 'other' },
  { action: 'sheet', code: 'Slash', shown: '/', group: 'other' },
] as const satisfies readonly {
  readonly action: string;
  readonly code: string;
  readonly shown: string;
  readonly group: 'chats' | 'offers' | 'chat' | 'other';
}[];

export type ShortcutAction = (typeof SHORTCUTS)[number]['action'];
export type ShortcutGroup = (typeof SHORTCUTS)[number]['group'];
export const SHORTCUT_GROUPS = [
  'chats',
  'offers',
  'chat',
  'other',
] as const satisfies readonly ShortcutGroup[];

/** What of a KeyboardEvent decides. */
export type Keystroke = {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr types characters on many keyboards and must never act. */
  readonly altGraph: boolean;
  readonly repeat: boolean;
  /** While an input method composes a character, every key is its own. */
  readonly composing: boolean;
};

/** Keys that do harm when a finger rests on them. */
const MAY_REPEAT: ReadonlySet<ShortcutAction> = new Set(['next-chat', 'previous-chat']);

const PLAIN = /^[a-z,/]$/i;

/** By the letter; by the place of the key where Alt turns the letter into another character. */
const find = ({ key, code }: Keystroke) =>
  PLAIN.test(key)
    ? SHORTCUTS.find(({ shown }) => shown === key.toUpperCase())
    : SHORTCUTS.find((shortcut) => shortcut.code === code);

/**
 * What a keystroke asks for; null: nothing, it belongs to whoever has the focus. Alt with a key works everywhere. A
 * single `?` works only outside of text and only while the counsellor allows single keys.
 */
export const shortcutOf = (
  stroke: Keystroke,
  where: { readonly typing: boolean; readonly singleKeys: boolean },
): ShortcutAction | null => {
  if (stroke.composing || stroke.altGraph || stroke.ctrlKey || stroke.metaKey) return null;
  if (!stroke.altKey) {
    return stroke.key === '?' && where.singleKeys && !where.typing && !stroke.repeat ? 'sheet' : null;
  }
  if (stroke.shiftKey) return null;
  const found = find(stroke);
  if (found === undefined || (stroke.repeat && !MAY_REPEAT.has(found.action))) return null;
  return found.action;
};
