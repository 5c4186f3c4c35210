import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { sectionOf } from '../../lib/domain/call.ts';
import { formContext } from '../../lib/domain/form.ts';
import { type Question, questionDefinition } from '../../lib/domain/question.ts';
import { type Answer, kindOf } from '../../lib/domain/question-kinds.ts';
import { sampleAnswers, sampleLetter } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

const tani = formContext(tani2020, sampleAnswers);
const small = formContext(smallCall, smallAnswers);

/** The question of that code in one of the two calls. */
function questionOf(code: string): Question {
  const questions = [tani2020, smallCall].flatMap((call) => call.sections.flatMap((section) => section.questions));
  const question = questions.find((q) => q.code === code);
  if (!question) throw new Error(`no question ${code}`);
  return question;
}

const problem = (code: string, answer: Answer, context = tani) => kindOf(questionOf(code)).problem(answer, questionOf(code), context);
const write = (code: string, answer: Answer, context = tani) => kindOf(questionOf(code)).write(answer, questionOf(code), context);
const accepts = (code: string, draft: unknown) => kindOf(questionOf(code)).draftShape(questionOf(code)).safeParse(draft).success;

describe('every kind of question', () => {
  it('is used by one of the two calls of these tests', () => {
    const used = [tani2020, smallCall].flatMap((call) => call.sections.flatMap((s) => s.questions.map((q) => q.kind)));
    expect([...new Set(used)].sort()).toEqual(questionDefinition.options.map((option) => option.shape.kind.value).sort());
  });

  it('tells an answer from none, spaces being none', () => {
    for (const code of [
      'nom-structure',
      'presentation',
      'population',
      'siren',
      'nature',
      'categorie',
      'referent-courriel',
      'referent-telephone',
    ]) {
      const { isGiven } = kindOf(questionOf(code));
      expect([isGiven('', tani), isGiven(' \n\u00a0', tani), isGiven('x', tani)]).toEqual([false, false, true]);
    }
    expect([kindOf(questionOf('lettre-elu')).isGiven(null, tani), kindOf(questionOf('lettre-elu')).isGiven(sampleLetter, tani)]).toEqual([
      false,
      true,
    ]);
  });

  it('reads what a form carries, cleaned, and nothing of a question it does not carry', () => {
    const field = (name: string) => (name === 'presentation' ? 'un\r\ne\u0301té\u0000' : null);
    expect(kindOf(questionOf('presentation')).read(questionOf('presentation'), field, tani)).toBe('un\nété');
    expect(kindOf(questionOf('motivation')).read(questionOf('motivation'), field, tani)).toBeUndefined();
    expect(kindOf(questionOf('lettre-elu')).read(questionOf('lettre-elu'), () => 'sent as text', tani)).toBeUndefined();
  });
});

describe('a text', () => {
  it('may be saved up to its maximum: 80 characters of 80, not 81', () => {
    const nom = sectionOf(smallCall, 'structure')?.questions[0] as Question;
    const shape = kindOf(nom).draftShape(nom);
    expect([shape.safeParse('é'.repeat(80)).success, shape.safeParse('é'.repeat(81)).success]).toEqual([true, false]);
  });

  it('has no minimum: « Pas dans l’immédiat. » is a whole answer, and stands', () => {
    expect(problem('4-4', 'Pas dans l’immédiat.')).toBeNull();
    expect(write('4-4', 'Pas dans l’immédiat.')).toEqual(['Pas dans l’immédiat.']);
  });

  it('is written by paragraphs', () => {
    expect(write('4-1', '1) Un.\n2) Deux.\n\n\nTrois.')).toEqual(['1) Un.\n2) Deux.', 'Trois.']);
  });
});

describe('a whole number', () => {
  it('may be written with what is counted, and kept in a draft unless nothing can hold it', () => {
    expect([problem('prets', '4 200 prêts', small), problem('population', 'environ 250 000 habitants')]).toEqual([null, null]);
    expect(['250 000', 'beaucoup', '', '100 000 000', '100 000 001', '2147483648'].map((draft) => accepts('population', draft))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('stands between its bounds, both included', () => {
    const sentence = 'Écrivez un nombre entier, entre 10 et 9\u00a0000, par exemple «\u00a085 700\u00a0».';
    expect(['9', '10', '9000', '9001', '10,5'].map((typed) => problem('prets', typed, small))).toEqual([
      sentence,
      null,
      null,
      sentence,
      sentence,
    ]);
  });
});

describe('a text of a given form is kept as typed and named when it is wrong', () => {
  it('SIREN', () => {
    expect(problem('siren', '200 076 958')).toBeNull();
    expect(problem('siren', '200 076 959')).toBe(
      'Ce numéro SIREN n’est pas valide. Il compte neuf chiffres\u00a0: vérifiez-les sur un document officiel de la structure.',
    );
    expect(accepts('siren', '200 076 959')).toBe(true);
    for (const typed of ['200076958', '200.076.958', ' 200 076 958 ']) expect(write('siren', typed)).toEqual(['200\u00a0076\u00a0958']);
    expect(write('siren', 'à venir')).toEqual(['à venir']);
    expect(['RIDET 0123456', 'TAHITI b12345', 'aucun numéro', 'RIDET 12'].map((typed) => write('siren', typed)[0])).toEqual([
      'RIDET 0\u00a0123\u00a0456',
      'TAHITI B12345',
      'Aucun numéro',
      'RIDET 12',
    ]);
  });

  it('SIREN or another number, read from three fields, or from one where the page has no more', () => {
    const read = (fields: Record<string, string>) =>
      kindOf(questionOf('siren')).read(questionOf('siren'), (name) => fields[name] ?? null, tani);
    expect(read({ siren: '200 076 958' })).toBe('200 076 958');
    expect(read({ siren: 'RIDET 0123456' })).toBe('RIDET 0123456');
    expect(read({ siren: '', 'siren:registre': 'ridet', 'siren:autre': '0123456' })).toBe('RIDET 0123456');
    expect(read({ siren: '', 'siren:registre': 'none', 'siren:autre': '' })).toBe('aucun numéro');
    expect(read({ siren: '200076958', 'siren:registre': 'siren', 'siren:autre': '' })).toBe('200076958');
    expect(read({ siren: '1', 'siren:registre': 'forged', 'siren:autre': '2' })).toBe('1\u00a0; 2');
    expect(read({ 'siren:autre': '2' })).toBeUndefined();
  });

  it('e-mail address', () => {
    const sentence = 'Cette adresse de courriel n’est pas complète. Exemple\u00a0: prenom.nom@territoire.fr.';
    expect(['a@b.fr', ' a@b.fr ', 'a@b', 'a.fr', 'a b@c.fr'].map((typed) => problem('referent-courriel', typed))).toEqual([
      null,
      null,
      sentence,
      sentence,
      sentence,
    ]);
  });

  it.each(['01 99 00 00 00', '+33 1 99 00 00 00', '0199000000', '27 00 00', '+689-40-47-20-00'])('telephone « %s »', (typed) => {
    expect(problem('referent-telephone', typed)).toBeNull();
  });

  it.each(['12345', 'appelez-moi', '1'.repeat(25), '......', '( - )  -'])('« %s » is no telephone number', (typed) => {
    expect(problem('referent-telephone', typed)).toBe('Écrivez un numéro de téléphone, par exemple «\u00a001 23 45 67 89\u00a0».');
  });
});

describe('a choice', () => {
  const sentence = 'Choisissez une des réponses proposées.';

  it('is one of the options of the question, and is written with its words', () => {
    expect([problem('ouverture', 'jour', small), problem('ouverture', 'nuit', small), problem('ouverture', 'toString', small)]).toEqual([
      null,
      sentence,
      sentence,
    ]);
    expect(write('ouverture', 'semaine', small)).toEqual(['Une fois par semaine']);
    expect(write('ouverture', 'nuit', small)).toEqual(['nuit']);
  });

  it('of a kind of structure or of a category is one of the call’s own', () => {
    expect([problem('nature', 'departement'), problem('nature', 'bibliotheque')]).toEqual([null, sentence]);
    expect([problem('nature', 'departement', small), problem('nature', 'bibliotheque', small)]).toEqual([sentence, null]);
    expect([problem('categorie', 'travaux-engages'), problem('categorie', 'reseaux')]).toEqual([null, sentence]);
    expect([problem('voie', 'travaux-engages', small), problem('voie', 'reseaux', small)]).toEqual([sentence, null]);
    expect(write('nature', 'gip')).toEqual(['Groupement d’intérêt public']);
    expect(write('voie', 'pionniers', small)).toEqual(['Lieux à créer']);
  });
});

describe('a file', () => {
  it('is kept with its fingerprint, which a recap shows', () => {
    expect(accepts('lettre-elu', sampleLetter)).toBe(true);
    expect(accepts('lettre-elu', null)).toBe(true);
    expect(accepts('lettre-elu', { ...sampleLetter, fileId: '../etc' })).toBe(false);
    expect(write('lettre-elu', sampleLetter)).toEqual(['Lettre de soutien.pdf (2\u00a0pages)', `SHA-256\u00a0: ${'c'.repeat(64)}`]);
    expect(problem('lettre-elu', sampleLetter)).toBeNull();
  });
});
