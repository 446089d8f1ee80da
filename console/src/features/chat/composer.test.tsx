// @vitest-environment happy-dom
import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { chat } from '../../testing/duty-desk';
import { press, show, type } from '../../testing/show';
import { Composer } from './composer';

const reply = (shortcut: string, language: 'nl' | 'en', text: string): CannedReply => ({
  id: `${language}-${shortcut}`,
  version: 1,
  shelf: { kind: 'everyone' },
  shortcut,
  language,
  title: shortcut,
  text,
});

const open: { readonly leave: () => void }[] = [];
afterEach(() => {
  for (const { leave } of open.splice(0)) leave();
});

const compose = () => {
  const sent: string[] = [];
  const shown = show(<Composer chat={chat(1)} />, { send: (_, text) => void sent.push(text) });
  open.push(shown);
  act(() =>
    shown.stores.replies.whole([
      reply('veilig', 'nl', 'Ben je nu veilig?'),
      reply('verder', 'nl', 'Hoe nu verder?'),
      reply('verily', 'en', 'Verily.'),
    ]),
  );
  const field = shown.place.querySelector('textarea');
  if (field === null) throw new Error('There is no field to write in.');
  const options = () => [...shown.place.querySelectorAll('[role="option"]')];
  return { ...shown, field, sent, options };
};

describe('The composer', () => {
  it('sends with Enter, starts afresh, and makes a new line with Shift', () => {
    const { field, sent, stores } = compose();
    type(field, 'Fijn dat je schrijft. ');
    press(field, 'Enter', { shiftKey: true });
    expect(sent).toEqual([]);
    press(field, 'Enter');
    expect(sent).toEqual(['Fijn dat je schrijft.']);
    expect(stores.drafts.any()).toBe(false);
    press(field, 'Enter');
    expect(sent).toHaveLength(1);
  });

  it('sends with Ctrl+Enter only, for who prefers that', () => {
    const { field, sent, stores } = compose();
    act(() => stores.preferences.change({ enterSends: false }));
    type(field, 'Dag');
    press(field, 'Enter');
    expect(sent).toEqual([]);
    press(field, 'Enter', { ctrlKey: true });
    expect(sent).toEqual(['Dag']);
  });

  it('lists replies at a slash, those in the language of the chat first, and puts one in to be edited, never sent', () => {
    const { field, options, sent, stores } = compose();
    type(field, 'Dag. /ve');
    expect(options().map((option) => option.textContent)).toEqual([
      '/veiligveiligBen je nu veilig?',
      '/verderverderHoe nu verder?',
      '/verilyverily EngelsVerily.',
    ]);
    expect(field.getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    press(field, 'ArrowDown');
    expect(field.getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    press(field, 'Enter');
    expect(stores.drafts.read(chat(1).chat)).toBe('Dag. Hoe nu verder?');
    expect(sent).toEqual([]);
  });

  it('closes the list with Escape and leaves the slash as it was written', () => {
    const { field, options, sent } = compose();
    type(field, '/ve');
    press(field, 'Escape');
    expect(options()).toEqual([]);
    press(field, 'Enter');
    expect(sent).toEqual(['/ve']);
  });

  it('sends nothing that is too long, and says by how much', () => {
    const { field, sent, text } = compose();
    type(field, 'a'.repeat(4_003));
    press(field, 'Enter');
    expect(sent).toEqual([]);
    expect(text()).toContain('3 tekens te lang');
  });
});
