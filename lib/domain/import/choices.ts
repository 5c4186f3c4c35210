import { z } from 'zod';
import type { FieldReader } from '../kind.ts';
import { cleanText } from '../text.ts';
import { choices, placeOf, type Reading } from './review.ts';

const choice = z.enum(choices);

/** What a person chose in the reading of a document, kept with it until all of it is taken at once. */
export const importChoices = z.object({
  /** By question; a text is what was found, as it was corrected. */
  rows: z.record(z.string(), z.object({ choice: choice.nullable(), text: z.string() })),
  /** By rank of a passage in the tray, the question it goes to. */
  placed: z.record(z.string(), z.string()),
  /** Ranks of the suggestions to add to the explanation of their criterion. */
  suggested: z.array(z.int()),
  /** Questions that ask for a file, for which the document itself is given. */
  pieces: z.array(z.string()),
  /** The document stays beside the dossier, for the people who write it. */
  keepsOriginal: z.boolean(),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** The names of the fields in which a reading is chosen from. */
export const choiceFields = {
  choice: (place: string) => `choix:${place}`,
  text: (place: string) => `texte:${place}`,
  passage: (rank: number) => `passage:${rank}`,
  suggestion: (rank: number) => `critere:${rank}`,
  piece: (place: string) => `piece:${place}`,
  original: 'original',
  version: (sectionCode: string) => `version:${sectionCode}`,
  /** The version of the kept choices that the page showed. */
  seen: 'version:choix',
} as const;

/**
 * What a posted form chooses. A field that is not there is a question that was not asked: it stays to be chosen.
 * @param filePlaces the questions that ask for a file.
 */
export function readChoices(reading: Reading, filePlaces: readonly string[], field: FieldReader): ImportChoices {
  const rows = reading.proposals.flatMap((proposal) => {
    const place = placeOf(proposal);
    const chosen = choice.safeParse(field(choiceFields.choice(place)));
    const text = field(choiceFields.text(place));
    if (!chosen.success && text === null) return [];
    return [[place, { choice: chosen.success ? chosen.data : null, text: cleanText(text ?? '') }] as const];
  });
  const placed = reading.tray.flatMap((_, rank) => {
    const place = field(choiceFields.passage(rank));
    return place ? [[String(rank), place] as const] : [];
  });
  return {
    rows: Object.fromEntries(rows),
    placed: Object.fromEntries(placed),
    suggested: [...reading.suggestions.keys()].filter((rank) => field(choiceFields.suggestion(rank)) !== null),
    pieces: filePlaces.filter((place) => field(choiceFields.piece(place)) !== null),
    keepsOriginal: field(choiceFields.original) !== null,
  };
}
