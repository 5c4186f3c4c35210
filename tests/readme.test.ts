import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withCurrentMatrix } from '../scripts/acts-matrix.mjs';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  it('shows the table of acts as it is', () => {
    expect(withCurrentMatrix(readme)).toBe(readme);
  });

  it('names every setting of .env.example, and no other', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const settings = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Glossary'));
    const told = [...settings.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name);
    expect([...new Set(told)].sort()).toEqual(documented.sort());
  });

  it('points only to documents that exist', () => {
    const targets = [...readme.matchAll(/\]\((docs\/[^)]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(3);
    for (const target of targets.filter((one) => one.endsWith('.md'))) expect(readFileSync(target, 'utf8'), target).toMatch(/^# /);
  });
});
