import type { FieldView } from '#components/form/field-view.ts';
import type { CallDefinition } from '#lib/domain/call.ts';
import { choiceFields } from '#lib/domain/import/choices.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

/** What the fields of a reading are called where they come back by themselves, with the public words of the call. */
export function keptChoiceFields(definition: CallDefinition | undefined): FieldView[] {
  const questions = (definition?.sections ?? []).flatMap((section) =>
    section.questions.map((question) => ({ place: `${section.code}:${question.code}`, label: withFrenchSpaces(question.label) })),
  );
  return [
    { code: 'acte', label: 'Votre demande', control: 'choice', options: acts },
    { code: choiceFields.original, label: 'Garder le document d’origine', control: 'choice', options: [{ value: 'on', label: 'oui' }] },
    ...questions.flatMap(({ place, label }): FieldView[] => [
      { code: choiceFields.choice(place), label, control: 'choice', options: choices },
      { code: choiceFields.text(place), label: `Texte\u00a0: ${label}`, control: 'paragraphs', rows: 6 },
      {
        code: choiceFields.piece(place),
        label: `Le document sert aussi de pièce\u00a0: ${label}`,
        control: 'choice',
        options: [{ value: 'on', label: 'oui' }],
      },
    ]),
  ];
}

const acts = [
  { value: 'reprendre', label: 'reprendre ces réponses' },
  { value: 'garder', label: 'garder mes choix pour plus tard' },
];
const choices = [
  { value: 'use', label: 'utiliser' },
  { value: 'leave', label: 'ignorer, ou garder ma réponse' },
];
