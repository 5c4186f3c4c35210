import { sheetSections } from '../../lib/calls/tani-2020/sheet.ts';
import { answersOf } from '../../prisma/demonstration/answers.ts';
import { territories } from '../../prisma/demonstration/territories.ts';
import type { TypedDossier } from './corse.ts';

/** The repository's own invented dossier, in the same shape as the real one. */
export function inventedDossier(): TypedDossier {
  const territory = territories.find(({ met, category }) => met === 5 && category === 'travaux-engages');
  if (!territory) throw new Error('the demonstration has such a territory');
  const answers = answersOf(territory);
  const text = (page: string, question: string) => String(answers[page]?.[question] ?? '');
  const criteria = Object.values(answers.motivation?.criteres ?? {}) as { explanation: string }[];
  const sheet = sheetSections.flatMap(({ code, questions }) => questions.map((q) => [q.label, text(code, q.code)] as const));
  return {
    presentation: text('presentation', 'presentation'),
    motivation: text('motivation', 'motivation'),
    arguments: criteria.map(({ explanation }) => explanation),
    sheet: Object.fromEntries(sheet),
  };
}
