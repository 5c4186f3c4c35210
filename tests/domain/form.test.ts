import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type Section, sectionOf } from '../../lib/domain/call.ts';
import {
  answerProblem,
  chosenCategory,
  claimOn,
  formContext,
  isGiven,
  mergeAnswers,
  postedShape,
  readSection,
  recapOf,
  type SectionAnswers,
  startingAnswers,
  textAnswer,
  textAnswerOfKind,
} from '../../lib/domain/form.ts';
import type { Question } from '../../lib/domain/question.ts';
import { answering, sampleAnswers, sampleLetter, without } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

const section = (code: string, call = tani2020) => sectionOf(call, code) as Section;
const lines = (call: typeof tani2020, answers: typeof sampleAnswers, code: string) =>
  recapOf(call, answers)
    .flatMap(({ questions }) => questions)
    .find(({ question }) => question.code === code)?.lines;

describe('a posted page', () => {
  it('may hold any answer of its questions, or none, and no other', () => {
    const shape = postedShape(section('structure'));
    expect(shape.safeParse({}).success).toBe(true);
    expect(shape.safeParse(sampleAnswers.structure).success).toBe(true);
    expect(shape.safeParse({ siren: 'pas encore' }).success).toBe(true);
    expect(shape.safeParse({ role: 'administrator' }).success).toBe(false);
    expect(shape.safeParse({ siren: 3 }).success).toBe(false);
  });

  it('never carries a file: files are only ever sent on their own', () => {
    const shape = postedShape(section('lettre'));
    expect(shape.safeParse({ 'elu-nom': 'A' }).success).toBe(true);
    expect(shape.safeParse({ 'elu-nom': 'A', 'lettre-elu': sampleLetter }).success).toBe(false);
    expect(shape.safeParse({ 'lettre-elu': null }).success).toBe(false);
  });

  it('is read for the questions it carries only', () => {
    const fields: Record<string, string> = { 'elu-nom': ' A\r\n', 'lettre-elu': 'x', autre: 'y' };
    expect(readSection(section('lettre'), (name) => fields[name] ?? null, formContext(tani2020, {}))).toEqual({ 'elu-nom': ' A ' });
  });
});

describe('the answers a page starts from', () => {
  it('propose the name of the structure where Annexe 3 asks for it again, until it is answered', () => {
    const sheet = section('fiche-1');
    expect(startingAnswers(tani2020, { structure: { 'nom-structure': ' Corse ' } }, sheet)).toEqual({ '1-1': 'Corse' });
    expect(startingAnswers(tani2020, { structure: { 'nom-structure': 'Corse' }, 'fiche-1': { '1-1': '', '1-2': 'DTAN' } }, sheet)).toEqual({
      '1-1': '',
      '1-2': 'DTAN',
    });
  });

  it('follow the call: another call proposes another answer', () => {
    expect(startingAnswers(smallCall, { structure: { territoire: 'Sorbelle' } }, section('voie', smallCall))).toEqual({
      resume: 'Sorbelle',
    });
    expect(startingAnswers(smallCall, smallAnswers, section('chiffres', smallCall))).toEqual(smallAnswers.chiffres);
  });
});

describe('saving a page over the saved answers', () => {
  it('replaces what the form carried and keeps the rest, criteria row by row', () => {
    const saved: SectionAnswers = { motivation: 'Avant', criteres: { C1: claim('un'), K1: claim('autre') } };
    expect(mergeAnswers(saved, { motivation: '', criteres: { C1: claim('deux') } })).toEqual({
      motivation: '',
      criteres: { C1: claim('deux'), K1: claim('autre') },
    });
  });

  it('keeps a file until another one, or none, takes its place', () => {
    expect(mergeAnswers({ 'lettre-elu': sampleLetter }, { 'elu-nom': 'A' })).toEqual({ 'lettre-elu': sampleLetter, 'elu-nom': 'A' });
    expect(mergeAnswers({ 'lettre-elu': sampleLetter }, { 'lettre-elu': null })).toEqual({ 'lettre-elu': null });
  });

  it('never loses a question, nor a row of criteria, and changes nothing that was not posted', () => {
    const rows = fc.dictionary(fc.constantFrom('C1', 'C2', 'K1'), fc.string().map(claim), { noNullPrototype: true });
    const text = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string(), { noNullPrototype: true });
    const answers = fc
      .tuple(text, fc.option(rows, { nil: undefined }))
      .map(([texts, criteres]): SectionAnswers => (criteres ? { ...texts, criteres } : texts));
    fc.assert(
      fc.property(answers, answers, (saved, posted) => {
        const merged = mergeAnswers(saved, posted);
        expect(Object.keys(merged).sort()).toEqual([...new Set([...Object.keys(saved), ...Object.keys(posted)])].sort());
        for (const code of ['a', 'b', 'c']) expect(merged[code]).toBe(posted[code] ?? saved[code]);
        expect(merged.criteres).toEqual(
          saved.criteres || posted.criteres ? { ...(saved.criteres as object), ...(posted.criteres as object) } : undefined,
        );
        expect(mergeAnswers(merged, posted)).toEqual(merged);
      }),
    );
  });
});

describe('an answer', () => {
  const siren = section('structure').questions[2] as Question;
  const context = formContext(tani2020, sampleAnswers);

  it('is wrong only once it is given', () => {
    expect([undefined, '', ' ', '200076958', '200076959'].map((answer) => isGiven(siren, answer, context))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect([undefined, '', ' ', '200076958'].map((answer) => answerProblem(siren, answer, context))).toEqual([null, null, null, null]);
    expect(answerProblem(siren, '200076959', context)).toMatch(/^Ce numéro SIREN n’est pas valide\./);
  });

  it('is read as trimmed text, and as nothing when it is absent or not a text', () => {
    expect(textAnswer({ a: { b: ' x ' } }, 'a', 'b')).toBe('x');
    expect([textAnswer({}, 'a', 'b'), textAnswer({ a: {} }, 'a', 'b'), textAnswer(sampleAnswers, 'lettre', 'lettre-elu')]).toEqual([
      '',
      '',
      '',
    ]);
  });

  it('of a kind is found wherever the call asks it', () => {
    expect(textAnswerOfKind(tani2020, sampleAnswers, 'category')).toBe('travaux-engages');
    expect(textAnswerOfKind(smallCall, smallAnswers, 'category')).toBe('reseaux');
    expect(textAnswerOfKind(smallCall, smallAnswers, 'choice')).toBe('semaine');
    expect(textAnswerOfKind(tani2020, sampleAnswers, 'choice')).toBe('');
  });

  it('chooses the category of the dossier, or none when the call does not have it', () => {
    expect(chosenCategory(tani2020, sampleAnswers)?.code).toBe('travaux-engages');
    expect(chosenCategory(smallCall, smallAnswers)?.code).toBe('reseaux');
    expect(chosenCategory(tani2020, answering(sampleAnswers, 'categorie', 'categorie', 'reseaux'))).toBeNull();
    expect(chosenCategory(tani2020, {})).toBeNull();
  });
});

it('what the candidate says of a criterion is found wherever the form asks for it', () => {
  expect(claimOn(tani2020, sampleAnswers, 'C1')).not.toBeNull();
  expect(claimOn(smallCall, smallAnswers, 'R1')?.position).toBe('achieved');
  expect(claimOn(tani2020, sampleAnswers, 'C9')).toBeNull();
  expect(claimOn(tani2020, {}, 'C1')).toBeNull();
});

describe('a recap', () => {
  it.each([tani2020, smallCall])('of $code holds every question of the call, in its order, answered or not', (call) => {
    const asked = call.sections.map((s) => [s.code, s.questions.map((q) => q.code)]);
    const told = (answers: typeof sampleAnswers) =>
      recapOf(call, answers).map((s) => [s.section.code, s.questions.map((q) => q.question.code)]);
    expect(told({})).toEqual(asked);
    expect(told(call === tani2020 ? sampleAnswers : smallAnswers)).toEqual(asked);
  });

  it('writes every given answer in words, and nothing where nothing was given', () => {
    expect(lines(tani2020, sampleAnswers, 'nature')).toEqual(['Intercommunalité ou métropole']);
    expect(lines(tani2020, sampleAnswers, '4-1')).toEqual(['1) Recenser.\n2) Former.\n3) Évaluer.']);
    expect(lines(tani2020, without(sampleAnswers, 'fiche-4', '4-1'), '4-1')).toEqual([]);
    expect(lines(smallCall, smallAnswers, 'ouverture')).toEqual(['Une fois par semaine']);
    expect(lines(smallCall, smallAnswers, 'plan')).toEqual(['plan.pdf (1\u00a0page)', `SHA-256\u00a0: ${'a'.repeat(64)}`]);
    expect(lines(smallCall, smallAnswers, 'conditions')?.[0]).toBe('R1 – Horaires\u00a0: acquis');
  });
});

function claim(explanation: string) {
  return { position: 'no' as const, explanation, proof: '' };
}
