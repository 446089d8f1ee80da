import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const SECOND = 1_000;

/** The tests beside an interface's sources, which see what its build makes, such as compiled messages. */
function interfaceTests(name: 'web-client' | 'console') {
  return {
    extends: `./${name}/vite.config.ts`,
    test: {
      name: `unit-${name}`,
      include: [`${name}/src/**/*.test.{ts,tsx}`],
      environment: 'node',
      testTimeout: 30 * SECOND,
      sequence: { groupOrder: 1 },
    },
  };
}

/** A project of the tests that need more than the code: servers, Redis, a browser. */
function systemTests(name: string, group: number, seconds: number, maxWorkers: number) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: seconds * SECOND,
      hookTimeout: seconds * SECOND,
      sequence: { groupOrder: group },
      maxWorkers,
    },
  };
}

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    coverage: { include: ['{shared,server,web-client,console}/src/**/*.{ts,tsx}'] },
    // Groups run one after the other; two cores carry two servers' tests at once, or one browser's.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server}/src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30 * SECOND,
          sequence: { groupOrder: 1 },
        },
      },
      ...(['web-client', 'console'] as const)
        .filter((name) => existsSync(new URL(`${name}/vite.config.ts`, import.meta.url)))
        .map(interfaceTests),
      systemTests('architecture', 1, 120, 2),
      systemTests('contract', 2, 60, 2),
      systemTests('live', 2, 60, 2),
      systemTests('threat', 3, 180, 1),
      systemTests('faults', 3, 180, 1),
      systemTests('e2e', 3, 180, 1),
    ],
  },
});
