const outside = String.raw`is not (under 'rootDir'|listed within the file list)`;

/** Sources that break one rule, with the compiler's error for them. */
export const uncompilable: readonly {
  readonly rule: string;
  readonly folder: string;
  readonly source: string;
  readonly error: RegExp;
}[] = [
  {
    rule: 'shared has no process',
    folder: 'shared/src',
    source: `export const port = process.env['PORT'];`,
    error: /Cannot find name 'process'/,
  },
  {
    rule: 'shared has no Node modules',
    folder: 'shared/src',
    source: `import { readFileSync } from 'node:fs'; export const read = readFileSync;`,
    error: /Cannot find .*'node:fs'/,
  },
  {
    rule: 'shared has no document',
    folder: 'shared/src',
    source: `export const title = document.title;`,
    error: /Cannot find name 'document'/,
  },
  {
    rule: 'shared has no timers',
    folder: 'shared/src',
    source: `export const later = setTimeout(() => {}, 1);`,
    error: /Cannot find name 'setTimeout'/,
  },
  ...['shared/src', 'web-client/src'].map((folder) => ({
    rule: `${folder} calls nothing that older phones do not have`,
    folder,
    source: `export const sorted = [2, 1].toSorted();`,
    error: /Property 'toSorted' does not exist/,
  })),
  {
    rule: 'the desk has no timers',
    folder: 'server/src/desk',
    source: `export const later = setTimeout(() => {}, 1);`,
    error: /Cannot find name 'setTimeout'/,
  },
  {
    rule: 'the desk has no Node modules',
    folder: 'server/src/desk',
    source: `import { randomUUID } from 'node:crypto'; export const id = randomUUID();`,
    error: /Cannot find .*'node:crypto'/,
  },
  {
    rule: 'the desk knows nothing of the live store',
    folder: 'server/src/desk',
    source: `export * from '../live/lease';`,
    error: new RegExp(`live/lease.ts' ${outside}`),
  },
  ...['web-client', 'console'].flatMap((name) => [
    {
      rule: `the crypto worker of ${name} has no document`,
      folder: `${name}/src/crypto-worker`,
      source: `export const title = document.title;`,
      error: /Cannot find name 'document'/,
    },
    {
      rule: `the crypto worker of ${name} knows nothing of its page`,
      folder: `${name}/src/crypto-worker`,
      source: `import { title } from '../title'; export const text = title;`,
      error: new RegExp(`title.ts' ${outside}`),
    },
  ]),
  ...[
    { from: 'shared', to: 'server', file: 'live/lease' },
    { from: 'shared', to: 'web-client', file: 'crypto-worker/messages' },
    { from: 'server', to: 'web-client', file: 'crypto-worker/messages' },
    { from: 'server', to: 'console', file: 'title' },
    { from: 'web-client', to: 'server', file: 'live/lease' },
    { from: 'web-client', to: 'console', file: 'title' },
    { from: 'console', to: 'server', file: 'live/lease' },
    { from: 'console', to: 'web-client', file: 'title' },
  ].flatMap(({ from, to, file }) => [
    {
      rule: `${from} does not find ${to} by name`,
      folder: `${from}/src`,
      source: `export * from '@haven/${to}/${file}';`,
      error: new RegExp(`Cannot find module '@haven/${to}/${file}'`),
    },
    {
      rule: `${from} does not find ${to} by path`,
      folder: `${from}/src`,
      source: `export * from '../../${to}/src/${file}';`,
      error: new RegExp(`${to}/src/${file}\\.ts' ${outside}`),
    },
  ]),
];
