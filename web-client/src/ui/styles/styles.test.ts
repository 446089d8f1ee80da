import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.css'));
const sheet = files.map((name) => readFileSync(folder + name, 'utf8')).join('\n');

/** Properties and values that name a side of the page instead of a side of the text. */
const PHYSICAL =
  /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/g;

/** Relative luminance and contrast as WCAG defines them. */
const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** Every block that sets the colours: light, dark twice, and the neutral look twice. */
const palettes: readonly Readonly<Record<string, string>>[] = [
  ...sheet.matchAll(/\{([^{}]*--haven-paper:[^{}]*)\}/g),
].map(([, block = '']) => {
  const colours = [...block.matchAll(/--haven-([\w-]+):\s*(#[0-9a-f]{6})/g)];
  return Object.fromEntries(colours.map(([, name = '', hex = '']) => [name, hex]));
});

const TEXT = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'own'],
  ['ink', 'ask'],
  ['quiet', 'paper'],
  ['quiet', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'ask'],
  ['on-accent', 'accent'],
  ['on-exit', 'exit'],
  ['stop', 'paper'],
] as const;

const CONTROLS = [
  ['edge', 'surface'],
  ['edge', 'paper'],
  ['focus', 'surface'],
  ['focus', 'paper'],
] as const;

describe('The style sheet', () => {
  it('names the sides of the text, so that it turns around with it', () => {
    expect([...sheet.matchAll(PHYSICAL)].map(([found]) => found.trim())).toEqual([]);
  });

  it('fetches nothing', () => {
    expect(sheet).not.toMatch(/url\(|@import\s+(?!"\.\/)|@font-face/);
  });

  it('moves nothing for those who asked for rest', () => {
    const moving = sheet.split(/@media \(prefers-reduced-motion: no-preference\) \{/);
    expect(moving[0]).not.toMatch(/animation|transition/);
    expect(moving.length).toBeGreaterThan(1);
  });

  it.each(palettes.map((palette, at) => [at, palette] as const))(
    'can be read in palette %i',
    (_, palette) => {
      for (const [one, other] of TEXT) {
        expect([one, other, contrast(palette[one] ?? '', palette[other] ?? '')]).toEqual([
          one,
          other,
          expect.toSatisfy((ratio: number) => ratio >= 4.5, 'at least 4.5'),
        ]);
      }
      for (const [one, other] of CONTROLS) {
        expect([one, other, contrast(palette[one] ?? '', palette[other] ?? '')]).toEqual([
          one,
          other,
          expect.toSatisfy((ratio: number) => ratio >= 3, 'at least 3'),
        ]);
      }
    },
  );

  it('has five palettes, and no colour at all in the neutral look', () => {
    expect(palettes).toHaveLength(5);
    const grey = (hex: string) => hex.slice(1, 3) === hex.slice(3, 5) && hex.slice(3, 5) === hex.slice(5, 7);
    for (const palette of palettes.slice(0, 2)) expect(Object.values(palette).every(grey)).toBe(true);
  });
});
