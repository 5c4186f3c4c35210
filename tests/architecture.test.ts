import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';
import configuration from '../.dependency-cruiser.cjs';

/** A file longer than this has more than one subject; a list of data has one whatever its length. */
const MAX_LINES = 250;
const MEDIAN_LINES = 90;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && existsSync(file));
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length;
const ours = files.filter((file) => /^(app|components|lib|scripts|prisma|proxy\.ts)/.test(file));

describe('the house', () => {
  it('lets each room import only what its arrows allow, without a circle', async () => {
    const { options, forbidden } = configuration as { options: ICruiseOptions; forbidden: [] };
    const result = await cruise(
      ['app', 'components', 'lib', 'proxy.ts'],
      { ...options, ruleSet: { forbidden }, validate: true },
      undefined,
      {
        tsConfig: extractTSConfig('tsconfig.json'),
      },
    );
    const { summary } = result.output as ICruiseResult;
    expect(summary.totalCruised, 'the cruise found the code').toBeGreaterThan(200);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('keeps files short', () => {
    const lists = ['prisma/demonstration/territories.ts'];
    const code = ours.filter((file) => !lists.includes(file));
    const lengths = code.map((file) => ({ file, lines: linesOf(file) })).sort((a, b) => b.lines - a.lines);
    expect(lengths.filter(({ lines }) => lines > MAX_LINES)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  it('has no drawer without a subject', () => {
    const drawers = files.filter(
      (file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[a-z]+$)/.test(file) || /(^|\/)index\.tsx?$/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  it('tests every rule: a file of lib/domain that exports a function has its test', () => {
    const rules = ours.filter((file) => file.startsWith('lib/domain/') && /export (async )?function/.test(readFileSync(file, 'utf8')));
    expect(rules.length).toBeGreaterThan(15);
    expect(rules.map((file) => file.replace('lib/', 'tests/').replace(/\.ts$/, '.test.ts')).filter((test) => !existsSync(test))).toEqual(
      [],
    );
  });

  it('asks no rule for the time, the environment or chance: they receive it', () => {
    const impure = ours
      .filter((file) => file.startsWith('lib/domain/'))
      .filter((file) => /Date\.now\(|new Date\(\)|process\.env|Math\.random|console\./.test(readFileSync(file, 'utf8')));
    expect(impure).toEqual([]);
  });

  it('has every path its README tells to open', () => {
    const readme = readFileSync('README.md', 'utf8');
    const told = [...readme.matchAll(/`((?:app|components|lib|prisma|tests|e2e|scripts|docs|public)\/[^`\s*<>{}]*)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect(told.length).toBeGreaterThan(15);
    expect(told.filter((file) => !existsSync(path.resolve(file)))).toEqual([]);
  });
});
