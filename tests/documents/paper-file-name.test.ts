import { expect, it } from 'vitest';
import { paperFileName } from '../../lib/documents/paper-file-name.ts';
import { charterPaper, dossierPaper, receiptPaper } from './samples.ts';

it('a paper is downloaded under its French name, with the number of its dossier and its version', () => {
  expect(paperFileName('receipt', receiptPaper())).toBe('accuse-de-reception-TANI-2020-0042-v1.pdf');
  expect(paperFileName('dossier', { ...dossierPaper(), version: 12 })).toBe('dossier-TANI-2020-0042-v12.pdf');
  expect(paperFileName('charter', charterPaper())).toBe('charte-TANI-2020-0042.pdf');
});
