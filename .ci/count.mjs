import { readFileSync } from 'node:fs';

/**
 * Counts what vitest's JSON report says and prints the one line that closes a run. A failed check, a test file that
 * could not be read and an error outside any test count as one failure each.
 * Usage: node count.mjs REPORT CHECK_EXIT_CODE TEST_EXIT_CODE
 */
const [path = '', checked, tested] = process.argv.slice(2);
const report = read(path);
const unread = report.testResults.filter(
  (f) => f.status === 'failed' && f.assertionResults.length === 0,
).length;
let failed = report.numFailedTests + unread;
if (tested !== '0' && failed === 0) failed = 1;
if (checked !== '0') failed += 1;
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
