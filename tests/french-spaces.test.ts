import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** An ordinary space where French wants one that never ends a line: before « : ; ? ! » and », and after «. */
const breaking = /(?<=[\p{L}\p{N}»)…%”’}\]'"`>]|^|\n) (?=[?!:;»](?:[\s.,)'"`<&\\({…]|$))|(?<=«) /u;

/** The same in the text of an element, when the line of the source ends there. */
const brokenLine = /\S\n\s*[?!:;»](?:\s|$)/u;

/** Words that are not ours to space: published texts, carried as they are and spaced when shown, and what documents hold. */
const carried = ['lib/calls/', 'lib/exchange/readers/', 'lib/domain/import/anchored.ts'];

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'components', 'lib'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !carried.some((start) => file.startsWith(start)));

it('no line of the screen or of a mail begins with a colon, a question mark or a closing quotation mark', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap(breakingLines)).toEqual([]);
});

it('tells a French space from the colon of an object and from the one of a time', () => {
  const found = (text: string) => breaking.test(text);
  for (const text of ['Numéro : 12', 'Prêt ?', '« Envoyer »', 'a ; b', '{name} : ']) expect(found(text), text).toBe(true);
  for (const text of ['Numéro\\u00a0: 12', 'Prêt&nbsp;?', '«\u00a0Envoyer\u00a0»', '18:00', 'a: b', ' :root'])
    expect(found(text), text).toBe(false);
});

/** The texts and strings of a file that would let a line break there, as written; what is asked of the database is no text. */
function breakingLines(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) return;
    // With the spaces it begins with, which count between two elements.
    const text = ts.isJsxText(node) ? node.getFullText(source) : node.getText(source);
    const breaks = ts.isJsxText(node)
      ? breaking.test(text) || brokenLine.test(text)
      : (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) && breaking.test(text);
    if (breaks) found.push(`${file}: ${text.trim().slice(0, 80)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
