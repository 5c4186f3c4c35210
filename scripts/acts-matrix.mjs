// The table of acts as Markdown, for the README; npm run format writes it there, a test checks that it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { acts } from '../lib/domain/acts.ts';

const BEGIN = '<!-- acts: written by npm run format -->';
const END = '<!-- /acts -->';
const who = {
  lead: 'lead',
  contributor: 'contributor',
  approver: 'person asked for a visa',
  anyone: 'anybody',
  signedIn: 'anyone signed in',
  committee: 'committee member',
  official: 'the elected official, by the personal link',
  assistant: 'administrator who enters it',
  formerAssistant: 'administrator who entered it',
};
const phases = { deposit: 'before the closing', closed: 'after the closing' };

/** One row per act, in the order of the file. */
export function actsMatrix() {
  const rows = Object.entries(acts).map(([name, act]) => [
    `${act.label} (\`${name}\`)`,
    act.by.map((capacity) => who[capacity] ?? capacity).join(', '),
    (act.from ?? []).join(', ') || '–',
    when(act),
    act.to ?? '–',
    (act.conditions ?? []).map(([refusal]) => `\`${refusal}\``).join(', ') || '–',
  ]);
  const head = ['act', 'who', 'from', 'when', 'to', 'refused as'];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function when({ during, anytimeFor = [] }) {
  const exempt = anytimeFor.map((capacity) => who[capacity] ?? capacity).join(', ');
  return `${phases[during] ?? 'always'}${exempt && ` (always for the ${exempt})`}`;
}

/** The README with the current matrix between its two marks. */
export function withCurrentMatrix(readme) {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n${actsMatrix()}\n${END}${after}`;
}

export function updateReadme() {
  writeFileSync('README.md', withCurrentMatrix(readFileSync('README.md', 'utf8')));
}
