// npm run import-figures: how many of the fifteen answers of a dossier come back, whatever the way it was laid out.
//   --details  also says which ones did not, and what was read instead
import { fileFigures, formatFigures, tableOf, textFigures, withoutCorse } from '../tests/import-figures/figures.ts';

const figures = [...(await formatFigures()), ...(await fileFigures()), ...textFigures()];
console.log(tableOf(figures));
if (withoutCorse)
  console.log(
    '\nSKIPPED: the real dossier of Corse is not beside the repository (../shared/dossiers): the table has the invented one only.',
  );
if (process.argv.includes('--details'))
  for (const { dossier, variant, details } of figures)
    if (details.length) console.log(`\n${dossier}, ${variant}\n  ${details.join('\n  ')}`);
const wrong = figures.reduce((sum, { wrongAndSure }) => sum + wrongAndSure, 0);
console.log(`\n${wrong} wrong answers said to be sure`);
process.exit(wrong > 0 ? 1 : 0);
