import { describe, expect, it } from 'vitest';
import { decisionMail } from '../../lib/emails/decision.ts';
import { decision, hostile, hostileInHtml } from './samples.ts';

const shared = `Il fallait remplir au moins 2 critères sur 5.

- Pass numériques\u00a0: non rempli
- Schémas territoriaux\u00a0: désaccord, non compté

Dans l’ordre annoncé, le dossier est 8e des 9 dossiers qui remplissent la condition, pour 7 places.
`;
const remedies = `Voies et délais de recours\u00a0:

- Recours gracieux dans les deux mois.
- Recours contentieux dans le même délai.
`;
const ending = `Pour toute question\u00a0: mission@tani.example.

Lire la décision\u00a0:
https://tani.example/candidature/1

Camille Exemple, présidence du comité
Mission Société Numérique
`;

describe('a decision says its reasons criterion by criterion, and who took it', () => {
  it('not selected: with the remedies', () => {
    const { subject, text } = decisionMail(decision);
    expect(subject).toBe('[TANI-2020-0042] Votre dossier n’est pas retenu');
    expect(text).toBe(
      `Bonjour,\n\nLe dossier de «\u00a0Collectivité de Corse\u00a0» à l’appel «\u00a0TANI, promotion 2\u00a0» n’est pas retenu.\n\n${shared}\n${remedies}\n${ending}`,
    );
  });

  it('in reserve: with what it means and the remedies', () => {
    const { subject, text } = decisionMail({ ...decision, outcome: 'reserve' });
    expect(subject).toBe('[TANI-2020-0042] Votre dossier est sur la liste complémentaire');
    expect(text).toContain('Il figure sur la liste complémentaire\u00a0: si une place se libère, la Mission vous écrira.');
    expect(text.endsWith(`\n\n${shared}\n${remedies}\n${ending}`)).toBe(true);
  });

  it('laureate: with the label and what comes next, and no remedy against good news', () => {
    const { subject, text } = decisionMail({ ...decision, outcome: 'laureate' });
    expect(subject).toBe('[TANI-2020-0042] Votre territoire est lauréat');
    expect(text).toBe(
      `Bonjour,\n\n«\u00a0Collectivité de Corse\u00a0» est lauréat de l’appel «\u00a0TANI, promotion 2\u00a0» et reçoit le label «\u00a0Territoire d’Actions pour un Numérique Inclusif\u00a0». La charte vous sera proposée à la signature.\n\n${shared}\n${ending}`,
    );
  });

  it.each(['laureate', 'reserve', 'notSelected'] as const)('%s: the name of the structure is shown as text', (outcome) => {
    const { html } = decisionMail({ ...decision, outcome, organisationName: hostile });
    expect(html).toContain(`«\u00a0${hostileInHtml}\u00a0»`);
    expect(html).not.toContain('<script');
  });
});
