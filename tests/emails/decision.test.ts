import { describe, expect, it } from 'vitest';
import { decisionMail } from '../../lib/emails/decision.ts';
import { decision, hostile, hostileInHtml } from './samples.ts';

const shared = `Il fallait remplir au moins 2 critères sur 5.

- Pass numériques : non rempli
- Schémas territoriaux : désaccord, non compté

Dans l’ordre annoncé, le dossier est 8e des 9 dossiers qui remplissent la condition, pour 7 places.
`;
const remedies = `Voies et délais de recours :

- Recours gracieux dans les deux mois.
- Recours contentieux dans le même délai.
`;
const ending = `Pour toute question : mission@tani.example.

Lire la décision :
https://tani.example/candidature/1

Camille Exemple, présidence du comité
Mission Société Numérique
`;

describe('a decision says its reasons criterion by criterion, and who took it', () => {
  it('not selected: with the remedies', () => {
    const { subject, text } = decisionMail(decision);
    expect(subject).toBe('[TANI-2020-0042] Votre dossier n’est pas retenu');
    expect(text).toBe(
      `Bonjour,\n\nLe dossier de « Collectivité de Corse » à l’appel « TANI, promotion 2 » n’est pas retenu.\n\n${shared}\n${remedies}\n${ending}`,
    );
  });

  it('in reserve: with what it means and the remedies', () => {
    const { subject, text } = decisionMail({ ...decision, outcome: 'reserve' });
    expect(subject).toBe('[TANI-2020-0042] Votre dossier est sur la liste complémentaire');
    expect(text).toContain('Il figure sur la liste complémentaire : si une place se libère, la Mission vous écrira.');
    expect(text.endsWith(`\n\n${shared}\n${remedies}\n${ending}`)).toBe(true);
  });

  it('laureate: with the label and what comes next, and no remedy against good news', () => {
    const { subject, text } = decisionMail({ ...decision, outcome: 'laureate' });
    expect(subject).toBe('[TANI-2020-0042] Votre territoire est lauréat');
    expect(text).toBe(
      `Bonjour,\n\n« Collectivité de Corse » est lauréat de l’appel « TANI, promotion 2 » et reçoit le label « Territoire d’Actions pour un Numérique Inclusif ». La charte vous sera proposée à la signature.\n\n${shared}\n${ending}`,
    );
  });

  it.each(['laureate', 'reserve', 'notSelected'] as const)('%s: the name of the structure is shown as text', (outcome) => {
    const { html } = decisionMail({ ...decision, outcome, organisationName: hostile });
    expect(html).toContain(`« ${hostileInHtml} »`);
    expect(html).not.toContain('<script');
  });
});
