import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type CallDefinition, type Section, sectionOf } from '../../lib/domain/call.ts';
import { blockingGaps, differences, gapsOf, isComplete, sectionState } from '../../lib/domain/completeness.ts';
import type { DossierAnswers } from '../../lib/domain/form.ts';
import { answering, sampleAnswers, without } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

const calls: { definition: CallDefinition; answers: DossierAnswers }[] = [
  { definition: tani2020, answers: sampleAnswers },
  { definition: smallCall, answers: smallAnswers },
];
const summary = (definition: CallDefinition, answers: DossierAnswers) =>
  gapsOf(definition, answers).map(({ questionCode, need }) => `${questionCode}, ${need}`);

describe.each(calls)('a dossier of $definition.code', ({ definition, answers }) => {
  const asked = definition.sections.flatMap((section) => section.questions.map((question) => ({ section, question, code: question.code })));

  it('with every answer lacks nothing', () => {
    expect(gapsOf(definition, answers)).toEqual([]);
    expect(isComplete(definition, answers)).toBe(true);
  });

  it('with no answer lacks everything the call asks for, in the order of the form, and is not complete', () => {
    const needed = asked.filter(({ question }) => question.need !== 'optional');
    expect(summary(definition, {})).toEqual(needed.map(({ question }) => `${question.code}, ${question.need}`));
    expect(blockingGaps(definition, {}).every(({ need }) => need === 'blocking')).toBe(true);
    expect(isComplete(definition, {})).toBe(false);
  });

  it.each(asked)('without the answer to $code lacks that one, and blocks only if the call says so', ({ section, question }) => {
    const missing = without(answers, section.code, question.code);
    const expected = question.need === 'optional' ? [] : [`${question.code}, ${question.need}`];
    // Without a category the criteria cannot be answered, and they are what the Mission judges.
    const waiting = question.kind === 'category' ? asked.filter((other) => other.question.kind === 'criteria') : [];
    expect(summary(definition, missing)).toEqual([...expected, ...waiting.map((other) => `${other.code}, ${other.question.need}`)]);
    expect(isComplete(definition, missing)).toBe(question.need !== 'blocking');
    for (const gap of gapsOf(definition, missing)) {
      const place = gap.questionCode === question.code ? section : waiting.find(({ code }) => code === gap.questionCode)?.section;
      expect([gap.sectionCode, gap.sectionTitle, gap.partCode]).toEqual([place?.code, place?.title, place?.part]);
    }
  });

  it.each(asked.filter(({ question }) => question.kind.endsWith('Text')))('spaces do not answer $code', ({ section, question }) => {
    const blank = answering(answers, section.code, question.code, ' \n ');
    expect(summary(definition, blank)).toEqual(summary(definition, without(answers, section.code, question.code)));
  });
});

describe('what the call asks, and when', () => {
  it('4: « Le dossier de candidature devra être composé » of the letter of an elected official', () => {
    expect(blockingGaps(tani2020, without(sampleAnswers, 'lettre', 'lettre-elu'))).toEqual([
      {
        sectionCode: 'lettre',
        sectionTitle: 'Lettre de soutien d’un élu',
        questionCode: 'lettre-elu',
        partCode: 'lettre',
        need: 'blocking',
        label: 'Lettre de soutien signée (PDF)',
        missing: true,
        message: 'Joignez le document\u00a0: Lettre de soutien signée (PDF)',
      },
    ]);
  });

  it('3.3: « en mesure de pouvoir désigner » a referent never blocks a deposit, it is due before the charter', () => {
    const { referent: _, ...others } = sampleAnswers;
    expect(isComplete(tani2020, others)).toBe(true);
    expect(summary(tani2020, others).filter((gap) => gap.endsWith('beforeCharter'))).toEqual([
      'referent-nom, beforeCharter',
      'referent-courriel, beforeCharter',
    ]);
  });

  it('the category is not asked by TANI’s dossier and does not block; the small call asks it and it does', () => {
    expect(isComplete(tani2020, without(sampleAnswers, 'categorie', 'categorie'))).toBe(true);
    expect(isComplete(smallCall, without(smallAnswers, 'voie', 'voie'))).toBe(false);
  });

  it('the criteria are asked whether the category is known or not: they are what the Mission judges', () => {
    const none = answering(sampleAnswers, 'motivation', 'criteres', {});
    expect(summary(tani2020, none)).toEqual(['criteres, advised']);
    const neither = without(none, 'categorie', 'categorie');
    expect(summary(tani2020, neither)).toEqual(['categorie, advised', 'criteres, advised']);
    expect(gapsOf(tani2020, neither)[1]?.message).toBe(
      'Choisissez votre catégorie, puis répondez aux critères\u00a0: la Mission les juge.',
    );
    const three = answering(smallAnswers, 'voie', 'conditions', { R1: claim, R2: claim, R3: claim });
    expect(blockingGaps(smallCall, three).map(({ message }) => message)).toEqual(['Il reste à répondre sur\u00a0: Accueil.']);
  });

  it('choosing the other category asks for its own criteria', () => {
    const other = answering(sampleAnswers, 'categorie', 'categorie', 'travaux-a-engager');
    expect(gapsOf(tani2020, other).map(({ message }) => message)).toEqual(['Répondez à\u00a0: Les critères, un par un']);
  });
});

describe('a wrong answer', () => {
  it('weighs as much as its question: it blocks where an answer is required', () => {
    expect(summary(tani2020, answering(sampleAnswers, 'structure', 'siren', '200076959'))).toEqual(['siren, blocking']);
    expect(summary(tani2020, answering(sampleAnswers, 'structure', 'population', 'beaucoup'))).toEqual(['population, advised']);
    expect(summary(tani2020, answering(sampleAnswers, 'referent', 'referent-courriel', 'alix@'))).toEqual([
      'referent-courriel, beforeCharter',
    ]);
    expect(summary(smallCall, answering(smallAnswers, 'chiffres', 'prets', '9'))).toEqual(['prets, blocking']);
  });

  it('to a question that may be left empty is only advised to be corrected', () => {
    expect(summary(smallCall, answering(smallAnswers, 'chiffres', 'telephone', 'non'))).toEqual(['telephone, advised']);
    expect(isComplete(smallCall, answering(smallAnswers, 'chiffres', 'telephone', 'non'))).toBe(true);
  });

  it('is told by what is wrong, a missing one by what to do', () => {
    const message = (answers: DossierAnswers) => gapsOf(tani2020, answers).map((gap) => gap.message);
    expect(message(answering(sampleAnswers, 'structure', 'nature', 'bibliotheque'))).toEqual(['Choisissez une des réponses proposées.']);
    expect(message(without(sampleAnswers, 'structure', 'nature'))).toEqual(['Choisissez une réponse\u00a0: Nature de la structure']);
    expect(message(without(sampleAnswers, 'categorie', 'categorie'))).toEqual([
      'Choisissez une réponse\u00a0: Dans quelle catégorie candidatez-vous ?',
      'Choisissez votre catégorie, puis répondez aux critères\u00a0: la Mission les juge.',
    ]);
    expect(message(without(sampleAnswers, 'fiche-2', '2-1'))).toEqual([
      'Répondez à\u00a0: Comment en êtes-vous venu à vous intéresser aux enjeux de l’inclusion numérique ?',
    ]);
  });
});

describe('where the work on a page stands', () => {
  const state = (code: string, answers: DossierAnswers, call = tani2020) => sectionState(call, answers, sectionOf(call, code) as Section);

  it('to do, started, complete', () => {
    expect(state('fiche-1', {})).toBe('toDo');
    expect(state('fiche-1', { 'fiche-1': { '1-1': '', '1-2': ' ' } })).toBe('toDo');
    expect(state('fiche-1', { 'fiche-1': { '1-1': 'Corse' } })).toBe('started');
    expect(state('fiche-1', { 'fiche-1': { '1-1': 'Corse', '1-2': 'DTAN' } })).toBe('complete');
  });

  it('is complete without what is only advised beside what is required, but for the criteria and what is wrong', () => {
    expect(state('structure', answering(sampleAnswers, 'structure', 'siren', '1'))).toBe('started');
    expect(state('structure', answering(sampleAnswers, 'structure', 'population', 'beaucoup'))).toBe('started');
    expect(state('structure', without(sampleAnswers, 'structure', 'population'))).toBe('complete');
    expect(state('lettre', without(sampleAnswers, 'lettre', 'elu-nom'))).toBe('complete');
    expect(state('lettre', without(sampleAnswers, 'lettre', 'lettre-elu'))).toBe('started');
    expect(state('motivation', without(sampleAnswers, 'categorie', 'categorie'))).toBe('started');
    expect(state('motivation', answering(sampleAnswers, 'motivation', 'criteres', {}))).toBe('started');
    expect(state('referent', without(sampleAnswers, 'referent', 'referent-courriel'))).toBe('started');
  });

  it('does not wait for a question the call leaves optional', () => {
    expect(state('chiffres', without(smallAnswers, 'chiffres', 'telephone'), smallCall)).toBe('complete');
  });
});

const claim = { position: 'no' as const, explanation: '', proof: '' };

describe('a name given twice', () => {
  it('is told when it differs, without preventing anything', () => {
    const other = answering(sampleAnswers, 'fiche-1', '1-1', 'Un autre nom');
    expect(differences(tani2020, other)).toMatchObject([
      {
        sectionCode: 'fiche-1',
        questionCode: '1-1',
        need: 'advised',
        message: expect.stringContaining('ne commence pas par «\u00a0Communauté'),
      },
    ]);
    expect(isComplete(tani2020, other)).toBe(true);
  });

  it('is the same whatever its capitals, accents and spaces, whatever is told after it, and while it is not given', () => {
    const told = `${sampleAnswers['fiche-1']?.['1-1']}\nElle réunit vingt communes.`;
    expect(differences(tani2020, answering(sampleAnswers, 'fiche-1', '1-1', told))).toEqual([]);
    expect(differences(tani2020, sampleAnswers)).toEqual([]);
    expect(differences(tani2020, answering(sampleAnswers, 'fiche-1', '1-1', "  COMMUNAUTE D'AGGLOMÉRATION du Val d’Exemple "))).toEqual([]);
    expect(differences(tani2020, without(sampleAnswers, 'fiche-1', '1-1'))).toEqual([]);
    expect(differences(tani2020, {})).toEqual([]);
  });

  it('is not looked for in a long text that only starts from another answer', () => {
    expect(differences(smallCall, smallAnswers)).toEqual([]);
  });
});
