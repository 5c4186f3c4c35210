import type { CallDefinition } from '../call.ts';
import type { DossierAnswers } from '../form.ts';
import { anchorOf, callAnchor, escapeLine } from './anchors.ts';
import { fieldText, type OfflineField, offlineFields, shownCategories } from './fields.ts';

/** A paragraph of the form to fill without a network, and what it is: that decides how it looks, whatever the format. */
export type FormBlock = { kind: 'title' | 'note' | 'section' | 'intro' | 'question' | 'hint' | 'anchor' | 'answer'; text: string };

/** What the form says of itself, at its head. */
const INSTRUCTIONS = [
  'Écrivez chaque réponse sous sa ligne entre crochets, en autant de paragraphes que vous voulez. Ne modifiez pas ces lignes\u00a0: elles permettent de reprendre vos réponses sur le site.',
  'Les fichiers demandés par l’appel s’envoient sur le site. Rien n’est déposé tant que vous ne l’avez pas fait vous-même.',
];

/**
 * The form of a call to fill in a word processor, empty or with the answers of a dossier. What it holds comes back by
 * `anchoredProposals`, without loss.
 */
export function offlineForm(definition: CallDefinition, answers: DossierAnswers): FormBlock[] {
  const fields = offlineFields(definition, shownCategories(definition, answers));
  return [
    ...headBlocks(definition),
    ...fields.flatMap((field, index) => [
      ...preamble(field, fields[index - 1] ?? null),
      { kind: 'anchor' as const, text: anchorOf(field) },
      ...fieldText(answers, field)
        .split('\n')
        .map((line) => ({ kind: 'answer' as const, text: escapeLine(line) })),
    ]),
  ];
}

/** What stands at the head of the form. */
export function headBlocks({ title, code }: CallDefinition): FormBlock[] {
  return [
    { kind: 'title', text: title },
    ...INSTRUCTIONS.map((text): FormBlock => ({ kind: 'note', text })),
    { kind: 'anchor', text: callAnchor(code) },
  ];
}

/** What stands between the answer before and the anchor of this field. Reading a form back takes exactly this away. */
export function preamble({ section, label, notes, question, criterion }: OfflineField, previous: OfflineField | null): FormBlock[] {
  const isNewSection = previous?.section.code !== section.code;
  const isNewList = criterion !== null && previous?.question.code !== question.code;
  return [
    ...(isNewSection ? [{ kind: 'section' as const, text: section.title }] : []),
    ...(isNewSection ? section.intro.map((text) => ({ kind: 'intro' as const, text })) : []),
    ...(isNewList ? [{ kind: 'question' as const, text: question.label }] : []),
    ...(isNewList && question.hint ? [{ kind: 'hint' as const, text: question.hint }] : []),
    { kind: 'question' as const, text: label },
    ...notes.map((text) => ({ kind: 'hint' as const, text })),
  ];
}
