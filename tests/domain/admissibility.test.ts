import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import {
  admissibilityLabels,
  admissibilityPoints,
  blockingPoints,
  type Examination,
  proposeAdmissibility,
} from '../../lib/domain/admissibility.ts';
import { answering, sampleAnswers, sampleLetter, without } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

const closesAt = new Date('2019-10-05T00:00:00+02:00');
const examination: Examination = {
  answers: sampleAnswers,
  receivedAt: new Date('2019-10-04T23:59:59.999+02:00'),
  closesAt,
  eligibility: 'eligible',
  categoryCode: 'travaux-engages',
};
const smallExamination: Examination = {
  answers: smallAnswers,
  receivedAt: new Date('2031-03-31T12:00:00Z'),
  closesAt: new Date('2031-04-01T12:00:00+02:00'),
  eligibility: 'eligible',
  categoryCode: 'pionniers',
};
const point = (code: string, change: Partial<Examination>) =>
  admissibilityPoints(tani2020, { ...examination, ...change }).find((p) => p.code === code);
const blocking = (change: Partial<Examination>) => blockingPoints(tani2020, { ...examination, ...change }).map((p) => [p.code, p.met]);

describe('the points of an examination', () => {
  it('are the delay, the eligibility, the parts of the call and the category, in this order', () => {
    expect(admissibilityPoints(tani2020, examination).map(({ code, met }) => [code, met])).toEqual([
      ['delai', true],
      ['eligibilite', true],
      ['presentation', true],
      ['lettre', true],
      ['motivation', true],
      ['fiche', true],
      ['categorie', true],
    ]);
    expect(admissibilityPoints(smallCall, smallExamination).map(({ code, met }) => [code, met])).toEqual([
      ['delai', true],
      ['eligibilite', true],
      ['projet', true],
      ['chiffres', true],
      ['categorie', true],
    ]);
  });

  it('none blocks a dossier in order', () => {
    expect(blocking({})).toEqual([]);
    expect(blockingPoints(smallCall, smallExamination)).toEqual([]);
  });

  it.each([
    ['2019-10-04T21:59:59.999Z', true, 'Reçu avant la clôture.'],
    ['2019-10-04T22:00:00.000Z', false, 'Reçu après la clôture.'],
    ['2019-10-04T22:00:00.001Z', false, 'Reçu après la clôture.'],
  ])('« avant le 5 octobre 2019 » : received at %s, %s', (receivedAt, met, detail) => {
    expect(point('delai', { receivedAt: new Date(receivedAt) })).toMatchObject({ met, detail });
  });

  it('a closing put back by an incident is the one that counts', () => {
    const receivedAt = new Date('2019-10-05T10:00:00Z');
    expect(point('delai', { receivedAt })?.met).toBe(false);
    expect(point('delai', { receivedAt, closesAt: new Date('2019-10-05T10:00:00.001Z') })?.met).toBe(true);
    const authorisation = { until: new Date('2019-10-08T10:00:00Z'), givenAt: closesAt, reason: 'Hospitalisation.' };
    const late = point('delai', { receivedAt: new Date('2019-10-06T10:00:00Z'), closesAt: authorisation.until, authorisation });
    expect(late?.met).toBe(true);
    expect(late?.detail).toMatch(/^Reçu après la clôture, dans le délai de ce dossier\. Autorisation individuelle .*Hospitalisation\.$/);
  });

  it.each([
    [null, null, 'L’éligibilité reste à décider.'],
    ['eligible', true, 'Éligibilité décidée.'],
    ['ineligible', false, 'La structure a été jugée non éligible.'],
  ] as const)('3.1: eligibility decided « %s »: %s', (eligibility, met, detail) => {
    expect(point('eligibilite', { eligibility })).toMatchObject({ met, detail });
  });

  it('« chaque candidat devra obligatoirement bénéficier du soutien d’un élu » : without the letter, its part is missing and says so', () => {
    expect(point('lettre', { answers: without(sampleAnswers, 'lettre', 'lettre-elu') })).toEqual({
      code: 'lettre',
      label: 'Lettre de soutien d’un élu',
      quote: 'D’une lettre de soutien d’un élu du territoire ;',
      met: false,
      detail: 'Joignez le document\u00a0: Lettre de soutien signée (PDF)',
    });
    expect(point('lettre', { answers: without(sampleAnswers, 'lettre', 'elu-nom') })).toMatchObject({
      met: true,
      detail: 'Présent dans le dossier.',
    });
    expect(point('lettre', { answers: { lettre: { 'lettre-elu': sampleLetter } } })?.met).toBe(true);
  });

  it('a part lists everything it lacks', () => {
    const answers = without(without(sampleAnswers, 'fiche-2', '2-1'), 'fiche-7', '7-1');
    expect(point('fiche', { answers })?.detail).toBe(
      'Répondez à\u00a0: Comment en êtes-vous venu à vous intéresser aux enjeux de l’inclusion numérique ? Répondez à\u00a0: Avez-vous prévu de mettre en place/mis en place des dispositifs de mesure d’impact (indicateurs, outils d’évaluation…) ? Lesquels ?',
    );
    expect(blocking({ answers })).toEqual([['fiche', false]]);
  });

  it('a referent not yet named stops nothing: the call asks to be « en mesure de » designate one', () => {
    const { referent: _, ...answers } = sampleAnswers;
    expect(blocking({ answers })).toEqual([]);
  });

  it('a category nobody chose is for a person to choose, whatever the dossier says', () => {
    expect(point('categorie', { categoryCode: null })).toMatchObject({
      met: null,
      detail: 'Le candidat n’a pas choisi de catégorie\u00a0: choisissez-la avec une raison.',
    });
    expect(point('categorie', { categoryCode: 'pionniers' })?.met).toBeNull();
    expect(point('categorie', { categoryCode: 'travaux-a-engager' })).toMatchObject({ met: true, detail: tani2020.categories[1]?.label });
  });

  it('what is not established blocks like what is missing', () => {
    expect(blocking({ receivedAt: closesAt, eligibility: null, categoryCode: null, answers: {} })).toEqual([
      ['delai', false],
      ['eligibilite', null],
      ['presentation', false],
      ['lettre', false],
      ['motivation', false],
      ['fiche', false],
      ['categorie', null],
    ]);
  });
});

describe('the words of the points', () => {
  it('are those of TANI for TANI', () => {
    const text = tani2020.presentation
      .flatMap((block) => (block.kind === 'list' || block.kind === 'notes' ? block.items : [block.text]))
      .join(' ');
    for (const { quote } of admissibilityPoints(tani2020, examination)) expect(text).toContain(quote);
  });

  it('are those of the other call for the other call', () => {
    expect(admissibilityPoints(smallCall, smallExamination).map(({ quote }) => quote)).toEqual([
      'Les dossiers arrivent avant midi, le 1er avril 2031.',
      'Toute bibliothèque ;',
      'Une page sur le projet ;',
      'Un tableau chiffré.',
      'Deux réseaux seront retenus. Un lieu à créer sera retenu.',
    ]);
  });

  it('of another call name its own parts when they lack something', () => {
    const answers = answering(smallAnswers, 'chiffres', 'prets', '9 001');
    expect(blockingPoints(smallCall, { ...smallExamination, answers }).map(({ label, detail }) => [label, detail])).toEqual([
      ['Les chiffres', 'Écrivez un nombre entier, entre 10 et 9\u00a0000, par exemple «\u00a085 700\u00a0».'],
    ]);
  });

  it('the verdict is « Recevable » or « Irrecevable »', () => {
    expect(admissibilityLabels).toEqual({ admissible: 'Recevable', inadmissible: 'Irrecevable' });
  });
});

describe('the verdict proposed', () => {
  const point = (label: string, met: boolean | null) => ({ code: label, label, quote: '', met, detail: '' });

  it('is « recevable », with all that was checked, when nothing is open', () => {
    expect(proposeAdmissibility([point('Déposé dans le délai', true), point('Catégorie connue', true)])).toEqual({
      verdict: 'admissible',
      reason: 'Tout est vérifié\u00a0: déposé dans le délai\u00a0; catégorie connue.',
    });
  });

  it.each([null, false])('is none while a point is open or missing: %s', (met) => {
    expect(proposeAdmissibility([point('Déposé dans le délai', true), point('Catégorie connue', met)])).toBeNull();
    expect(proposeAdmissibility([])).toBeNull();
  });
});
