import type { CannedReply, ReplyShelf } from '@haven/shared/protocol/canned-replies';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALMERE, AMSTERDAM } from '../../testing/duty-desk';
import { appendReply, matchingReplies, previewOf, repliesAt, replaceSlash, slashQuery } from './canned';

const reply = (
  shortcut: string,
  title: string,
  text: string,
  language: 'nl' | 'en' = 'nl',
  shelf: ReplyShelf = { kind: 'everyone' },
): CannedReply => ({
  id: `${language}-${shortcut}`,
  version: 1,
  shelf,
  shortcut,
  language,
  title,
  text,
});

const REPLIES = [
  reply('hallo', 'Begroeting', 'Fijn dat je schrijft.'),
  reply('veilig', 'Ben je veilig?', 'Ben je nu op een veilige plek?'),
  reply('112', 'Direct gevaar', 'Bel 112 als je in gevaar bent.'),
  reply('hello', 'Greeting', 'Good that you write.', 'en'),
  reply('cafe', 'Café', 'Tot later.'),
];

describe('A slash in the composer', () => {
  it('opens the list at the start and after a space, not inside a word', () => {
    expect(slashQuery('/', 1)).toEqual({ from: 0, query: '' });
    expect(slashQuery('Dag /vei', 8)).toEqual({ from: 4, query: 'vei' });
    expect(slashQuery('regel\n/vei', 10)).toEqual({ from: 6, query: 'vei' });
    expect(slashQuery('en/of', 5)).toBeNull();
    expect(slashQuery('/veilig ', 8)).toBeNull();
    expect(slashQuery('https://x', 9)).toBeNull();
  });

  it('finds replies by shortcut, title and text, those in the language of the chat first', () => {
    expect(matchingReplies(REPLIES, 'nl', 'ha').map(({ id }) => id)).toEqual(['nl-hallo', 'en-hello']);
    expect(matchingReplies(REPLIES, 'nl', 'gevaar').map(({ id }) => id)).toEqual(['nl-112']);
    expect(matchingReplies(REPLIES, 'nl', 'CAFÉ').map(({ id }) => id)).toEqual(['nl-cafe']);
    const ids = matchingReplies(REPLIES, 'en', '').map(({ id }) => id);
    expect(ids[0]).toBe('en-hello');
    expect(ids).toHaveLength(REPLIES.length);
    expect(matchingReplies(REPLIES, 'en', 'gevaar').map(({ id }) => id)).toEqual(['nl-112']);
  });

  it('finds one’s own before the desk’s before everyone’s, and nothing of another desk', () => {
    const shelves: readonly ReplyShelf[] = [
      { kind: 'everyone' },
      { kind: 'desk', desk: AMSTERDAM },
      { kind: 'desk', desk: ALMERE },
      { kind: 'own' },
    ];
    const all = shelves.map((shelf) => reply('hallo', 'Hallo', 'Hallo.', 'nl', shelf));
    expect(matchingReplies(repliesAt(all, AMSTERDAM), 'nl', 'hal').map(({ shelf }) => shelf)).toEqual([
      { kind: 'own' },
      { kind: 'desk', desk: AMSTERDAM },
      { kind: 'everyone' },
    ]);
  });

  it('is replaced by the reply, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (start, end, text) => {
        const before = `${start} `;
        const typed = `${before}/vei`;
        const slash = slashQuery(typed + end, typed.length);
        expect(slash).not.toBeNull();
        const inserted = replaceSlash(typed + end, typed.length, slash!, text);
        expect(inserted.text).toBe(before + text + end);
        expect(inserted.text.slice(0, inserted.caret)).toBe(before + text);
      }),
    );
  });

  it('never loses a draft to a reply chosen from the side', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (draft, text) => {
        const after = appendReply(draft, text);
        expect(after.startsWith(draft.trim() === '' ? '' : draft.trimEnd())).toBe(true);
        expect(after.endsWith(text)).toBe(true);
      }),
    );
  });

  it('shows the beginning of a long reply, whole words of it', () => {
    expect(previewOf('Bel 112 als je in gevaar bent.', 40)).toBe('Bel 112 als je in gevaar bent.');
    expect(previewOf('Bel 112 als je in gevaar bent.', 12)).toBe('Bel 112 als …');
    expect(previewOf('a'.repeat(50), 10)).toBe(`${'a'.repeat(10)} …`);
  });
});
