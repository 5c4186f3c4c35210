// A program of its own, started and ended by composer-process.ts: the compiler is synchronous, native and greedy, so a
// dossier of two million characters makes nobody else wait, and what it took is given back when the program ends.
import { composeLetterToSign, type LetterToSignPaper } from './letter-to-sign.ts';
import { composePaper, type Paper } from './paper.ts';

/** A paper of the service, or the letter it only helps to print. */
export type Composable = Paper | { kind: 'letterToSign'; data: LetterToSignPaper };

export type ComposerAnswer = { pdf: Uint8Array; sealBlock: object; memory: number } | { error: string };

process.on('message', async (paper: Composable) => {
  process.send?.(await answer(paper));
});
process.on('disconnect', () => process.exit(0));

async function answer(paper: Composable): Promise<ComposerAnswer> {
  try {
    const { pdf, sealBlock } = paper.kind === 'letterToSign' ? composeLetterToSign(paper.data) : await composePaper(paper);
    return { pdf, sealBlock, memory: process.memoryUsage.rss() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
