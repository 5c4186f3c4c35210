import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sheetSections } from '../../lib/calls/tani-2020/sheet.ts';
import { foldText } from '../../lib/domain/text.ts';

const FILE = path.resolve('../shared/dossiers/corse.txt');

/** A dossier as one types it: the two letters, the arguments on the criteria, and the sheet by question label. */
export type TypedDossier = { presentation: string; motivation: string; arguments: string[]; sheet: Record<string, string> };

/** The real dossier of the Collectivité de Corse, cut into the form's answers; null where the material is absent. */
export function corseDossier(): TypedDossier | null {
  if (!existsSync(FILE)) return null;
  const text = clean(readFileSync(FILE, 'utf8'));
  const part = (from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to)).trim();
  const criteria = part('A ce stade de l’argumentaire', 'Fiche de présentation (Annexe 3)');
  return {
    presentation: part('Très tôt la Collectivité', 'Une volonté de relever'),
    motivation: part('Une volonté de relever', 'Du point de vue des critères'),
    arguments: criteria
      .split(/\n\s*\d\. /)
      .slice(1)
      .map((argument) => argument.replace(/\s*\n\s*/g, ' ').trim()),
    sheet: sheetAnswers(text.slice(text.indexOf('Fiche de présentation (Annexe 3)'))),
  };
}

/** Page numbers and hyphens at line ends belong to the paper, not to the text. */
function clean(text: string): string {
  return text
    .replace(/\r/g, '')
    .replace(/\n\s*\d{1,2}\s*\n/g, '\n')
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2');
}

/** Each answer stands between its question and the next bullet or section title. */
function sheetAnswers(sheet: string): Record<string, string> {
  const questions = sheetSections.flatMap((section) =>
    section.questions.map((q) => ({ label: q.label, asked: words(('sourceLabel' in q && q.sourceLabel) || q.label) })),
  );
  const bullets = sheet.split(/\n\s*• /).slice(1);
  return Object.fromEntries(
    questions.map(({ label, asked }) => {
      const bullet = bullets.find((text) => words(text).join(' ').startsWith(asked.join(' ')));
      if (!bullet) throw new Error(`the dossier does not hold: ${label}`);
      return [
        label,
        afterWords(bullet, asked.length)
          .replace(/\n\s*[1-7]\. [^\n]*$/, '')
          .trim(),
      ];
    }),
  );
}

function words(text: string): string[] {
  return foldText(text).match(/[a-z0-9]+/g) ?? [];
}

/** The text that follows its first `count` words, without the marks that close the question. */
function afterWords(text: string, count: number): string {
  const matches = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const last = matches[count - 1];
  return text.slice((last?.index ?? 0) + (last?.[0].length ?? 0)).replace(/^[\s?:.…)]+/, '');
}
