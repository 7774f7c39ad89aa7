// Prints the totals as the last line, in a form that machines read.
import type { Reporter, TestModule } from 'vitest/node';

export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const totals = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        totals[state === 'pending' ? 'skipped' : state]++;
      }
      // A hook or an import that fails has no test of its own; the tests behind it count as skipped.
      const broken = [module, ...module.children.allSuites()].flatMap((one) => one.errors());
      totals.failed += broken.length;
    }
    process.stdout.write(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
  }
}
