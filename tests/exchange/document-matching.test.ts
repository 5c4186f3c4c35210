import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { proposalsOf } from '../../lib/domain/import/proposals.ts';
import { matchDocument } from '../../lib/exchange/document-matching.ts';
import { writtenDossiers } from '../import-figures/dossiers.ts';
import { variants } from '../import-figures/variants.ts';

const [invented] = writtenDossiers();

describe('searching a document in a process of its own', () => {
  it('finds what the rules find', async () => {
    const document = { format: 'docx' as const, lines: variants[0]?.lines(invented as never, () => 0) ?? [] };
    const { recognised: _, ...found } = proposalsOf(tani2020, document, 'travaux-engages');
    expect(await matchDocument(tani2020, document, 'travaux-engages', process.cwd())).toEqual(JSON.parse(JSON.stringify(found)));
  }, 30_000);

  it('finds nothing when the search gives up', async () => {
    expect(await matchDocument(tani2020, { format: 'docx', lines: [] }, 'travaux-engages', '/nowhere')).toBeNull();
  });
});
