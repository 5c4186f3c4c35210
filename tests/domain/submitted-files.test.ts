import { expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import { submittedFiles } from '../../lib/domain/submitted-files.ts';
import { answering, sampleAnswers, sampleLetter, without } from '../support/sample-dossier.ts';
import { smallAnswers, smallCall } from '../support/small-call.ts';

it('the files of a dossier are listed with the question they answer', () => {
  expect(submittedFiles(tani2020, sampleAnswers)).toEqual([{ ...sampleLetter, questionCode: 'lettre-elu' }]);
  expect(submittedFiles(smallCall, smallAnswers).map(({ name, questionCode }) => [name, questionCode])).toEqual([['plan.pdf', 'plan']]);
});

it('a file never given, or taken away, is not listed', () => {
  expect(submittedFiles(tani2020, without(sampleAnswers, 'lettre', 'lettre-elu'))).toEqual([]);
  expect(submittedFiles(tani2020, answering(sampleAnswers, 'lettre', 'lettre-elu', null))).toEqual([]);
});

it('a file under a question that does not ask for one is not a file of the dossier', () => {
  expect(submittedFiles(tani2020, answering(sampleAnswers, 'lettre', 'elu-nom', sampleLetter))).toHaveLength(1);
});
