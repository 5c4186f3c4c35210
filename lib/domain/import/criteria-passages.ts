import type { CallDefinition, Category, Criterion } from '../call.ts';
import type { CriterionSuggestion, ImportProposal } from './proposal.ts';
import { wordsOf } from './words.ts';

/** A passage closer than this to a criterion is worth showing beside it; nothing is ever placed by itself. */
const CLOSE = 0.12;
/** A passage whose words are the criterion's in this proportion is copied from the call. */
const COPIED = 0.85;
const MOST_PER_CRITERION = 2;
const SHORTEST_PASSAGE = 60;
const NUMBERED = /^\s*(\d{1,2})\s?[.)–-]\s*(?=\S)/;
/** Lines above a numbered list among which the word « critère » says what is numbered. */
const REACH_ABOVE = 4;

/**
 * Passages of the letters that may speak of each criterion: arguments numbered like the criteria where the document says
 * so, then the passages that share the rarest words with it. To be suggested, never placed.
 */
export function criterionSuggestions(
  definition: CallDefinition,
  read: Pick<ImportProposal, 'proposals' | 'tray'>,
  category: Category | null,
): CriterionSuggestion[] {
  const texts = lettersOf(definition, read);
  return (category ? [category] : definition.categories).flatMap(({ criteria }) => {
    const numbered = texts.flatMap((text) => numberedArguments(text, criteria));
    const close = closePassages(texts.flatMap(passages), criteria);
    return criteria.flatMap(({ code }) => {
      const own = [...numbered, ...close].filter(({ criterionCode }) => criterionCode === code);
      const distinct = own.filter(
        ({ text }, index) => own.findIndex((other) => other.text.includes(text) || text.includes(other.text)) === index,
      );
      return distinct.slice(0, MOST_PER_CRITERION);
    });
  });
}

/** What a criterion may be argued in: the texts left to place, and the answers of the sections that hold criteria. */
function lettersOf({ sections }: CallDefinition, { proposals, tray }: Pick<ImportProposal, 'proposals' | 'tray'>): string[] {
  const withCriteria = new Set(
    sections.filter(({ questions }) => questions.some(({ kind }) => kind === 'criteria')).map(({ code }) => code),
  );
  const answers = proposals.filter(({ sectionCode, answer }) => withCriteria.has(sectionCode) && typeof answer === 'string');
  return [...tray.map(({ text }) => text), ...answers.map(({ text }) => text)];
}

/** A list that counts as many points as there are criteria, announced by the word. */
function numberedArguments(text: string, criteria: readonly Criterion[]): CriterionSuggestion[] {
  const lines = text.split('\n');
  const first = lines.findIndex(
    (line, index) => NUMBERED.exec(line)?.[1] === '1' && /crit[eè]re/i.test(lines.slice(Math.max(0, index - REACH_ABOVE), index).join(' ')),
  );
  if (first < 0) return [];
  const points: string[][] = [];
  for (const line of lines.slice(first)) {
    if (NUMBERED.exec(line)?.[1] === String(points.length + 1)) points.push([]);
    points.at(-1)?.push(line);
  }
  if (points.length !== criteria.length) return [];
  return criteria.map(({ code }, rank) => ({
    criterionCode: code,
    reason: 'numbered' as const,
    text: (points[rank] ?? []).join('\n').replace(NUMBERED, '').replace(/\n+/g, '\n').trim(),
  }));
}

function passages(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim().length >= SHORTEST_PASSAGE);
}

/** The closest passages of each criterion first: cosine of their words, the words that every passage has counting little. */
function closePassages(texts: readonly string[], criteria: readonly Criterion[]): CriterionSuggestion[] {
  const published = criteria.map(({ text }) => stems(text));
  const own = texts.filter((text) => !published.some((criterion) => isCopied(stems(text), criterion)));
  const documents = own.map(stems);
  const frequency = new Map<string, number>();
  for (const words of documents) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log((1 + documents.length) / (0.5 + (frequency.get(word) ?? 0)));
  const length = (words: ReadonlySet<string>) => Math.sqrt([...words].reduce((sum, word) => sum + weight(word) ** 2, 0)) || 1;
  return criteria.flatMap(({ code, label, text }) => {
    const asked = stems(`${label} ${text}`);
    const askedLength = length(asked);
    return documents
      .map((words, index) => {
        const shared = [...asked].filter((word) => words.has(word));
        return {
          text: own[index] as string,
          closeness: shared.reduce((sum, word) => sum + weight(word) ** 2, 0) / (askedLength * length(words)),
        };
      })
      .filter(({ closeness }) => closeness >= CLOSE)
      .sort((a, b) => b.closeness - a.closeness)
      .slice(0, MOST_PER_CRITERION)
      .map((found) => ({ criterionCode: code, reason: 'words' as const, text: found.text.trim() }));
  });
}

function isCopied(words: ReadonlySet<string>, criterion: ReadonlySet<string>): boolean {
  return [...words].filter((word) => criterion.has(word)).length >= words.size * COPIED;
}

function stems(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(({ stem, isTool }) => (isTool || stem.length < 3 ? [] : [stem])));
}
