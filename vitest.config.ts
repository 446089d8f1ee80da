import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SECOND = 1_000;

// Groups run one after the other. What computes has a worker for each core; what runs with servers and a browser waits
// much of its time for facts, and has one more.
const codeGroup = { sequence: { groupOrder: 1 }, maxWorkers: 2 };
const systemGroup = { sequence: { groupOrder: 2 }, maxWorkers: 3 };

/** Files that one worker runs find the modules loaded, which is half of the work of many: their modules keep no state. */
const sharedModules = { isolate: false };

/**
 * Begun last, one of them would keep the other cores waiting. The first of all search for proofs, or wait for half a
 * minute; Vitest itself goes by the size of a file.
 */
const LONG = [
  /threat\/models/,
  /e2e\/broken-network/,
  /e2e\/accessibility/,
  /e2e\//,
  /contract\/starting|records\/(?:backup|folder)|threat\/canary|faults\//,
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => name.test(moduleId));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** The tests beside an interface's sources, which see what its build makes, such as compiled messages. */
function interfaceTests(name: 'web-client' | 'console') {
  return {
    extends: `./${name}/vite.config.ts`,
    test: {
      name: `unit-${name}`,
      include: [`${name}/src/**/*.test.{ts,tsx}`],
      environment: 'node',
      testTimeout: 30 * SECOND,
      ...codeGroup,
    },
  };
}

/** A project of the tests that need more than the code: tools, servers, Redis, PostgreSQL, a browser. */
function systemTests(name: string, seconds: number, group: typeof codeGroup) {
  return {
    test: {
      name,
      ...(group === codeGroup ? {} : { globalSetup: ['test/support/shared-postgres.ts'] }),
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: seconds * SECOND,
      hookTimeout: seconds * SECOND,
      // Vitest itself gives up after a second, which on a busy machine is no time to wait for a fact.
      expect: { poll: { timeout: 45 * SECOND } },
      ...sharedModules,
      ...group,
    },
  };
}

export default defineConfig({
  test: {
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    coverage: { include: ['{shared,server,web-client,console}/src/**/*.{ts,tsx}'] },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server}/src/**/*.test.ts'],
          environment: 'node',
          testTimeout: 30 * SECOND,
          ...sharedModules,
          ...codeGroup,
        },
      },
      interfaceTests('web-client'),
      interfaceTests('console'),
      systemTests('architecture', 120, codeGroup),
      systemTests('contract', 180, systemGroup),
      systemTests('live', 60, systemGroup),
      systemTests('records', 180, systemGroup),
      systemTests('threat', 180, systemGroup),
      systemTests('faults', 180, systemGroup),
      systemTests('e2e', 360, systemGroup),
    ],
  },
});
