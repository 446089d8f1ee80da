import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { documentPlugin } from '../build/document-plugin';

const folder = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

/** The chat's document as a browser without scripts gets it. */
async function withoutScripts(): Promise<Window> {
  const { transformIndexHtml } = documentPlugin(folder);
  if (typeof transformIndexHtml !== 'object') throw new TypeError('the plugin has changed its shape');
  const handler = transformIndexHtml.handler as (html: string, context: object) => Promise<string>;
  const html = await handler(readFileSync(`${folder}/chat.html`, 'utf8'), {});
  const page = new Window({ settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true } });
  page.document.write(html);
  return page;
}

describe('The chat before any script', () => {
  it('begins with the exit, a plain link that takes the whole window away', async () => {
    const { document } = await withoutScripts();
    const first = document.querySelector('body a, body button, body input');
    expect(first?.id).toBe('exit');
    expect(first?.getAttribute('href')).toBe('/exit');
    expect(first?.getAttribute('target')).toBe('_top');
    expect(first?.textContent).toMatch(/Verlaat deze pagina nu[^]*Leave this page now/);
  });

  it('says what to do in danger and how to leave, in both languages', async () => {
    const { document } = await withoutScripts();
    for (const language of ['nl', 'en']) {
      const text = document.querySelector(`.screen[lang="${language}"]`);
      expect(text?.querySelector('h1')?.textContent).toMatch(/\?$/);
      expect(text?.querySelector('a[href="tel:112"]')).not.toBeNull();
      expect(text?.textContent).toContain('Shift');
    }
    const numbers = document.querySelector('noscript')?.textContent ?? '';
    expect(numbers).toContain('112');
    expect(numbers).toContain('0800-2000');
  });

  it('has nothing in it that a glance at a tab or a strict policy would catch', async () => {
    const { document } = await withoutScripts();
    expect(document.title).toBe('Overzicht');
    expect(document.documentElement.outerHTML).not.toMatch(
      /\{\{|\sstyle=|\son\w+=|<style|https?:\/\/(?!www\.w3)/,
    );
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.every((script) => script.getAttribute('src') !== null && script.textContent === '')).toBe(
      true,
    );
  });
});
