// node --expose-gc charter-process.ts <rounds> <charters a round> <charters of the batch>: prints its figures in JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeCharter } from '../../lib/documents/charter.ts';
import { sealPdf } from '../../lib/documents/seal.ts';
import { createDemonstrationSeal, sealMention } from '../../lib/documents/seal-certificate.ts';
import { charterPaper } from '../documents/samples.ts';
import type { CharterFigures } from './charter.ts';
import { drawCharter } from './charter-drawn.ts';
import { alternate, load } from './load.ts';

const [rounds = 3, times = 5, batch = 20] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'tani-bench-seal-'));
const identity = await createDemonstrationSeal(path.join(folder, 'seal'));
const paper = { ...charterPaper('v3'), seal: sealMention(identity) };

const ours = async () => {
  const { pdf, sealBlock } = await composeCharter(paper);
  await sealPdf(pdf, identity, { reason: paper.title, location: 'France', field: sealBlock });
};
const memory = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1_000_000;
};

const single = await alternate(
  rounds,
  () => load(1, { times }, ours),
  () => load(1, { times }, () => drawCharter(paper)),
);
const memoryBefore = memory();
const { perSecond } = await load(1, { times: batch }, ours);
const figures: CharterFigures = { single, batchEach: 1000 / perSecond, memoryBefore, memoryAfter: memory() };
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(figures));
