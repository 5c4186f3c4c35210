import type { CallDefinition } from './call.ts';
import { type DossierAnswers, type RecapQuestion, recapOf } from './form.ts';
import type { FileAnswer } from './question-kinds.ts';
import { compareWords, type DiffPart } from './word-diff.ts';

/** A run of text of one version, of the other, or of both. */
export type TextPart = { kind: 'same' | 'removed' | 'added'; text: string };
/** What changed in the answer to one question; `files` instead of `parts` when the question asks for a document. */
export type QuestionChange = {
  code: string;
  label: string;
  parts: TextPart[];
  files: { before: FileAnswer | null; after: FileAnswer | null } | null;
};
export type SectionChange = { code: string; title: string; changes: QuestionChange[]; unchanged: string[] };

/**
 * What changed from one version of a dossier to another, page by page, as its readers see it: texts word by word,
 * documents by their SHA-256. Pages and questions that say the same are told, without their text.
 */
export function versionChanges(definition: CallDefinition, before: DossierAnswers, after: DossierAnswers): SectionChange[] {
  const former = recapOf(definition, before);
  return recapOf(definition, after).map(({ section, title, questions }, index) => {
    const pairs = questions.map((now, rank) => ({ now, was: former[index]?.questions[rank] ?? now }));
    return {
      code: section.code,
      title,
      changes: pairs.filter(({ was, now }) => !sameAnswer(was, now)).map(({ was, now }) => questionChange(was, now)),
      unchanged: pairs.filter(({ was, now }) => sameAnswer(was, now)).map(({ now }) => now.label),
    };
  });
}

/** Two texts as one: what both say, what only the former says, what only the new one says, in reading order. */
export function textParts(before: string, after: string): TextPart[] {
  const { mine, other } = compareWords(before, after);
  const parts: TextPart[] = [];
  const add = (kind: TextPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) parts.push({ kind, text });
  };
  const [then, now] = [[...mine], [...other]];
  while (then.length > 0 || now.length > 0) {
    const [a, b] = [then[0], now[0]];
    if (a && !a.shared) add('removed', take(then, a.text.length));
    else if (b && !b.shared) add('added', take(now, b.text.length));
    else {
      const length = commonLength(a?.text ?? '', b?.text ?? '');
      if (length > 0) {
        add('same', take(then, length));
        take(now, length);
      }
      // A lone space between two differences is shared on one side only.
      else if (a && !/^\S/.test(a.text)) add('removed', take(then, 1));
      else if (b && !/^\S/.test(b.text)) add('added', take(now, 1));
      else {
        if (a) add('removed', take(then, a.text.length));
        if (b) add('added', take(now, b.text.length));
      }
    }
  }
  return parts;
}

/** The two versions to compare: those asked for when they exist and differ, otherwise the last two. Null with fewer than two. */
export function chosenPair(keys: readonly string[], before: unknown, after: unknown): { before: string; after: string } | null {
  const [last, former] = [keys.at(-1), keys.at(-2)];
  if (last === undefined || former === undefined) return null;
  const asked = (key: unknown) => (typeof key === 'string' && keys.includes(key) ? key : null);
  const [first, second] = [asked(before) ?? former, asked(after) ?? last];
  return first === second ? { before: former, after: last } : { before: first, after: second };
}

function sameAnswer(was: RecapQuestion, now: RecapQuestion): boolean {
  if (was.question.kind === 'file') return was.file?.sha256 === now.file?.sha256;
  return was.lines.join('\n\n') === now.lines.join('\n\n');
}

function questionChange(was: RecapQuestion, now: RecapQuestion): QuestionChange {
  const { code } = now.question;
  if (now.question.kind === 'file') return { code, label: now.label, parts: [], files: { before: was.file, after: now.file } };
  return { code, label: now.label, parts: textParts(was.lines.join('\n\n'), now.lines.join('\n\n')), files: null };
}

/** Takes so many characters off the first part. */
function take(parts: DiffPart[], length: number): string {
  const [first] = parts;
  if (!first) return '';
  const taken = first.text.slice(0, length);
  if (length >= first.text.length) parts.shift();
  else parts[0] = { ...first, text: first.text.slice(length) };
  return taken;
}

function commonLength(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}
