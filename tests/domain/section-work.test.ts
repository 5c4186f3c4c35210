import { describe, expect, it } from 'vitest';
import {
  changedSinceFinished,
  finishedSentence,
  presenceSentence,
  type SectionWork,
  savedSentence,
} from '../../lib/domain/section-work.ts';

const at = (time: string) => new Date(`2030-02-01T${time}+01:00`);
const by = (byId: string, time: string, version: number) => ({ byId, by: `Personne ${byId}`, at: at(time), version });
const work = (saved: SectionWork['saved'], finished: SectionWork['finished']): SectionWork => ({ saved, finished, assignee: null });

describe('a finished page', () => {
  it('says who finished it and when', () => {
    expect(finishedSentence(work(null, by('a', '14:02:00', 0)))).toBe(
      'Terminée par Personne a le vendredi 1er février 2030 à 14\u00a0h\u00a002 (heure de Paris).',
    );
    expect(finishedSentence(work(by('a', '14:02:00', 3), null))).toBeNull();
  });

  it('says that it was modified afterwards, by a colleague at once, by the same person once it is another gesture', () => {
    const finished = by('a', '14:02:00', 3);
    expect(changedSinceFinished(work(by('b', '14:01:00', 3), finished))).toBe(false);
    expect(changedSinceFinished(work(by('b', '14:02:01', 4), finished))).toBe(true);
    expect(changedSinceFinished(work(by('a', '14:02:02', 4), finished))).toBe(false);
    expect(changedSinceFinished(work(by('a', '14:02:11', 4), finished))).toBe(true);
    expect(finishedSentence(work(by('b', '14:03:00', 4), finished))).toMatch(/Paris\), modifiée depuis\.$/);
  });
});

describe('a page', () => {
  it('says who saved it last, and who has it open', () => {
    expect(savedSentence(work(by('a', '09:05:00', 1), null))).toMatch(
      /^Dernier enregistrement par Personne a le vendredi .* 9\u00a0h\u00a005/,
    );
    expect(savedSentence(work(null, null))).toBeNull();
    expect(presenceSentence({ name: 'Noémie Petit', since: at('14:02:00') })).toBe(
      'Noémie Petit est sur cette page en ce moment, depuis 14\u00a0h\u00a002.',
    );
  });
});
