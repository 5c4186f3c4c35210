import { expect, test } from 'vitest';
import { prose } from '../../lib/documents/prose.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text });

test.each([
  ['one line', 'Bonjour.', [paragraph('Bonjour.')]],
  ['a line feed stays inside its paragraph', 'a\nb', [paragraph('a\nb')]],
  ['an empty line parts two paragraphs', 'a\n \nb', [paragraph('a'), paragraph('b')]],
  ['Windows and old Macintosh line ends', 'a\r\n\r\nb\rc', [paragraph('a'), paragraph('b\nc')]],
  ['bullets make one list, with the mark that was typed', '• a\n• b', [{ kind: 'list', mark: '•', items: ['a', 'b'] }]],
  ['empty lines between bullets do not cut the list', '- a\n\n- b', [{ kind: 'list', mark: '-', items: ['a', 'b'] }]],
  [
    'another mark is another list',
    '- a\n• b',
    [
      { kind: 'list', mark: '-', items: ['a'] },
      { kind: 'list', mark: '•', items: ['b'] },
    ],
  ],
  ['a line without a bullet continues its item', '- a\n  suite', [{ kind: 'list', mark: '-', items: ['a\nsuite'] }]],
  ['after an empty line it is a paragraph again', '- a\n\nsuite', [{ kind: 'list', mark: '-', items: ['a'] }, paragraph('suite')]],
  ['a number or a dash inside a word is not a bullet', '-5 degrés\npeut-être', [paragraph('-5 degrés\npeut-être')]],
  ['nothing', ' \n\n', []],
])('%s', (_, text, blocks) => {
  expect(prose(text)).toEqual(blocks);
});
