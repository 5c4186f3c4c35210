import { strToU8, type Zippable, zipSync } from 'fflate';
import type { FormBlock } from '../../domain/offline-form/blocks.ts';
import { escapeXml } from './markup.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** 1 January 1980, the first day a zip archive knows: the same form gives the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

type Look = {
  name: string;
  outline?: number;
  size: number;
  bold?: boolean;
  italic?: boolean;
  colour?: string;
  before: number;
  after: number;
  keep?: boolean;
  box?: boolean;
};

/** How each kind of block looks: half points for letters, twentieths of a point for spaces. */
const looks: Record<FormBlock['kind'], Look> = {
  title: { name: 'Title', size: 36, bold: true, before: 0, after: 240, keep: true },
  note: { name: 'Consigne', size: 20, italic: true, before: 0, after: 120 },
  section: { name: 'heading 1', outline: 0, size: 30, bold: true, before: 480, after: 120, keep: true },
  intro: { name: 'Introduction', size: 20, before: 0, after: 120, keep: true },
  question: { name: 'heading 2', outline: 1, size: 24, bold: true, before: 320, after: 60, keep: true },
  hint: { name: 'Aide', size: 19, colour: '595959', before: 0, after: 40, keep: true },
  anchor: { name: 'Repere', size: 15, colour: '7A7A7A', before: 40, after: 40, keep: true },
  answer: { name: 'Reponse', size: 22, before: 0, after: 0, box: true },
};

/** The form as a .docx: one paragraph per block, marked by style only, so that any word processor may edit it. */
export function formDocx(title: string, blocks: readonly FormBlock[]): Uint8Array {
  const paragraphs = blocks.map(({ kind, text }) => `<w:p><w:pPr><w:pStyle w:val="${kind}"/></w:pPr>${runs(text)}</w:p>`);
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/word/document.xml', 'wordprocessingml.document.main'],
      ['/word/styles.xml', 'wordprocessingml.styles'],
    ]
      .map(([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`)
      .join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relationships([
      ['rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relationships([['rId1', `${OFFICE}/relationships/styles`, 'styles.xml']]),
    'word/document.xml': `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${paragraphs.join('')}${page}</w:body></w:document>`,
    'word/styles.xml': `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>${Object.entries(looks).map(style).join('')}</w:styles>`,
  };
  const zipped: Zippable = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, [strToU8(xml), { mtime: FIRST_DAY }]]));
  return zipSync(zipped);
}

/** A tab is an element of its own; everything else, spaces included, is text. */
function runs(text: string): string {
  const pieces = text.split('\t').map((piece) => (piece ? `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>` : ''));
  const content = pieces.join('<w:tab/>');
  return content ? `<w:r>${content}</w:r>` : '';
}

function style([id, { name, outline, size, bold, italic, colour, before, after, keep, box }]: [string, Look]): string {
  const side = (where: string) => `<w:${where} w:val="single" w:sz="4" w:space="6" w:color="8C8C8C"/>`;
  const borders = box ? `<w:pBdr>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:pBdr>` : '';
  const paragraph = `${keep ? '<w:keepNext/>' : ''}${borders}<w:spacing w:before="${before}" w:after="${after}"/>${outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`}`;
  const letters = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${colour ? `<w:color w:val="${colour}"/>` : ''}<w:sz w:val="${size}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"${outline === undefined && id !== 'title' ? ' w:customStyle="1"' : ''}><w:name w:val="${name}"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}

function relationships(links: readonly (readonly [string, string, string])[]): string {
  const written = links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${written.join('')}</Relationships>`;
}
