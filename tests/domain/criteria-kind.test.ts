import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type CriteriaAnswer, criteriaKind, isClaimGiven } from '../../lib/domain/criteria-kind.ts';
import type { QuestionOf } from '../../lib/domain/question.ts';
import { categoryAt, smallCall } from '../support/small-call.ts';

const question: QuestionOf<'criteria'> = { kind: 'criteria', code: 'criteres', label: 'Critères', need: 'advised', maxLength: 20 };
const engaged = { definition: tani2020, category: categoryAt(tani2020, 0) };
const other = categoryAt(tani2020, 1).criteria[0]?.code ?? '';
const small = { definition: smallCall, category: categoryAt(smallCall, 0) };
const noCategory = { definition: tani2020, category: null };
const empty = { position: '', explanation: '', proof: '' } as const;

describe('a claim on a criterion', () => {
  it('is given by a position or an explanation; a proof alone says nothing', () => {
    expect(isClaimGiven({ ...empty, position: 'no' })).toBe(true);
    expect(isClaimGiven({ ...empty, explanation: 'Oui.' })).toBe(true);
    expect(isClaimGiven({ ...empty, explanation: ' \n', proof: 'Page 3' })).toBe(false);
    expect(isClaimGiven(empty)).toBe(false);
    expect(isClaimGiven(undefined)).toBe(false);
  });
});

describe('the criteria, one by one', () => {
  const posted: Record<string, string> = {
    'criteres:C1:position': 'achieved',
    'criteres:C1:explanation': 'Des\r\npass',
    'criteres:C1:proof': 'Page 3',
    'criteres:C2:explanation': '',
    'criteres:C3:position': 'toString',
    'criteres:C3:explanation': 'Oui.',
    [`criteres:${other}:position`]: 'planned',
    [`criteres:${other}:explanation`]: 'D’une autre catégorie.',
    'criteres:ZZ:explanation': 'De nulle part.',
  };
  const field = (name: string) => posted[name] ?? null;

  it('are read as they were shown, whatever the category has become meanwhile; an unknown position or criterion is none', () => {
    for (const context of [engaged, noCategory]) {
      expect(criteriaKind.read(question, field, context)).toEqual({
        C1: { position: 'achieved', explanation: 'Des\npass', proof: 'Page 3' },
        C2: empty,
        C3: { position: '', explanation: 'Oui.', proof: '' },
        [other]: { position: 'planned', explanation: 'D’une autre catégorie.', proof: '' },
      });
    }
  });

  it('are not in a form that carries none', () => {
    expect(criteriaKind.read(question, () => null, engaged)).toBeUndefined();
  });

  it('may be saved in any state within the limit: 20 characters of 20, not 21', () => {
    const accepts = (answer: unknown) => criteriaKind.draftShape(question).safeParse(answer).success;
    expect(accepts({})).toBe(true);
    expect(accepts({ C1: { ...empty, explanation: 'a'.repeat(20), proof: 'b'.repeat(20) } })).toBe(true);
    expect(accepts({ C1: { ...empty, explanation: 'a'.repeat(21) } })).toBe(false);
    expect(accepts({ C1: { ...empty, proof: 'b'.repeat(21) } })).toBe(false);
    expect(accepts({ C1: { ...empty, position: 'certain' } })).toBe(false);
  });

  it('are given as soon as one criterion of the category is', () => {
    const other: CriteriaAnswer = { K1: { ...empty, position: 'no' } };
    expect(criteriaKind.isGiven(other, engaged)).toBe(false);
    expect(criteriaKind.isGiven({ ...other, C5: { ...empty, position: 'no' } }, engaged)).toBe(true);
    expect(criteriaKind.isGiven({ C5: { ...empty, position: 'no' } }, noCategory)).toBe(false);
  });

  it('name those of the category that are still to answer, until none is', () => {
    const four: CriteriaAnswer = Object.fromEntries(['C1', 'C2', 'C3', 'C4'].map((code) => [code, { ...empty, position: 'no' as const }]));
    expect(criteriaKind.problem({ C1: { ...empty, position: 'no' } }, question, engaged)).toBe(
      'Il reste à répondre sur\u00a0: Schémas territoriaux\u00a0; Équipe et moyens dédiés\u00a0; Démarche partenariale\u00a0; Réseau d’acteurs.',
    );
    expect(criteriaKind.problem(four, question, engaged)).toBe('Il reste à répondre sur\u00a0: Réseau d’acteurs.');
    expect(criteriaKind.problem({ ...four, C5: { ...empty, explanation: 'Oui.' } }, question, engaged)).toBeNull();
    expect(criteriaKind.problem({ R1: { ...empty, position: 'no' } }, question, small)).toBe(
      'Il reste à répondre sur\u00a0: Fonds\u00a0; Équipe\u00a0; Accueil.',
    );
  });

  it('are written in the order of the call, position, explanation and proof, the other category’s left out', () => {
    const answer: CriteriaAnswer = {
      K1: { ...empty, explanation: 'Ailleurs.' },
      C2: { position: '', explanation: 'En cours.\n\nBientôt.', proof: ' ' },
      C1: { position: 'achieved', explanation: '', proof: ' Page 3 ' },
      C3: { ...empty, proof: 'Sans rien' },
    };
    expect(criteriaKind.write(answer, question, engaged)).toEqual([
      'C1 – Pass numériques\u00a0: acquis',
      'Où le vérifier\u00a0: Page 3',
      'C2 – Schémas territoriaux',
      'En cours.',
      'Bientôt.',
    ]);
  });
});
