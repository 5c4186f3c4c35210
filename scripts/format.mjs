// npm run format: puts the code in the project's form, applies the safe corrections of the linter, and writes the table of
// acts into the README.
import { updateReadme } from './acts-matrix.mjs';
import { run } from './tools.mjs';

updateReadme();
process.exit(run('biome', ['check', '--write', 'app', 'components', 'lib', 'prisma', 'scripts', 'tests', 'e2e']));
