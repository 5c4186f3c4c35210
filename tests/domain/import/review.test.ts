import { describe, expect, it } from 'vitest';
import type { DossierAnswers } from '../../../lib/domain/form.ts';
import { proposalsOf } from '../../../lib/domain/import/proposals.ts';
import { certaintyCounts, placeOf, reviewRows } from '../../../lib/domain/import/review.ts';
import { offlineForm } from '../../../lib/domain/offline-form/blocks.ts';
import { smallAnswers, smallCall } from '../../support/small-call.ts';

/** What the offline form of these answers reads like. */
const filled = (answers: DossierAnswers) =>
  proposalsOf(smallCall, { format: 'docx', lines: offlineForm(smallCall, answers).map(({ text }) => text) });
const rowsOf = (saved: DossierAnswers, found: DossierAnswers = smallAnswers) => {
  const rows = reviewRows(smallCall, saved, filled(found));
  return (code: string) => rows.find(({ question }) => question.code === code);
};

describe('what a document answers, beside what the dossier says', () => {
  it('takes what is sure where nothing is answered, keeps an answer that exists, asks nothing where both agree', () => {
    const row = rowsOf({ structure: { ...smallAnswers.structure, territoire: 'Sorbelle-le-Vieux' } });
    expect(row('prets')).toMatchObject({ state: 'open', proposed: 'use', text: '4 200', current: [], place: 'chiffres:prets' });
    expect(row('territoire')).toMatchObject({ state: 'open', proposed: 'leave', text: 'Sorbelle', current: ['Sorbelle-le-Vieux'] });
    expect(row('nom-structure')).toMatchObject({ state: 'same' });
    expect(row('plan')).toBeUndefined();
  });

  it('shows a choice by its label and corrects it among the answers proposed', () => {
    expect(rowsOf({})('ouverture')).toMatchObject({ text: 'semaine', options: { semaine: 'Une fois par semaine' } });
    expect(rowsOf({ chiffres: { ouverture: 'jour' } })('ouverture')).toMatchObject({ current: ['Tous les jours'] });
  });

  it('proposes nothing where the answer must be read first, and says when a document answers nothing', () => {
    const rows = reviewRows(smallCall, {}, proposalsOf(smallCall, { format: 'docx', lines: ['Les chiffres', 'Prêts par an : beaucoup'] }));
    expect(rows.find(({ question }) => question.code === 'prets')).toMatchObject({ proposed: null, state: 'open', text: 'beaucoup' });
    expect(rows.find(({ question }) => question.code === 'courriel')).toMatchObject({ state: 'absent' });
  });

  it('criteria agree when every claim found is the one the dossier has', () => {
    const { conditions } = smallAnswers.voie as { conditions: object };
    const other = { ...conditions, P1: { position: 'no', explanation: 'Pas encore.', proof: '' } };
    expect(rowsOf({ voie: { voie: 'reseaux', conditions: other } as never })('conditions')).toMatchObject({ state: 'same' });
    expect(rowsOf({ voie: { voie: 'reseaux', conditions: { P1: other.P1 } } as never })('conditions')).toMatchObject({ state: 'open' });
  });
});

describe('counting', () => {
  it('counts questions by certainty', () => {
    const counts = certaintyCounts(filled({ chiffres: { prets: '4 200' } }));
    expect(counts).toMatchObject({ sure: 1, toCheck: 0 });
    expect(counts.absent).toBe(filled({}).proposals.length - 1);
  });
});

describe('naming a question', () => {
  it('names it by its section and its code', () => {
    expect(placeOf({ sectionCode: 'fiche-2', questionCode: '2-1' })).toBe('fiche-2:2-1');
  });
});
