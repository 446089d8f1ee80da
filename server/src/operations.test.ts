import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseConfig, VARIABLES } from './config';
import { createMetrics } from './metrics';
import { parseOrganisationFile } from './organisation/organisation-file';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/operations.md');
const names = (text: string, pattern: string): string[] =>
  [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, name = '']) => name);
const rows = (name: string) => names(page, `^\\| \`(${name})\``);

test('docs/operations.md tells of every variable, in the order of the code, and of no other', () => {
  expect(rows('[A-Z_]+')).toEqual(Object.keys(VARIABLES));
});

test('docs/operations.md tells the values that hold when nothing is set', () => {
  const variables = names(page, '^\\| `([A-Z_]+)` \\| `[^`]+` \\|');
  const values = names(page, '^\\| `[A-Z_]+` \\| `([^`]+)` \\|');
  const defaults: Record<string, string> = {};
  for (const [index, variable] of variables.entries()) defaults[variable] = values[index] ?? '';
  const unset = parseConfig({});
  const same = parseConfig(defaults);
  expect(same).toEqual(unset);
  expect(variables.length).toBeGreaterThan(6);
});

test('docs/operations.md tells of every metric of ours, and of no other', async () => {
  const metrics = createMetrics();
  metrics.watch({ connections: () => 0, load: async () => null });
  const { text } = await metrics.page();
  const own = names(text, '^# TYPE (haven_(?!process_|nodejs_)[^ ]+)');
  expect(new Set(rows('haven_[a-z_]+'))).toEqual(new Set(own));
});

test('a metric whose source does not answer is absent', async () => {
  const metrics = createMetrics();
  let load: { onDuty: number; slots: number; taken: number; waiting: number; service: number } | null = null;
  metrics.watch({ connections: () => 0, load: async () => load });
  expect((await metrics.page()).text).not.toMatch(/^haven_chats_waiting /m);
  load = { onDuty: 2, slots: 6, taken: 1, waiting: 4, service: 0 };
  expect((await metrics.page()).text).toMatch(/^haven_chats_waiting 4$/m);
  load = null;
  expect((await metrics.page()).text).not.toMatch(/^haven_chats_waiting /m);
});

test('the composition hands on every variable, but those for trying out and for looking closer', () => {
  const handedOn = new Set(names(read('docker-compose.yml'), '^    ([A-Z_]+):'));
  const missing = Object.keys(VARIABLES).filter((name) => !handedOn.has(name));
  expect(missing).toEqual([
    'LOG_LEVEL',
    'DEMONSTRATION_ROSTER',
    'ALLOW_PERSISTENT_REDIS',
    'ALERT_ALLOW_PLAIN',
  ]);
});

test('the organisation to begin from is one that a server takes', () => {
  expect(parseOrganisationFile(read('deploy/organisation/example.json'))).toMatchObject({ ok: true });
});
