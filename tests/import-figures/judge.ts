import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { DocumentText } from '../../lib/domain/import/document.ts';
import { proposalsOf } from '../../lib/domain/import/proposals.ts';
import type { Asked } from './dossiers.ts';

/** Out of fifteen questions: answers proposed, word for word right, wrong, and wrong but said to be sure. */
export type Score = { found: number; exact: number; sure: number; wrong: number; wrongAndSure: number; details: string[] };

/** Reads a document and compares what it gives with what was written. */
export function judge(document: DocumentText, written: readonly Asked[]): Score {
  const { proposals } = proposalsOf(tani2020, document);
  const score: Score = { found: 0, exact: 0, sure: 0, wrong: 0, wrongAndSure: 0, details: [] };
  for (const { code, answer } of written) {
    const proposal = proposals.find(({ questionCode }) => questionCode === code);
    if (!proposal || proposal.certainty === 'absent') {
      score.details.push(`${code} absent`);
      continue;
    }
    const isExact = squeezed(proposal.text) === squeezed(answer.join('\n'));
    const isSure = proposal.certainty === 'sure';
    score.found += 1;
    score.exact += Number(isExact);
    score.sure += Number(isSure);
    score.wrong += Number(!isExact);
    score.wrongAndSure += Number(!isExact && isSure);
    if (!isExact)
      score.details.push(
        `${code} ${proposal.certainty} « ${proposal.text.slice(0, 50)} … ${proposal.text.slice(-60)} » asked « ${proposal.asked} »`,
      );
  }
  return score;
}

/** Spaces, line breaks and the shape of quotes and bullets are the paper's. */
function squeezed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/^\s*[·–-]\s*|•/gm, '')
    .replace(/\s+/g, '');
}
