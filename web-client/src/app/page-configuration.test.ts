import { describe, expect, it } from 'vitest';
import { preferredLanguage, readConfiguration } from './page-configuration';

describe('What the link asks for', () => {
  it('is read from the fragment, which no server sees', () => {
    const fragment =
      '#root=KEY1%20KEY2&lang=en&exit=https%3A%2F%2Fweather.example%2Ftoday&theme=disguise&region=haarlem&embed=1&host=https%3A%2F%2Fwww.haven.example';
    expect(readConfiguration(fragment)).toEqual({
      roots: ['KEY1', 'KEY2'],
      language: 'en',
      exitUrl: 'https://weather.example/today',
      look: 'disguise',
      region: 'haarlem',
      desk: null,
      host: 'https://www.haven.example',
    });
  });

  it('may be nothing at all', () => {
    expect(readConfiguration('')).toEqual({
      roots: [],
      language: null,
      exitUrl: null,
      look: 'auto',
      region: null,
      desk: null,
      host: null,
    });
  });

  it.each([
    'java' + 'script:alert(1)',
    'data:text/html,x',
    '/weather',
    'weather.example',
    'blob:https://x/y',
  ])('never makes %s the way out, nor a host to talk to', (address) => {
    const given = new URLSearchParams({ exit: address, embed: '1', host: address });
    expect(readConfiguration(`#${given}`)).toMatchObject({ exitUrl: null, host: null });
  });

  it('keeps a root that can be none: believing the server instead would be worse', () => {
    expect(readConfiguration('#root=nonsense').roots).toEqual(['nonsense']);
  });

  it('takes a host only from the loader, and only its origin', () => {
    expect(readConfiguration('#host=https%3A%2F%2Fwww.haven.example').host).toBeNull();
    expect(readConfiguration('#embed=1&host=https%3A%2F%2Fwww.haven.example%2Fpage').host).toBe(
      'https://www.haven.example',
    );
  });

  it('follows the browser’s languages, and is Dutch where it speaks none of them', () => {
    expect(preferredLanguage(['fr-BE', 'en-GB', 'nl'])).toBe('en');
    expect(preferredLanguage(['ar'])).toBe('nl');
    expect(preferredLanguage([])).toBe('nl');
  });
});
