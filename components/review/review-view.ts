import type { ComparedField } from '#components/form/compared-field.ts';
import type { CallDefinition, Category } from '#lib/domain/call.ts';
import { criterionPositions } from '#lib/domain/criterion-fields.ts';
import { type Finding, findingLabels } from '#lib/domain/finding-labels.ts';
import { claimOn, type DossierAnswers } from '#lib/domain/form.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import type { Evidence } from '#lib/domain/review.ts';
import { cleanText } from '#lib/domain/text.ts';

export type ReviewRowView = {
  code: string;
  label: string;
  text: string;
  note?: string;
  /** Where the candidate says they stand, in a word; '' when they did not say. */
  position: string;
  finding: string;
  comment: string;
  quotes: string[];
  appreciation: string;
};
/** What a browser needs to show the grid of one reader. */
export type ReviewView = { version: number; delivered: boolean; comment: string; maxAppreciation: number; rows: ReviewRowView[] };
/** The fields of a grid, as its form posts them. */
export type PostedFields = {
  baseVersion: number;
  comment: string;
  rows: { criterionCode: string; finding: string; comment: string; quotes: string[]; appreciation: string }[];
};

type Own = {
  version: number;
  delivered: boolean;
  comment: string;
  rows: { criterionCode: string; finding: Finding | null; comment: string; evidence: Evidence[]; appreciation: number | null }[];
};

/** The grid of a category filled with what its reader has written so far. */
export function reviewView(definition: CallDefinition, category: Category, own: Own, answers: DossierAnswers): ReviewView {
  const rows = category.criteria.map(({ code, label, text, note }) => {
    const row = own.rows.find((r) => r.criterionCode === code);
    const claimed = claimOn(definition, answers, code)?.position;
    return {
      code,
      label,
      text: itemOnScreen(definition, text),
      note,
      position: claimed ? criterionPositions[claimed] : '',
      finding: row?.finding ?? '',
      comment: row?.comment ?? '',
      quotes: row?.evidence.map(({ quote }) => quote) ?? [],
      appreciation: row?.appreciation == null ? '' : String(row.appreciation),
    };
  });
  return {
    version: own.version,
    delivered: own.delivered,
    comment: own.comment,
    maxAppreciation: definition.evaluation.maxAppreciation,
    rows,
  };
}

/** Name of a field of the grid, for example `C1:finding`. */
export function reviewFieldName(criterionCode: string, field: 'finding' | 'comment' | 'quote' | 'appreciation'): string {
  return `${criterionCode}:${field}`;
}

/** The text of every field of a grid, by name; passages that share a name are put one after the other. */
export function reviewValues({ comment, rows }: Pick<Own, 'comment' | 'rows'>): Record<string, string> {
  const entries = rows.flatMap((row) => [
    [reviewFieldName(row.criterionCode, 'finding'), row.finding ?? ''],
    [reviewFieldName(row.criterionCode, 'comment'), row.comment],
    [reviewFieldName(row.criterionCode, 'quote'), row.evidence.map(({ quote }) => quote).join(BETWEEN_QUOTES)],
    [reviewFieldName(row.criterionCode, 'appreciation'), row.appreciation === null ? '' : String(row.appreciation)],
  ]);
  return { ...Object.fromEntries(entries), comment };
}

/** The fields typed in a grid, in the same shape. */
export function typedReview(fields: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name).filter(Boolean).join(BETWEEN_QUOTES)]));
}

/** What is to be known of a field of the grid to show two versions of it. Passages are shown, and copied by hand. */
export function comparedReviewField(name: string): ComparedField {
  const [code, field] = name.split(':');
  if (field === 'finding') {
    const options = Object.entries(findingLabels).map(([value, label]) => ({ value, label }));
    return { label: `Constat sur ${code}`, kind: 'choice', options };
  }
  if (field === 'quote') return { label: `Passages du dossier cités (${code})`, kind: 'shown' };
  if (field === 'appreciation') return { label: `Appréciation (${code})`, kind: 'line' };
  return { label: field === 'comment' ? `Pourquoi ce constat (${code})` : 'Avis d’ensemble', kind: 'paragraphs' };
}

const BETWEEN_QUOTES = '\n\n';

/** The fields of a posted grid: which criteria it holds follows from its field names. */
export function readPostedReview(form: FormData | URLSearchParams): PostedFields {
  const text = (name: string) => cleanText(String(form.get(name) ?? ''));
  const codes = new Set([...form.keys()].filter((name) => name.endsWith(':comment')).map((name) => name.slice(0, -':comment'.length)));
  const rows = [...codes].map((code) => ({
    criterionCode: code,
    finding: text(reviewFieldName(code, 'finding')),
    comment: text(reviewFieldName(code, 'comment')),
    quotes: form
      .getAll(reviewFieldName(code, 'quote'))
      .map((quote) => cleanText(String(quote)).trim())
      .filter(Boolean),
    appreciation: text(reviewFieldName(code, 'appreciation')),
  }));
  const version = Number(text('version'));
  return { baseVersion: Number.isInteger(version) && Math.abs(version) < 2 ** 31 ? version : -1, comment: text('comment'), rows };
}
