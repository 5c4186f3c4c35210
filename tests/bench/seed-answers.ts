import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { charters } from '../../lib/calls/tani-2020/charters.ts';
import type { DossierAnswers } from '../../lib/domain/form.ts';

/** Stands for the dossier's own number in a model; replaced in SQL. */
export const PLACE_OF_NUMBER = '@@';
/** Words every dossier contains, which a review can quote. */
export const QUOTE = 'deux agents y travaillent à plein temps, avec un budget annuel voté de 85 000 euros.';
const LENGTH = 650;
const prose = charters.flatMap((version) => [...version.preamble, ...version.measures.map((measure) => measure.text)]).join(' ');

/** Complete answers, different for each rank: texts of about 650 characters cut at different places of the same prose. */
export function modelAnswers(rank: number): DossierAnswers {
  let written = 0;
  const text = () => {
    written += 1;
    const start = (rank * 977 + written * 431) % (prose.length - LENGTH);
    return `Territoire ${PLACE_OF_NUMBER}. ${prose.slice(start, start + LENGTH)}.`;
  };
  const sections = tani2020.sections.map(({ code, questions }) => {
    const long = questions.filter(({ kind }) => kind === 'longText');
    return [code, Object.fromEntries(long.map((question) => [question.code, text()]))] as const;
  });
  const answers = Object.fromEntries(sections);
  const claim = { position: 'achieved' as const, explanation: `Oui, depuis l’an dernier : ${QUOTE}`, proof: 'Fiche, partie 5.' };
  return {
    ...answers,
    structure: {
      'nom-structure': `Communauté de communes ${PLACE_OF_NUMBER}`,
      nature: 'intercommunalite',
      siren: '880045679',
      territoire: `Territoire ${PLACE_OF_NUMBER}`,
      population: '85700',
    },
    categorie: { categorie: 'travaux-engages' },
    motivation: { ...answers.motivation, criteres: { C1: claim, C2: claim, C3: claim, C4: claim, C5: claim } },
    lettre: {
      'lettre-elu': {
        fileId: '0b5e7c1e-0000-4000-8000-000000000042',
        name: 'Lettre.pdf',
        bytes: 123_456,
        sha256: 'c'.repeat(64),
        pages: 2,
      },
      'elu-nom': 'Dominique Exemple',
      'elu-mandat': 'Vice-présidence',
    },
    referent: { 'referent-nom': 'Alix Exemple', 'referent-courriel': 'alix@example.org' },
  };
}
