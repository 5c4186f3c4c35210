import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';

it('what is to be corrected is told in the order of the fields, whatever the order in which it was found', () => {
  const labels = { moyen: 'Par quel moyen\u00a0?', jour: 'Jour', nom: 'Nom' };
  const problems = { nom: 'Manque.', ailleurs: 'Hors de la page.', jour: 'Manque.', moyen: 'Manque.' };
  const shown = renderToStaticMarkup(<ErrorSummary sentence="À corriger." problems={problems} labels={labels} />);
  expect([...shown.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, words]) => words)).toEqual([
    'Par quel moyen\u00a0? Manque.',
    'Jour\u00a0: Manque.',
    'Nom\u00a0: Manque.',
    'Hors de la page.',
  ]);
});
