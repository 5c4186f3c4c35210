import { afterAll, describe, expect, it } from 'vitest';
import { composeApart, endComposer } from '../../lib/documents/composer-process.ts';
import { composePaper, type Paper } from '../../lib/documents/paper.ts';
import { charterPaper } from './samples.ts';

afterAll(endComposer);

describe('composing in a program apart', () => {
  const paper: Paper = { kind: 'charter', data: charterPaper() };

  it('gives the very bytes that composing here gives, and goes on after a paper that failed', async () => {
    const here = await composePaper(paper);
    const wrong = { kind: 'charter', data: {} } as unknown as Paper;
    const [first, failed, second] = await Promise.allSettled([
      composeApart(paper, process.cwd()),
      composeApart(wrong, process.cwd()),
      composeApart(paper, process.cwd()),
    ]);
    expect(failed.status).toBe('rejected');
    for (const outcome of [first, second]) {
      expect(outcome).toMatchObject({ status: 'fulfilled', value: { sealBlock: here.sealBlock } });
      if (outcome.status === 'fulfilled') expect(Buffer.from(outcome.value.pdf).equals(Buffer.from(here.pdf))).toBe(true);
    }
  });

  it('starts the program anew when it was ended meanwhile', async () => {
    endComposer();
    expect((await composeApart(paper, process.cwd())).pdf.length).toBeGreaterThan(10_000);
  });
});
