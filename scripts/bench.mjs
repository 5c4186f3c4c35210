// npm run bench [-- --quick|--full]: measures the built application beside what PostgreSQL alone does on the same machine in the
// same minutes. See docs/performance.md.
import { runBench } from '../tests/bench/run.ts';
import { build } from './build.mjs';

const scale = process.argv.slice(2).map((argument) => argument.replace(/^--/, ''))[0] ?? 'default';
if (!['quick', 'default', 'full'].includes(scale)) {
  console.error('✗ npm run bench, npm run bench -- --quick, ou npm run bench -- --full');
  process.exit(1);
}
build();
process.exit((await runBench(scale)) ? 0 : 1);
