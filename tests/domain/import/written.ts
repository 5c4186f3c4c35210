import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { candidatesOf } from '../../../lib/domain/import/candidates.ts';
import type { DocumentFormat } from '../../../lib/domain/import/document.ts';
import { proposalsOf } from '../../../lib/domain/import/proposals.ts';
import { sourceOf } from '../../../lib/domain/import/source.ts';
import { targetsOf } from '../../../lib/domain/import/targets.ts';
import { titlesOf } from '../../../lib/domain/import/titles.ts';
import { tokensOf } from '../../../lib/domain/import/tokens.ts';

/** A document of these lines, at every stage of its reading as an answer to the TANI call. */
export function reading(lines: readonly string[], format: DocumentFormat = 'docx') {
  const source = sourceOf({ format, lines });
  const form = targetsOf(tani2020);
  const tokens = tokensOf(source, form);
  return {
    source,
    form,
    tokens,
    found: candidatesOf(tokens, form),
    titles: titlesOf(source, form),
    codeOf: (target: number) => form.targets[target]?.question.code,
  };
}

/** What a document of these lines gives, by question code. */
export function proposed(lines: readonly string[], format: DocumentFormat = 'docx') {
  const read = proposalsOf(tani2020, { format, lines });
  return { ...read, by: (code: string) => read.proposals.find(({ questionCode }) => questionCode === code) };
}

export const humans = 'Quels sont les moyens humains mobilisés/mobilisables ?';
export const money = 'Quels sont les moyens financiers mobilisables/mobilisés ?';
export const talk = 'Quelle est votre stratégie de communication ?';
