import type { DocumentText } from '../../lib/domain/import/document.ts';
import { chance, shuffled } from './chance.ts';
import type { Asked, WrittenDossier } from './dossiers.ts';
import { nextYear, paraphrases, withOtherWords, withoutWords } from './rewording.ts';

/** A way to lay a dossier out. `asksAll`: every question is still asked in it; `draws`: how many times it is drawn. */
export type Variant = {
  name: string;
  draws?: number;
  asksAll: boolean;
  lines: (dossier: WrittenDossier, draw: () => number) => string[];
  format?: DocumentText['format'];
};

type Layout = {
  bullet?: (rank: number, asked: Asked) => string;
  title?: (section: string) => string[];
  sheet?: Asked[];
  front?: string[];
  gap?: boolean;
};

/** Paragraphs as a word processor gives them. */
function laidOut({ front, sheet }: WrittenDossier, layout: Layout = {}): string[] {
  const { bullet = () => '• ', title = (section) => [section], gap = false } = layout;
  let section = '';
  const rows = (layout.sheet ?? sheet).flatMap((asked, rank) => {
    const head = asked.section === section ? [] : title(asked.section);
    section = asked.section;
    return [...head, `${bullet(rank, asked)}${asked.question}`, ...asked.answer, ...(gap ? [''] : [])];
  });
  return [...(layout.front ?? front), 'Fiche de présentation (Annexe 3)', ...rows];
}

/** The same text on the lines of a paper, a page number now and then. */
function onPaper(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => [...wrapped(line, width), '']);
}

function wrapped(line: string, width: number): string[] {
  const done = [''];
  for (const word of line.split(' ')) {
    const current = done.at(-1) as string;
    if (current && current.length + 1 + word.length > width) done.push(word);
    else done[done.length - 1] = current ? `${current} ${word}` : word;
  }
  return done;
}

function inPages(lines: readonly string[], perPage: number, header: string[], footer: (page: number) => string[]): string[] {
  const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) => lines.slice(page * perPage, (page + 1) * perPage));
  return pages.flatMap((page, index) => [...(index ? ['\f'] : []), ...header, ...page, ...footer(index + 1)]);
}

/** A line broken at random between its words. */
function broken(line: string, share: number, draw: () => number): string[] {
  return line
    .split(' ')
    .map((word) => (draw() < share ? `\n${word}` : ` ${word}`))
    .join('')
    .trimStart()
    .split('\n');
}

/** Each line joined to the one above when that one has this form. */
function joinedAfter(lines: readonly string[], form: RegExp): string[] {
  const done: string[] = [];
  for (const line of lines) {
    if (form.test(done.at(-1) ?? '')) done.push(`${done.pop()} ${line}`);
    else done.push(line);
  }
  return done;
}

function reworded(sheet: readonly Asked[], wordings: Record<string, string>): Asked[] {
  return sheet.map((asked) => ({ ...asked, question: wordings[asked.code] ?? asked.question }));
}

const blank = (sheet: readonly Asked[]) => sheet.map((asked) => ({ ...asked, answer: [] }));
const none = () => '';

export const variants: Variant[] = [
  { name: 'as written, paragraphs', asksAll: true, lines: (dossier) => laidOut(dossier) },
  { name: 'on paper, 90 characters', asksAll: true, format: 'text', lines: (dossier) => onPaper(laidOut(dossier), 90) },
  {
    name: 'on paper, no empty line',
    asksAll: true,
    format: 'text',
    lines: (dossier) => onPaper(laidOut(dossier), 80).filter((line) => line),
  },
  { name: 'no bullet', asksAll: true, lines: (dossier) => laidOut(dossier, { bullet: none }) },
  {
    name: 'dashes and Word symbols',
    asksAll: true,
    lines: (dossier) => laidOut(dossier, { bullet: (rank) => ['- ', '\uf0b7 ', '– ', '\uf0a7\t', '➢ '][rank % 5] as string }),
  },
  {
    name: 'own numbering 1.1, 1.2',
    asksAll: true,
    lines: (dossier) => laidOut(dossier, { bullet: (_, { code }) => `${code.replace('-', '.')} ` }),
  },
  { name: 'numbered Question 1 :', asksAll: true, lines: (dossier) => laidOut(dossier, { bullet: (rank) => `Question ${rank + 1} : ` }) },
  {
    name: 'capitals without accents',
    asksAll: true,
    lines: ({ sheet, ...rest }) =>
      laidOut({
        ...rest,
        sheet: sheet.map((asked) => ({ ...asked, question: asked.question.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() })),
      }),
  },
  {
    name: 'answer on the question’s line',
    asksAll: true,
    lines: (dossier) => joinedAfter(laidOut(dossier), /^• .*\?$/),
  },
  {
    name: 'table, cell after cell',
    asksAll: true,
    lines: (dossier) => laidOut(dossier, { bullet: none, title: (section) => [section, ''] }),
  },
  {
    name: 'shuffled questions',
    draws: 5,
    asksAll: true,
    lines: (dossier, draw) => laidOut(dossier, { title: () => [], sheet: shuffled(dossier.sheet, draw) }),
  },
  {
    name: 'shuffled sections',
    draws: 5,
    asksAll: true,
    lines: (dossier, draw) =>
      laidOut(dossier, {
        sheet: shuffled(Object.values(Object.groupBy(dossier.sheet, ({ section }) => section)) as Asked[][], draw).flat(),
      }),
  },
  {
    name: 'random line breaks',
    draws: 5,
    asksAll: true,
    format: 'text',
    lines: (dossier, draw) => laidOut(dossier).flatMap((line) => broken(line, 0.12, draw)),
  },
  {
    name: 'one flow, random line breaks',
    draws: 5,
    asksAll: true,
    format: 'text',
    lines: (dossier, draw) => broken(laidOut(dossier).join(' '), 0.1, draw),
  },
  {
    name: 'pages, header, footer, numbers',
    asksAll: true,
    format: 'pdf',
    lines: (dossier) =>
      inPages(onPaper(laidOut(dossier), 85), 38, ['Candidature au label TANI', ''], (page) => [
        '',
        'Direction des solidarités – dossier',
        `Page ${page} sur 9`,
      ]),
  },
  {
    name: 'repeated footer, no page break',
    asksAll: true,
    format: 'text',
    lines: (dossier) =>
      inPages(onPaper(laidOut(dossier), 85), 14, [], (page) => ['', `Dossier de candidature – page ${page}`, '']).filter(
        (line) => line !== '\f',
      ),
  },
  {
    name: 'blank form first',
    asksAll: true,
    lines: (dossier) => [...laidOut(dossier, { sheet: blank(dossier.sheet), front: [] }), ...laidOut(dossier)],
  },
  {
    name: 'blank form after',
    asksAll: true,
    lines: (dossier) => [...laidOut(dossier), ...laidOut(dossier, { sheet: blank(dossier.sheet), front: ['Annexe : le formulaire'] })],
  },
  {
    name: 'wordings of next year (4 changed)',
    asksAll: true,
    lines: (dossier) => laidOut(dossier, { sheet: reworded(dossier.sheet, nextYear) }),
  },
  { name: 'all 15 paraphrased', asksAll: true, lines: (dossier) => laidOut(dossier, { sheet: reworded(dossier.sheet, paraphrases) }) },
  {
    name: 'paraphrased, on paper',
    asksAll: true,
    format: 'text',
    lines: (dossier) => onPaper(laidOut(dossier, { sheet: reworded(dossier.sheet, paraphrases) }), 90),
  },
  {
    name: '20 % of words deleted',
    draws: 20,
    asksAll: true,
    lines: (dossier, draw) => laidOut(dossier, { sheet: dossier.sheet.map((asked) => withoutWords(asked, 0.2, draw)) }),
  },
  {
    name: '40 % of words deleted',
    draws: 20,
    asksAll: true,
    lines: (dossier, draw) => laidOut(dossier, { sheet: dossier.sheet.map((asked) => withoutWords(asked, 0.4, draw)) }),
  },
  {
    name: '20 % of words replaced',
    draws: 20,
    asksAll: true,
    lines: (dossier, draw) => laidOut(dossier, { sheet: dossier.sheet.map((asked) => withOtherWords(asked, 0.2, draw)) }),
  },
  {
    name: '20 % replaced, on paper',
    draws: 10,
    asksAll: true,
    format: 'text',
    lines: (dossier, draw) => onPaper(laidOut(dossier, { sheet: dossier.sheet.map((asked) => withOtherWords(asked, 0.2, draw)) }), 90),
  },
  {
    name: '40 % deleted, on paper',
    draws: 10,
    asksAll: true,
    format: 'text',
    lines: (dossier, draw) => onPaper(laidOut(dossier, { sheet: dossier.sheet.map((asked) => withoutWords(asked, 0.4, draw)) }), 90),
  },
  {
    name: 'titles only, no question',
    asksAll: false,
    lines: (dossier) => laidOut(dossier).filter((line) => !dossier.sheet.some(({ question }) => line.endsWith(question))),
  },
  {
    name: '4 questions deleted, answers left',
    draws: 10,
    asksAll: false,
    lines: (dossier, draw) => {
      const gone = new Set(
        shuffled(dossier.sheet, draw)
          .slice(0, 4)
          .map(({ question }) => question),
      );
      return laidOut(dossier).filter((line) => ![...gone].some((question) => line.endsWith(question)));
    },
  },
  {
    name: '4 questions not answered at all',
    draws: 10,
    asksAll: false,
    lines: (dossier, draw) => {
      const gone = new Set(shuffled(dossier.sheet, draw).slice(0, 4));
      return laidOut(dossier, { sheet: dossier.sheet.filter((asked) => !gone.has(asked)) });
    },
  },
  {
    name: 'shuffled, 3 questions deleted',
    draws: 10,
    asksAll: false,
    lines: (dossier, draw) => {
      const sheet = shuffled(dossier.sheet, draw);
      const gone = new Set(sheet.slice(3, 6).map(({ question }) => question));
      return laidOut(dossier, { title: () => [], sheet }).filter((line) => ![...gone].some((question) => line.endsWith(question)));
    },
  },
  {
    name: 'a draft, then the answers',
    asksAll: false,
    lines: (dossier) => [
      ...laidOut({ ...dossier, sheet: dossier.sheet.map((asked) => ({ ...asked, answer: ['À compléter avec le service.'] })) }),
      ...laidOut(dossier, { front: [] }),
    ],
  },
  {
    name: 'answers that quote questions',
    asksAll: false,
    lines: (dossier) =>
      laidOut(dossier, {
        sheet: dossier.sheet.map((asked, rank) =>
          rank % 4 === 3
            ? { ...asked, answer: [...asked.answer, dossier.sheet[(rank + 5) % 15]?.question ?? '', 'Voir plus haut.'] }
            : asked,
        ),
      }),
  },
  {
    name: 'own titles between sections',
    asksAll: true,
    lines: (dossier) => laidOut(dossier, { title: (section) => [`${section.slice(0, 2)} Notre ${section.slice(3).toLowerCase()}`] }),
  },
];

/** The seeds a variant is drawn with. */
export function drawsOf({ draws = 1 }: Variant): (() => number)[] {
  return Array.from({ length: draws }, (_, seed) => chance(seed + 1));
}
