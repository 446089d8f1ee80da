const outside = ['live', 'relay', 'http', 'visitor', 'staff', 'deadlines', 'main', 'app', 'config'];
const io = ['node:fs', 'node:timers', 'redis', 'socket.io', 'express', 'pino', 'prom-client'];
const strangers = [
  ['server', 'web-client'],
  ['server', 'console'],
  ['web-client', 'server'],
  ['web-client', 'console'],
  ['console', 'server'],
  ['console', 'web-client'],
] as const;
const imports = (specifier: string) => `import '${specifier}';`;

/** Sources that break one rule each, with the linter's rule that says so. */
export const unlintable: readonly {
  readonly folder: string;
  readonly source: string;
  readonly rule: string;
}[] = [
  ...[...io, ...outside.map((path) => `../${path}/x`), ...outside.map((path) => `../${path}`)].map(
    (specifier) => ({
      folder: 'server/src/desk',
      source: imports(specifier),
      rule: 'no-restricted-imports',
    }),
  ),
  {
    folder: 'server/src/desk',
    source: `export const redis = await import('redis');`,
    rule: 'no-restricted-imports',
  },
  {
    folder: 'server/src/desk',
    source: `export { createClient } from 'redis';`,
    rule: 'no-restricted-imports',
  },
  { folder: 'server/src/desk', source: `export const now = Date.now();`, rule: 'no-restricted-globals' },
  { folder: 'server/src/desk', source: `export const now = new Date();`, rule: 'no-restricted-globals' },
  {
    folder: 'server/src/desk',
    source: `export const chance = Math.random();`,
    rule: 'no-restricted-properties',
  },
  { folder: 'server/src/desk', source: `setTimeout(() => {}, 1);`, rule: 'no-restricted-globals' },
  {
    folder: 'server/src/desk',
    source: `export const port = process.env['PORT'];`,
    rule: 'no-restricted-globals',
  },

  { folder: 'shared/src', source: imports('@haven/server/desk/queue'), rule: 'no-restricted-imports' },
  { folder: 'shared/src', source: imports('../../server/src/desk/queue'), rule: 'no-restricted-imports' },
  { folder: 'shared/src', source: imports('node:fs'), rule: 'no-restricted-imports' },
  { folder: 'shared/src', source: `export const now = Date.now();`, rule: 'no-restricted-properties' },

  ...strangers.flatMap(([from, other]) => [
    { folder: `${from}/src`, source: imports(`@haven/${other}/x`), rule: 'no-restricted-imports' },
    { folder: `${from}/src`, source: imports(`../../${other}/src/x`), rule: 'no-restricted-imports' },
  ]),
  ...['visitor', 'staff', 'http', 'deadlines', 'relay', 'live'].map((name) => ({
    folder: `server/src/${name}`,
    source: imports('../config'),
    rule: 'no-restricted-imports',
  })),
  { folder: 'server/src', source: imports('./config'), rule: 'no-restricted-imports' },
  { folder: 'server/src/live', source: imports('../visitor/enter'), rule: 'no-restricted-imports' },
  { folder: 'server/src/visitor', source: imports('../app'), rule: 'no-restricted-imports' },
  { folder: 'server/src/http', source: imports('node:process'), rule: 'no-restricted-imports' },
  {
    folder: 'server/src/http',
    source: `export const port = process.env['PORT'];`,
    rule: 'no-restricted-globals',
  },
  { folder: 'server/src/http', source: `console.log('a chat');`, rule: 'no-console' },
  {
    folder: 'server/src/http',
    source: `const save = async () => {}; save();`,
    rule: 'no-floating-promises',
  },
  { folder: 'server/src/http', source: `export const x: any = 1;`, rule: 'no-explicit-any' },
  {
    folder: 'server/src/http',
    source: `// @ts-ignore\nexport const x: string = 1;`,
    rule: 'ban-ts-comment',
  },
  { folder: 'server/src/http', source: imports('fast-check'), rule: 'no-restricted-imports' },

  ...['web-client/src', 'console/src'].flatMap((folder) => [
    { folder, source: `document.body.innerHTML = 'x';`, rule: 'no-restricted-properties' },
    {
      folder,
      source: `export const x = <p dangerouslySetInnerHTML={{ __html: 'x' }} />;`,
      rule: 'no-danger',
    },
    {
      folder,
      source: `export const props = { a: 1 }; console.log(eval('props'));`,
      rule: 'no-eval',
    },
    { folder, source: `export const run = new Function('return 1');`, rule: 'no-new-func' },
    { folder, source: `console.log('a chat');`, rule: 'no-console' },
    { folder, source: `const send = async () => {}; send();`, rule: 'no-floating-promises' },
    { folder: `${folder}/crypto-worker`, source: `await fetch('/');`, rule: 'no-restricted-globals' },
    {
      folder: `${folder}/crypto-worker`,
      source: imports('socket.io-client'),
      rule: 'no-restricted-imports',
    },
  ]),
  {
    folder: 'web-client/src',
    source: `localStorage.setItem('a', 'b');`,
    rule: 'no-restricted-globals',
  },
  { folder: 'web-client/src', source: `document.cookie = 'a=b';`, rule: 'no-restricted-properties' },
];
