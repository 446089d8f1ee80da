import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends the run's output with a line for each failure and `N passed, N failed, N skipped`; whatever failed outside a test
 * counts as failed. The files that failed are also written where FAILED_TESTS names a file, as a JSON array of paths.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errorsOutside: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    const failedTests = tests.filter((test) => test.result().state === 'failed');
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failedSuites = suites.filter((suite) => suite.errors().length > 0);
    const failures = [
      ...failedTests.map((test) => ({ file: test.module.relativeModuleId, name: test.fullName })),
      ...failedSuites.map((suite) => {
        const { relativeModuleId: file } = suite.type === 'module' ? suite : suite.module;
        return { file, name: suite.type === 'module' ? 'the file as a whole' : suite.fullName };
      }),
    ];
    const failed = failures.length + errorsOutside.length;
    const skipped = tests.length - passed - failedTests.length;
    const lines = [
      ...failures.map(({ file, name }) => `failed: ${file}: ${name}`),
      ...errorsOutside.map(({ message }) => `failed outside a test: ${message}`),
      `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ];
    process.on('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
    // What failed outside a test belongs to no file: there, no list of files is the whole truth.
    if (errorsOutside.length === 0) writeFiles([...new Set(failures.map(({ file }) => file))]);
  }
}

function writeFiles(files: readonly string[]): void {
  const { FAILED_TESTS } = process.env;
  if (FAILED_TESTS === undefined) return;
  mkdirSync(dirname(FAILED_TESTS), { recursive: true });
  writeFileSync(FAILED_TESTS, JSON.stringify(files));
}
