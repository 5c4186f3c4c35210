import { describe, expect, it } from 'vitest';
import { type FieldView, fieldValues, fieldViews } from '../../../components/form/field-view.ts';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { type CallDefinition, type Section, sectionOf } from '../../../lib/domain/call.ts';
import { formContext, readSection, type SectionAnswers } from '../../../lib/domain/form.ts';
import { sampleAnswers, sampleLetter } from '../../support/sample-dossier.ts';
import { categoryAt, smallAnswers, smallCall } from '../../support/small-call.ts';

const section = (code: string, call = tani2020) => sectionOf(call, code) as Section;
const views = (call: CallDefinition, code: string, answers: SectionAnswers = {}) =>
  fieldViews(call, categoryAt(call, 0), section(code, call), answers);
/** The field of a question; members that are undefined are left out, as they are on the way to a browser. */
const field = (call: CallDefinition, sectionCode: string, questionCode: string): FieldView | undefined =>
  JSON.parse(JSON.stringify(views(call, sectionCode).find(({ code }) => code === questionCode)));
const hints = (view: FieldView | undefined) =>
  view?.control === 'choice' ? view.options.map(({ hint }) => hint?.replaceAll('\u00a0', ' ')) : [];

describe('the field of a question', () => {
  it.each([
    [tani2020, 'structure', 'nom-structure', { control: 'line', type: 'text', autoComplete: 'organization', narrow: false }],
    [tani2020, 'structure', 'siren', { control: 'identifier' }],
    [tani2020, 'structure', 'population', { control: 'line', type: 'text', inputMode: 'numeric', autoComplete: 'off', narrow: true }],
    [tani2020, 'referent', 'referent-courriel', { control: 'line', type: 'email', autoComplete: 'off', narrow: false }],
    [tani2020, 'referent', 'referent-telephone', { control: 'line', type: 'tel', autoComplete: 'off', narrow: true }],
    [tani2020, 'fiche-2', '2-1', { control: 'paragraphs', rows: 8, advisedLength: 1500 }],
    [tani2020, 'lettre', 'lettre-elu', { control: 'file', maxBytes: 20_000_000, file: null }],
    [smallCall, 'chiffres', 'plan', { control: 'file', maxBytes: 5000, file: null }],
    [smallCall, 'voie', 'resume', { control: 'paragraphs', rows: 6 }],
  ])('$code, %s: %s', (call, sectionCode, questionCode, expected) => {
    const label = section(sectionCode, call).questions.find(({ code }) => code === questionCode)?.label;
    const { hint: _hint, ...shown } = field(call, sectionCode, questionCode) ?? {};
    expect(shown).toEqual({ code: questionCode, label, ...expected });
  });

  it('of the number of the structure opens on the register that was chosen', () => {
    const values = (siren: string) => Object.values(fieldValues(section('structure', tani2020), { siren }));
    expect(values('200 076 958')).toEqual(['200 076 958', 'siren', '']);
    expect(values('TAHITI B12345')).toEqual(['', 'tahiti', 'B12345']);
  });

  it('says when it may be left empty, before its own hint, and never in its label', () => {
    const hint = (call: CallDefinition, page: string, code: string) => field(call, page, code)?.hint;
    expect(hint(tani2020, 'structure', 'nom-structure')).toBeUndefined();
    expect(hint(tani2020, 'structure', 'siren')).toBe('Neuf chiffres, par exemple 200 076 958.');
    expect(hint(tani2020, 'structure', 'population')).toBe('Facultatif. Nombre d’habitants, même approché.');
    expect(hint(tani2020, 'referent', 'referent-nom')).toBe('Facultatif au dépôt.');
    expect(hint(smallCall, 'chiffres', 'telephone')).toBe('Facultatif.');
  });

  it('of a choice proposes its options in their order', () => {
    expect(field(smallCall, 'chiffres', 'ouverture')).toMatchObject({
      control: 'choice',
      options: [
        { value: 'jour', label: 'Tous les jours' },
        { value: 'semaine', label: 'Une fois par semaine' },
      ],
    });
  });

  it('of a kind of structure proposes those of the call, and says beside one that the call seems to exclude it', () => {
    expect(field(smallCall, 'structure', 'nature')).toMatchObject({
      options: [
        { value: 'bibliotheque', label: 'Bibliothèque' },
        { value: 'association', label: 'Association' },
        { value: 'librairie', label: 'Librairie', hint: 'Non éligible d’après le texte de l’appel. Elle vend.' },
      ],
    });
    const kinds = field(tani2020, 'structure', 'nature');
    const warned = kinds?.control === 'choice' ? kinds.options.filter(({ hint }) => hint?.includes('Non éligible')) : [];
    expect(warned.map(({ value }) => value)).toEqual(['region', 'commune', 'autre']);
    expect(JSON.stringify(views(tani2020, 'structure'))).not.toMatch(/ineligible|toJudge|proposal/);
  });

  it('of a category says its seats and what it asks, « au moins 2 des 5 » and all three', () => {
    expect(hints(field(tani2020, 'categorie', 'categorie'))).toEqual([
      '7 places. Il faut remplir au moins 2 des 5 critères.',
      '3 places. Il faut remplir les 3 critères.',
    ]);
  });

  it('of a category with one seat says it in the singular', () => {
    expect(hints(field(smallCall, 'voie', 'voie'))).toEqual([
      '2 places. Il faut remplir au moins 3 des 4 critères.',
      '1 place. Il faut remplir au moins 1 des 2 critères.',
    ]);
  });

  it('of the criteria has one row per criterion of the category, corrected for the screen, and none without a category', () => {
    const view = field(tani2020, 'motivation', 'criteres');
    const rows = view?.control === 'criteria' ? view.rows : [];
    expect(rows.map(({ code }) => code)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    expect(rows[1]).toEqual({
      code: 'C2',
      label: 'Schémas territoriaux',
      text: 'Avoir intégré dans leurs schémas territoriaux (SDAASAP, SDUSN, etc.) la thématique des usages numériques et de l’inclusion numérique',
      note: 'SDAASAP (ou SDAASP) : schéma départemental d’amélioration de l’accessibilité des services au public. SDUSN : stratégie de développement des usages et services numériques.',
    });
    expect(fieldViews(tani2020, null, section('motivation'), {})[1]).toMatchObject({ control: 'criteria', rows: [] });
  });

  it('of a file shows the one that was sent', () => {
    expect(views(tani2020, 'lettre', sampleAnswers.lettre)[0]).toMatchObject({ control: 'file', file: sampleLetter });
  });

  it.each([tani2020, smallCall])('every question of $code has one, in the order of the page', (call) => {
    for (const page of call.sections) {
      expect(fieldViews(call, categoryAt(call, 0), page, {}).map(({ code, label }) => [code, label])).toEqual(
        page.questions.map(({ code, label }) => [code, label]),
      );
    }
  });
});

describe('the values of a page', () => {
  it('are the texts of its questions, by field name; a file is none of them', () => {
    expect(fieldValues(section('lettre'), sampleAnswers.lettre ?? {})).toStrictEqual({
      'elu-nom': 'Dominique Exemple',
      'elu-mandat': 'Vice-présidence, Val d’Exemple',
    });
    expect(fieldValues(section('lettre'), {})).toEqual({});
  });

  it('of the criteria are three fields per criterion that was touched', () => {
    const criteres = {
      C1: { position: 'achieved' as const, explanation: 'Oui.', proof: '' },
      C2: { position: '' as const, explanation: '', proof: '' },
      C3: { position: '' as const, explanation: '', proof: 'Page 3' },
    };
    expect(fieldValues(section('motivation'), { criteres })).toEqual({
      'criteres:C1:position': 'achieved',
      'criteres:C1:explanation': 'Oui.',
      'criteres:C1:proof': '',
      'criteres:C3:position': '',
      'criteres:C3:explanation': '',
      'criteres:C3:proof': 'Page 3',
    });
  });

  it.each([
    { call: tani2020, answers: sampleAnswers },
    { call: smallCall, answers: smallAnswers },
  ])('of a page of $call.code, posted back, are read as the answers they came from', ({ call, answers }) => {
    for (const page of call.sections) {
      const values = fieldValues(page, answers[page.code] ?? {});
      const { 'lettre-elu': _letter, plan: _plan, ...texts } = answers[page.code] ?? {};
      expect(readSection(page, (name) => values[name] ?? null, formContext(call, answers))).toEqual(texts);
    }
  });
});
