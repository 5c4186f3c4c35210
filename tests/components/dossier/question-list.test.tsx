import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { QuestionList } from '../../../components/dossier/question-list.tsx';

it('a question says to the minute when it was published, and by which clocks', () => {
  const wording = { question: 'Quand ?', answer: 'Demain.', publishedAt: new Date('2026-11-27T03:11:00Z') };
  const shown = renderToStaticMarkup(<QuestionList questions={[{ ...wording, number: 1, modifiedAt: null, former: [] }]} />);
  expect(shown.replaceAll('\u00a0', ' ')).toContain(', publiée le vendredi 27 novembre 2026 à 4 h 11 (heure de Paris).');
});
