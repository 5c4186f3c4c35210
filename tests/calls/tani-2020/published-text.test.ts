import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { charters } from '../../../lib/calls/tani-2020/charters.ts';
import { sheetSections } from '../../../lib/calls/tani-2020/sheet.ts';
import { from, onOneLine, publishedText, withoutPublishedTexts, wordsOf, wordsOfCharter } from '../source-text.ts';

const AMI = 'sources/ami-promotion-2-et-annexes';
const notes = tani2020.presentation.flatMap((block) => (block.kind === 'notes' ? block.items : [])).join(' ');

/**
 * Each text of the call: the words the application holds, where the same words were published, and their SHA-256 once
 * compared. The fingerprint is what still fails when a word changes and the published texts are not at hand.
 */
const texts = [
  {
    name: 'sections 1 to 4 of the call',
    held: wordsOf(tani2020.presentation),
    published: () => withoutNotes(from(publishedText(AMI), '1. Présentation de la Mission', 'Annexe 1 :')),
    sha256: '3f6f34220d22a9f6555e32bda4753ddf87c51d66dfa66882377e6f815e85928e',
  },
  {
    name: 'the notes at the foot of section 3.2',
    held: notes,
    published: () => from(publishedText(AMI), '1 Schémas départementaux', 'Chaque candidat doit être'),
    sha256: 'a9d6cc4b656f9fa4753aaf89ec726856d4016f99f698b175fb6de1dc46d59fc7',
  },
  {
    name: 'Annexe 3, introduction included',
    held: sheetWords(),
    published: () => from(publishedText(AMI), 'L’objectif est de documenter', null),
    sha256: 'a69b5974d47daa9e289d661deefee65002363d9d33e2c6bcacd5451ccd4b9b82',
  },
  {
    name: 'the charter of Annexe 2',
    held: wordsOfCharter(charter('v1')),
    published: () => from(publishedText(AMI), 'Charte « Territoire d’Actions', 'Annexe 3 :'),
    sha256: '7301ebd90250969ce7a06ef76021fcc9681d7d6785b29400abcf5eab221b5c4a',
  },
  {
    name: 'the charter signed at Amiens',
    held: wordsOfCharter(charter('v2')),
    published: () =>
      from(publishedText('sources/charte-amiens-2020-01-16'), 'Charte « Territoire d’Actions', 'Fait à Amiens, le 16 janvier 2020'),
    sha256: 'e5ff5ee648bb255d5a7e884380f3bb54928ad51c5ec50f5bfb61ba2ddf58838b',
  },
  {
    name: 'the charter of 2020 with eight measures',
    held: wordsOfCharter(charter('v3')),
    published: () => from(publishedText('sources/charte-2020-huit-dispositifs'), 'Charte « Territoire d’Actions', 'Fait à VILLE'),
    sha256: '5b7e3e420fa44e2dac685abcbe8d25b0f93d1013bea73e51921413b9e7a9e3a0',
  },
];

describe.each(texts)('$name', ({ held, published, sha256 }) => {
  it.skipIf(withoutPublishedTexts)('holds every published word, in order, and no other', () => {
    expect(held).toBe(published());
  });

  it.skipIf(withoutPublishedTexts)('is the published text whose fingerprint is kept here', () => {
    expect(sha256Of(published())).toBe(sha256);
  });

  it('has not changed since it was compared', () => {
    expect(sha256Of(held)).toBe(sha256);
  });
});

describe.skipIf(withoutPublishedTexts)('around the body of the published texts', () => {
  it('the title of the call is the published one', () => {
    expect(from(publishedText(AMI), 'Sélection de la promotion 2', '1. Présentation de la Mission')).toBe(tani2020.title);
  });

  it('the State’s signatory is the one of the charter of 2020', () => {
    const { name, title } = charter('v3').stateSignatory;
    const block = from(publishedText('sources/charte-2020-huit-dispositifs'), 'Cédric O', null);
    expect(block).toBe(`${name} co-signataire ${title} .`);
  });

  it('the charter of Annexe 2 has no preamble, the two others share theirs', () => {
    expect(charter('v1').preamble).toEqual([]);
    expect(charter('v2').preamble).toEqual(charter('v3').preamble);
  });
});

describe('comparing', () => {
  it('only white space, form feeds, link targets and bullets are set aside', () => {
    const page =
      '\uf0b7 Un  mot,\nun autre ;\f\nhttps://exemple.gouv.fr/ \nmailto:a@exemple.fr\n• trois -\n- quatre (https://exemple.gouv.fr).';
    expect(onOneLine(page)).toBe('Un mot, un autre ; trois - quatre (https://exemple.gouv.fr).');
  });
});

function sheetWords(): string {
  return sheetSections
    .flatMap(({ title, sourceTitle, intro, questions }) => [
      ...intro,
      sourceTitle ?? title,
      ...questions.map((q) => q.sourceLabel ?? q.label),
    ])
    .join(' ');
}

function withoutNotes(published: string): string {
  expect(published).toContain(` ${notes} `);
  return published.replace(` ${notes} `, ' ');
}

function charter(code: string) {
  const version = charters.find((v) => v.code === code);
  if (!version) throw new Error(`no charter ${code}`);
  return version;
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
