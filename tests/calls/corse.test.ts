import { beforeAll, describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { admissibilityPoints, blockingPoints } from '../../lib/domain/admissibility.ts';
import { gapsOf, isComplete } from '../../lib/domain/completeness.ts';
import { consensusOn, gateOf } from '../../lib/domain/consensus.ts';
import { proposeEligibility } from '../../lib/domain/eligibility.ts';
import type { Finding } from '../../lib/domain/finding-labels.ts';
import { type DossierAnswers, recapOf } from '../../lib/domain/form.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import { locateQuote, type Passage } from '../../lib/domain/review.ts';
import { answering, sampleLetter } from '../support/sample-dossier.ts';
import { categoryAt } from '../support/small-call.ts';
import { from, rawText, withoutPublishedTexts } from './source-text.ts';

const engaged = categoryAt(tani2020, 0);
const findings: Finding[] = ['met', 'partial', 'unmet'];

describe.skipIf(withoutPublishedTexts)('the dossier the Collectivité de Corse really sent', () => {
  let answers: DossierAnswers;
  beforeAll(() => {
    answers = corse(rawText('dossiers/corse'));
  });

  it('lacks exactly one thing that blocks a deposit: the letter of an elected official', () => {
    expect(gapsOf(tani2020, answers).map(({ questionCode, need }) => `${questionCode}, ${need}`)).toEqual([
      'population, advised',
      'categorie, advised',
      'criteres, advised',
      'lettre-elu, blocking',
      'elu-nom, advised',
      'elu-mandat, advised',
      'referent-nom, beforeCharter',
      'referent-fonction, advised',
      'referent-courriel, beforeCharter',
      'referent-telephone, advised',
      'referent-disponibilite, advised',
    ]);
    expect(isComplete(tani2020, answers)).toBe(false);
    expect(isComplete(tani2020, answering(answers, 'lettre', 'lettre-elu', sampleLetter))).toBe(true);
  });

  it('is proposed as eligible by its « statut particulier », never excluded as a région', () => {
    const { identifier, organisationKind } = identityOf(answers);
    expect([identifier, organisationKind]).toEqual([{ scheme: 'siren', value: '200076958' }, 'statut-particulier']);
    const { proposal, quote } = proposeEligibility(tani2020, organisationKind);
    expect(proposal).toBe('eligible');
    expect(quote).toContain('y compris les collectivités à statut particulier');
  });

  it('on examination, is stopped by its letter and its category, and by nothing once both are there', () => {
    const examination = {
      answers,
      receivedAt: new Date('2019-10-04T21:59:59.999Z'),
      closesAt: new Date(tani2020.calendar.closesAt),
      eligibility: 'eligible' as const,
      categoryCode: null,
    };
    expect(blockingPoints(tani2020, examination).map(({ code, met }) => [code, met])).toEqual([
      ['lettre', false],
      ['categorie', null],
    ]);
    const completed = { ...examination, answers: answering(answers, 'lettre', 'lettre-elu', sampleLetter), categoryCode: engaged.code };
    expect(admissibilityPoints(tani2020, completed).map(({ met }) => met)).toEqual(Array(7).fill(true));
  });

  it('proves C3 and C5 in its own words, wherever the PDF broke its lines', () => {
    const passages = passagesOf(answers);
    const place = (quote: string) => locateQuote(quote, passages)?.questionCode ?? null;
    expect(place('un service spécifique est dédié au développement des usages et des services numériques')).toBe('motivation');
    expect(place('Mobilisation pour 2020 de 150.000 euros sur le Budget CdC et 300.000 euros de FEDER.')).toBe('5-1');
    expect(place('s’investie depuis une vingtaine d’année dans la structuration d’un réseau d’acteurs')).toBe('motivation');
    expect(place('une carence dans l’animation et dans la structuration d’ensemble du réseau')).toBe('6-1');
    expect(place('La Collectivité de Corse a obtenu le pass numérique')).toBeNull();
  });

  it('keeps « Pas dans l’immédiat. » as a whole answer', () => {
    expect(
      recapOf(tani2020, answers)
        .flatMap(({ questions }) => questions)
        .find(({ question }) => question.code === '4-4')?.lines,
    ).toEqual(['Pas dans l’immédiat.']);
  });
});

describe('« au moins 2 des 5 critères », two readers of the dossier of Corse who differ on C2 and C4', () => {
  const gate = (c2: Finding[], c4: Finding[], settled: Finding | null = null) =>
    gateOf(engaged, [
      consensusOn({ criterionCode: 'C1', delivered: ['unmet', 'unmet'], settled: null }),
      consensusOn({ criterionCode: 'C2', delivered: c2, settled }),
      consensusOn({ criterionCode: 'C3', delivered: ['met', 'met'], settled: null }),
      consensusOn({ criterionCode: 'C4', delivered: c4, settled }),
      consensusOn({ criterionCode: 'C5', delivered: ['met', 'met'], settled: null }),
    ]);

  it('pass the gate with C3 and C5 alone', () => {
    expect(gate(['partial', 'unmet'], ['met', 'partial'])).toEqual({ passes: true, met: 2, required: 2, disputed: 2, couldPass: true });
  });

  it('pass it whatever either of them finds on C2 and C4, and whatever the chair then settles', () => {
    const pairs = findings.flatMap((first) => findings.map((second) => [first, second]));
    const gates = pairs.flatMap((c2) => pairs.flatMap((c4) => [null, ...findings].map((settled) => gate(c2, c4, settled).passes)));
    expect(gates).toEqual(Array(9 * 9 * 4).fill(true));
  });
});

/** The real text cut by hand into the answers of the form, as its author would have typed them. */
function corse(extracted: string): DossierAnswers {
  const text = extracted.replace(/^\s*\d\s*$/gm, ''); // page numbers
  const cut = (start: string, end: string | null) => from(text, start, end).slice(start.length).trim();
  const whole = (start: string, end: string) => from(text, start, end);
  return {
    structure: {
      'nom-structure': 'Collectivité de Corse',
      nature: 'statut-particulier',
      siren: '200 076 958',
      territoire: 'Corse',
    },
    presentation: { presentation: whole('Très tôt la Collectivité', 'Une volonté de relever') },
    motivation: { motivation: whole('Une volonté de relever', 'Fiche de présentation (Annexe 3)') },
    'fiche-1': {
      '1-1': cut('• Nom de votre collectivité :', '• Services / directions'),
      '1-2': cut('thématiques liées à l’inclusion numérique :', '2. Contexte'),
    },
    'fiche-2': { '2-1': cut('aux enjeux de l’inclusion numérique ?', '3. Objectifs') },
    'fiche-3': { '3-1': cut('politique locale d’inclusion numérique ?', '4. Elaboration') },
    'fiche-4': {
      '4-1': cut('les étapes de ce processus ?', '• Quelle méthodologie'),
      '4-2': cut('avez-vous suivi/allez-vous suivre ?', '• Avec quels acteurs'),
      '4-3': cut('avez-vous travaillé/allez-vous travailler?', '• Êtes/serez-vous'),
      '4-4': cut('pour réaliser votre \ndémarche ?', '• Cette politique'),
      '4-5': cut('SCORAN …) ?', '5. Moyens'),
    },
    'fiche-5': {
      '5-1': cut('financiers mobilisables/mobilisés ?', '• Quels sont les moyens humains'),
      '5-2': cut('humains mobilisés/mobilisables ?', '• Quelle est votre stratégie'),
      '5-3': cut('votre stratégie de communication ?', '6. Retours'),
    },
    'fiche-6': {
      '6-1': cut('cette politique publique \n?', '• Quels sont les facteurs'),
      '6-2': cut('facteurs clés de succès ?', '7. Impacts'),
    },
    'fiche-7': { '7-1': cut('outils d’évaluation…) ? Lesquels ?', null) },
  };
}

function passagesOf(answers: DossierAnswers): Passage[] {
  return recapOf(tani2020, answers).flatMap(({ section, questions }) =>
    questions.map(({ question, lines }) => ({ sectionCode: section.code, questionCode: question.code, text: lines.join('\n\n') })),
  );
}
