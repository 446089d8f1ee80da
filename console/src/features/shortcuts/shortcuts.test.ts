import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Keystroke, SHORTCUTS, shortcutOf } from './shortcuts';

const stroke = (over: Partial<Keystroke>): Keystroke => ({
  code: '',
  key: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altGraph: false,
  repeat: false,
  composing: false,
  ...over,
});

const typing = { typing: true, singleKeys: true };
const idle = { typing: false, singleKeys: true };

describe('Shortcuts', () => {
  it('have one key each', () => {
    expect(new Set(SHORTCUTS.map(({ code }) => code)).size).toBe(SHORTCUTS.length);
    expect(new Set(SHORTCUTS.map(({ shown }) => shown)).size).toBe(SHORTCUTS.length);
  });

  it('work with Alt, also in the middle of a sentence', () => {
    expect(shortcutOf(stroke({ altKey: true, code: 'KeyA', key: 'a' }), typing)).toBe('accept');
    expect(shortcutOf(stroke({ altKey: true, code: 'ArrowDown', key: 'ArrowDown' }), typing)).toBe(
      'next-chat',
    );
  });

  it('go by the letter on other keyboards, and by the place where Alt makes another character', () => {
    // On a French keyboard the A stands where the Q is.
    expect(shortcutOf(stroke({ altKey: true, code: 'KeyQ', key: 'a' }), typing)).toBe('accept');
    // On a Mac, Option+A types å.
    expect(shortcutOf(stroke({ altKey: true, code: 'KeyA', key: 'å' }), typing)).toBe('accept');
  });

  it('never take a key from somebody who types', () => {
    const plain = fc.record({
      code: fc.constantFrom(...SHORTCUTS.map(({ code }) => code)),
      key: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom('?', '/', 'Enter', 'a')),
      shiftKey: fc.boolean(),
      repeat: fc.boolean(),
    });
    fc.assert(fc.property(plain, (over) => shortcutOf(stroke(over), typing) === null));
    // AltGr is Ctrl and Alt on Windows, and types @ and € there.
    expect(shortcutOf(stroke({ altKey: true, ctrlKey: true, code: 'KeyQ', key: '@' }), typing)).toBeNull();
    expect(shortcutOf(stroke({ altKey: true, altGraph: true, code: 'KeyA', key: 'ą' }), typing)).toBeNull();
    expect(shortcutOf(stroke({ altKey: true, composing: true, code: 'KeyA', key: 'a' }), typing)).toBeNull();
  });

  it('show the sheet at a question mark, where nobody types and single keys are allowed', () => {
    const question = stroke({ key: '?', code: 'Slash', shiftKey: true });
    expect(shortcutOf(question, idle)).toBe('sheet');
    expect(shortcutOf(question, typing)).toBeNull();
    expect(shortcutOf(question, { typing: false, singleKeys: false })).toBeNull();
    expect(shortcutOf(stroke({ altKey: true, key: '/', code: 'Slash' }), typing)).toBe('sheet');
  });

  it('accept nothing twice because a finger rests on the key', () => {
    expect(shortcutOf(stroke({ altKey: true, code: 'KeyC', key: 'c', repeat: true }), idle)).toBeNull();
    expect(shortcutOf(stroke({ altKey: true, code: 'ArrowUp', key: 'ArrowUp', repeat: true }), idle)).toBe(
      'previous-chat',
    );
  });
});
