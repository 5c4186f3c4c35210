import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { type BoardCandidate, boardOf } from '../../lib/domain/board.ts';
import { decisionReasons, requirementSentence } from '../../lib/domain/decision.ts';
import type { Outcome } from '../../lib/domain/dossier-status.ts';
import { asCall, categoryAt } from '../support/small-call.ts';

const category = categoryAt(tani2020, 1);
/** Sentences hold no-break spaces; they are plain here so that the expectations can be read. */
const plain = (sentences: string[]) => sentences.map((sentence) => sentence.replaceAll('\u00a0', ' '));

/** The reasons told to each dossier of a board of three seats: as many criteria met as given, in that order. */
function reasonsOf(met: number[], moves: Record<string, Outcome> = {}, appreciations: number[] = []) {
  const candidates = met.map((count, n): BoardCandidate => {
    const findings = category.criteria.map(({ code }, rank) => {
      const finding = rank < count ? ('met' as const) : ('unmet' as const);
      return { criterionCode: code, delivered: [finding, finding], settled: null };
    });
    const names = { number: '', organisationName: '', territoryName: '', organisationKind: '' };
    return { dossierId: `d${n}`, ...names, reviews: 2, meanAppreciation: appreciations[n] ?? 10 - n, lot: `${n}`, findings };
  });
  const given = { reason: 'Un projet voisin déjà soutenu.', by: 'Noé', at: '2031-01-01T00:00:00.000Z' };
  const asked = Object.entries(moves).map(([dossierId, place]) => ({ dossierId, place, ...given }));
  const board = boardOf(asCall(tani2020), category, candidates, asked);
  return Object.fromEntries(board.map((line) => [line.dossierId, plain(decisionReasons(category, line, board))]));
}

const moved = 'Décision du comité, différente de l’ordre annoncé. Raison : Un projet voisin déjà soutenu.';

describe('what a candidate is told beyond the findings', () => {
  it('nothing more to a laureate of the order, nor to a dossier that does not meet the criteria', () => {
    expect(reasonsOf([3, 3, 2])).toEqual({ d0: [], d1: [], d2: [] });
  });

  it('its rank, to a dossier that meets the criteria and has no seat, and what separated it from its equals', () => {
    expect(reasonsOf([3, 3, 3, 3]).d3).toEqual([
      'Dans l’ordre annoncé, le dossier est 4e des 4 dossiers qui remplissent la condition, pour 3 places. À égalité avec d’autres dossiers à la limite des places : départagé par l’appréciation.',
    ]);
  });

  it('the reason of the committee, to each dossier it placed against the order', () => {
    const reasons = reasonsOf([3, 3, 3, 3], { d0: 'notSelected', d3: 'laureate' });
    expect(reasons.d0).toEqual([
      moved,
      'Dans l’ordre annoncé, le dossier est 1er des 4 dossiers qui remplissent la condition, pour 3 places.',
    ]);
    expect(reasons.d3).toEqual([moved]);
    expect([reasons.d1, reasons.d2]).toEqual([[], []]);
  });

  it('nothing of a move that changed nothing', () => {
    expect(reasonsOf([3, 3, 2], { d0: 'laureate', d2: 'notSelected' })).toEqual({ d0: [], d1: [], d2: [] });
  });

  it('that the committee seated others, to a dossier that lost its seat to them', () => {
    expect(reasonsOf([3, 3, 3, 3, 3], { d4: 'laureate' }).d2).toEqual([
      expect.stringMatching(/3e des 5 dossiers .*Le comité a attribué 1 place à un dossier classé après lui, par décision motivée\.$/),
    ]);
  });
});

it.each([
  [0, 'aucun n’est rempli'],
  [1, '1 est rempli'],
  [2, '2 sont remplis'],
])('what was asked, with %i met', (met, words) => {
  expect(requirementSentence(category, met)).toBe(`Catégorie\u00a0: ${category.label}. Il fallait remplir les 3 critères\u00a0; ${words}.`);
});
