// @vitest-environment happy-dom
import { FOR_WHOM as ALL_FOR_WHOM, TOPICS as ALL_TOPICS } from '@haven/shared/protocol/chat';
import { LANGUAGES } from '@haven/shared/protocol/organisation';
import { describe, expect, it, vi } from 'vitest';
import { ORGANISATION } from '../chat/testing/facts';
import { languages } from '../i18n/languages';
import { PSEUDO } from '../i18n/testing/compile';
import { FOR_WHOM, TOPICS } from './screens/questions';
import { draw } from './testing/draw';
import { STORIES } from './testing/stories';

vi.stubGlobal(
  'IntersectionObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

const NAMES = Object.keys(STORIES);
const story = (name: string) => STORIES[name]!();

/** Texts that do not come from the message files: what people wrote, names, numbers, hours, words and times. */
const OWN = '.said, .telephones span, .telephones small, .call, .words, .summary, time, [lang], .desk, .name';

describe.each(NAMES)('The screen “%s”', (name) => {
  it('has one title, and a name for everything that can be used', async () => {
    const { all } = await draw(story(name));
    expect(all('h1')).toHaveLength(1);
    expect(all('main')).toHaveLength(1);
    for (const control of all('button, a, summary')) {
      expect(control.getAttribute('aria-label') ?? control.textContent).toMatch(/\S/);
    }
    for (const field of all('input, textarea')) {
      const label = document.querySelector(`label[for="${field.id}"]`) ?? field.closest('label');
      expect(label?.textContent).toMatch(/\S/);
      // What is written must not end up in the browser’s own memory.
      expect(field.getAttribute('autocomplete')).toBe('off');
    }
    const ids = all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes all its words from the message files', async () => {
    const { root } = await draw(story(name), PSEUDO, 'en');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let sentence = '';
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.parentElement?.closest(OWN) !== null) continue;
      sentence += text.data;
    }
    for (const { name: place } of ORGANISATION.regions) sentence = sentence.replaceAll(place, '');
    // Twice, for messages inside messages.
    for (let depth = 0; depth < 2; depth++) sentence = sentence.replace(/⟦[^⟦⟧]*⟧/g, '');
    expect(sentence).not.toMatch(/\p{L}/u);
  });

  it('has no style, script or handler in its markup', async () => {
    const { root } = await draw(story(name));
    expect(root.innerHTML).not.toMatch(/\sstyle=|\son\w+=|<script|<style|javascript:/);
  });
});

describe('The questions', () => {
  it('offer everything that can be answered', () => {
    expect(FOR_WHOM).toEqual(ALL_FOR_WHOM);
    expect(TOPICS).toEqual(ALL_TOPICS);
    expect(languages).toEqual(LANGUAGES);
  });

  it('have no field to write in', async () => {
    const { all } = await draw(story('questions'));
    expect(all('textarea, input:not([type=radio]):not([type=checkbox])')).toEqual([]);
  });
});
