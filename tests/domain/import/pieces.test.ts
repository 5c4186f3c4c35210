import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { pieceQuestions, servedBy } from '../../../lib/domain/import/pieces.ts';
import { smallCall } from '../../support/small-call.ts';

describe('what else a document may be', () => {
  it('names the questions that ask for a file', () => {
    expect(pieceQuestions(tani2020).map(({ place }) => place)).toEqual(['lettre:lettre-elu']);
  });

  it('a PDF that can be shown and is not too large for the question; nothing else', () => {
    const places = (pages: number, bytes: number) => servedBy(smallCall, { pages, bytes }).map(({ place }) => place);
    expect(places(2, 5_000)).toEqual(['chiffres:plan']);
    expect(places(2, 5_001)).toEqual([]);
    expect(places(0, 10)).toEqual([]);
  });
});
