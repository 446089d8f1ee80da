import process from 'node:process';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends the run's output with `N passed, N failed, N skipped`; whatever failed outside a test counts as failed. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errorsOutside: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: 'passed' | 'failed') =>
      tests.filter((test) => test.result().state === state).length;
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failedSuites = suites.filter((suite) => suite.errors().length > 0).length;
    const passed = count('passed');
    const failed = count('failed');
    const line = `${passed} passed, ${failed + failedSuites + errorsOutside.length} failed, ${tests.length - passed - failed} skipped\n`;
    process.on('exit', () => process.stdout.write(line));
  }
}
