// npm test: every check there is, from the quickest to the slowest; stops at nothing, and says how many passed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, generateClient } from './build.mjs';

const REPORTS = 'test-results';
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests', 'e2e'];
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const stalls = [];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
generateClient();

await check('Relecture du code', 'biome', ['check', '--error-on-warnings', ...FOLDERS]);
await check('Routes', 'next', ['typegen']);
await check('Types', 'tsc', ['--noEmit', '-p', '.']);
await suite('Règles, opérations et architecture', path.join(REPORTS, 'vitest.json'), 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${path.join(REPORTS, 'vitest.json')}`,
]);
step('Construction');
build();
await suite('Navigateur', path.join(REPORTS, 'e2e.json'), 'playwright', ['test']);

if (totals.skipped) console.log(`\n${totals.skipped} skipped (they need material kept outside of the repository)`);
for (const stall of stalls) console.log(`! ${stall} : le navigateur ne répondait plus, un second essai a réussi`);
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

function step(title) {
  console.log(`\n› ${title}`);
}

/** A check that passes or fails as a whole. */
async function check(title, program, args) {
  step(title);
  if ((await run(program, args)) === 0) totals.passed += 1;
  else {
    totals.failed += 1;
    failures.push(title);
  }
}

/** A suite that leaves a report; when it broke before leaving one, or failed without saying on what, that is a failure too. */
async function suite(title, file, program, args) {
  step(title);
  const status = await run(program, args);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const counts = report ? countsOf(report) : { passed: 0, failed: 0, skipped: 0 };
  failures.push(...(report ? failuresOf(report) : []));
  stalls.push(...(report ? stalledOf(report).map(named) : []));
  if (status !== 0 && counts.failed === 0) {
    counts.failed = 1;
    failures.push(title);
  }
  for (const outcome of Object.keys(totals)) totals[outcome] += counts[outcome];
}

/** Reads a report of vitest or of Playwright. */
function countsOf(report) {
  if (report.stats) {
    const { expected, unexpected, skipped } = report.stats;
    const again = specsOf(report).filter(passedAgain).length;
    const stalled = stalledOf(report).length;
    return { passed: expected + stalled, failed: unexpected + again - stalled, skipped };
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

/** The tests that failed, each by its file and its sentence, to be read at the end of a long output. */
function failuresOf(report) {
  if (report.stats) {
    const stalled = stalledOf(report);
    return specsOf(report)
      .filter((spec) => !spec.ok || (passedAgain(spec) && !stalled.includes(spec)))
      .map(named);
  }
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map((test) => `${path.relative('.', name)} › ${test.fullName}`),
  );
}

/** The tests that passed at the second try and expected nothing untrue at the first: a browser had stopped drawing. */
function stalledOf(report) {
  return report.stats ? specsOf(report).filter((spec) => passedAgain(spec) && onlyStalled(spec)) : [];
}

/** Every test of a report of Playwright. */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function named({ file, title }) {
  return `e2e/${file} › ${title}`;
}

function passedAgain({ tests }) {
  return tests.some(({ status }) => status === 'flaky');
}

/** No try ended otherwise than well, or with the time of the whole test. */
function onlyStalled({ tests }) {
  return tests.every(({ results }) => results.every(({ status }) => status === 'passed' || status === 'timedOut'));
}

function run(program, args) {
  const child = spawn(program, args, { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
