import { describe, expect, it } from 'vitest';
import { demonstrationCall } from '../../../lib/calls/demonstration/call.ts';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { callDefinition } from '../../../lib/domain/call.ts';
import { wordsOf } from '../source-text.ts';

const opensAt = new Date('2030-01-07T08:00:00Z');
const closesAt = new Date('2030-02-28T23:00:00Z');
const trial = demonstrationCall({ code: 'essai-2030', promotion: 7, labelYear: 2031, opensAt, closesAt });

describe('a trial call', () => {
  it('is a call, invented, and says so in its title, its short title and its numbers', () => {
    expect(callDefinition.parse(trial)).toEqual(trial);
    expect(trial.fictitious).toBe(true);
    expect(trial.title).toBe('Appel d’essai 2031 : « Territoires d’Actions pour un Numérique Inclusif »');
    expect(trial.shortTitle).toBe('Appel d’essai 2031 (fictif)');
    expect(trial.numberPrefix).toBe('ESSAI-2031');
  });

  it('opens and closes at its own instants', () => {
    expect([trial.calendar.opensAt, trial.calendar.closesAt]).toEqual(['2030-01-07T08:00:00.000Z', '2030-02-28T23:00:00.000Z']);
    expect([trial.code, trial.promotion, trial.calendar.labelYear]).toEqual(['essai-2030', 7, 2031]);
  });

  it('may give the letter of support a date of its own, which the real call does not', () => {
    const letterUntil = new Date('2030-03-10T23:00:00Z');
    const patient = demonstrationCall({ code: 'x', promotion: 7, labelYear: 2031, opensAt, closesAt, letterUntil });
    expect(callDefinition.parse(patient).calendar.letterUntil).toBe('2030-03-10T23:00:00.000Z');
    expect([trial.calendar.letterUntil, tani2020.calendar.letterUntil]).toEqual([undefined, undefined]);
  });

  it('keeps every rule of the real call: kinds of structure, categories, parts, form, charters, order', () => {
    const { organisationKinds, categories, parts, sections, evaluation, charters, misprints, remedies } = tani2020;
    const unsigned = charters.map(({ stateSignatory: _, ...words }) => words);
    expect(trial).toMatchObject({ organisationKinds, categories, parts, sections, evaluation, charters: unsigned, misprints, remedies });
  });

  it('proposes nobody real to sign its charters', () => {
    expect(trial.charters.map(({ stateSignatory }) => stateSignatory)).toEqual(trial.charters.map(() => ({ name: '', title: '' })));
    expect(JSON.stringify(trial)).not.toContain('Cédric');
  });

  it('changes of the text the closing, the year of the label, and nothing else', () => {
    const adapted = wordsOf(tani2020.presentation)
      .replace(/il suffit d’envoyer.*$/, 'le dossier de candidature complet se dépose sur ce site avant la clôture indiquée.')
      .replaceAll('sur l’année 2020', 'sur l’année 2031');
    expect(wordsOf(trial.presentation)).toBe(adapted);
    expect(wordsOf(trial.presentation)).toContain(trial.calendar.closingQuote);
  });

  it('never gives the address or the name of the real service as its own', () => {
    expect(trial.contact).toEqual({
      service: 'Mission Société Numérique (démonstration)',
      email: 'mission@tani.example',
      postalAddress: '1 place de l’Exemple, 75000 Paris',
      phone: '01 99 00 00 00',
    });
    expect(JSON.stringify(trial)).not.toContain('societe.numerique@finances.gouv.fr');
  });

  it('leaves the real call untouched', () => {
    expect(tani2020.fictitious).toBe(false);
    expect(wordsOf(tani2020.presentation)).toContain('avant le 5 octobre 2019');
  });
});
