import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { callDefinition } from '../../lib/domain/call.ts';
import { letterAnswers, letterDeadline, letterIn, letterPlaceOf, letterUntil, submissionGaps } from '../../lib/domain/letter-place.ts';
import { sampleAnswers, sampleLetter, without } from '../support/sample-dossier.ts';
import { smallCall } from '../support/small-call.ts';

const later = '2019-10-20T00:00:00+02:00';
const patient = { ...tani2020, calendar: { ...tani2020.calendar, letterUntil: later } };
const closesAt = new Date(tani2020.calendar.closesAt);

describe('the place of the letter', () => {
  it('is a file question of the form, where there is one', () => {
    expect(letterPlaceOf(tani2020)).toMatchObject({ sectionCode: 'lettre', questionCode: 'lettre-elu' });
    expect(letterPlaceOf(smallCall)).toBeNull();
    expect(letterIn(tani2020, sampleAnswers)).toEqual(sampleLetter);
    expect(letterIn(tani2020, without(sampleAnswers, 'lettre', 'lettre-elu'))).toBeNull();
    expect(letterIn(smallCall, sampleAnswers)).toBeNull();
  });

  it('takes who signed along, when the form asks for it', () => {
    const signed = { name: 'Dominique Lanier', mandate: 'Maire, Sorbelle' };
    expect(letterAnswers(tani2020, sampleLetter, signed)).toEqual({
      'lettre-elu': sampleLetter,
      'elu-nom': 'Dominique Lanier',
      'elu-mandat': 'Maire, Sorbelle',
    });
    expect(letterAnswers(tani2020, sampleLetter, null)).toEqual({ 'lettre-elu': sampleLetter });
  });
});

describe('the date of the letter', () => {
  it('is the closing in the call of 2019, whose text asks for it with the dossier', () => {
    expect(letterUntil({ definition: tani2020, closesAt })).toBeNull();
    expect(letterDeadline({ definition: tani2020, closesAt, lacking: true })).toEqual(closesAt);
  });

  it('is its own when the call gives one, for a dossier submitted without it and for no other', () => {
    expect(letterDeadline({ definition: patient, closesAt, lacking: true })).toEqual(new Date(later));
    expect(letterDeadline({ definition: patient, closesAt, lacking: false })).toEqual(closesAt);
  });

  it('never comes before a closing put off, and never before the closing of the definition', () => {
    const putOff = new Date('2019-11-05T00:00:00+01:00');
    expect(letterUntil({ definition: patient, closesAt: putOff })).toEqual(putOff);
    const early = { ...tani2020, calendar: { ...tani2020.calendar, letterUntil: tani2020.calendar.closesAt } };
    expect(callDefinition.safeParse(early).success).toBe(false);
    expect(callDefinition.safeParse(patient).success).toBe(true);
  });
});

describe('what prevents a submission', () => {
  it('is the letter too, unless it may follow; everything else still does', () => {
    const lacking = without(without(sampleAnswers, 'lettre', 'lettre-elu'), 'presentation', 'presentation');
    const codes = (follows: boolean) => submissionGaps(tani2020, lacking, follows).map(({ questionCode }) => questionCode);
    expect(codes(false)).toEqual(['presentation', 'lettre-elu']);
    expect(codes(true)).toEqual(['presentation']);
  });
});
