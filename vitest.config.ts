import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const SECOND = 1_000;

// Groups run one after the other, and two files of each side by side: what runs with a browser and servers waits half
// of its time for facts.
const codeGroup = { sequence: { groupOrder: 1 }, maxWorkers: 2 };
const serverGroup = { sequence: { groupOrder: 2 }, maxWorkers: 2 };
const wholeGroup = { sequence: { groupOrder: 3 }, maxWorkers: 2 };

/** Files that one worker runs find the modules loaded, which is half of the work of many: their modules keep no state. */
const sharedModules = { isolate: false };

/** Whole minutes each. Begun last, one of them would keep a core waiting; Vitest itself goes by the size of a file. */
const LONG = [/accessibility-dutch/, /broken-network/, /accessibility-english/, /accessibility-outside/];

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
      systemTests('contract', 60, serverGroup),
      systemTests('live', 60, serverGroup),
      systemTests('records', 180, serverGroup),
      systemTests('threat', 180, wholeGroup),
      systemTests('faults', 180, wholeGroup),
      systemTests('e2e', 360, wholeGroup),
    ],
  },
});
