import type { Reporter, TestModule } from 'vitest/node';

/** Ends a test run with one line that a machine can read. */
// biome-ignore lint/style/noDefaultExport: the runner loads a reporter by its default export
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    // A module that could not be loaded, and an error outside any test, have failed too.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const failed = tests.length - passed + broken;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
