import { strToU8, zipSync } from 'fflate';
import { escapeXml } from './offline-form/markup.ts';

/** A letter to print and sign by hand. */
export type LetterToSign = { organisationName: string; callTitle: string; text: string; signature: string[] };

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** 1 January 1980, the first day a zip archive knows: the same letter gives the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** The letter as a .docx that any word processor may edit. */
export function letterDocx({ organisationName, callTitle, text, signature }: LetterToSign): Uint8Array {
  const title = `Lettre de soutien à «\u00a0${organisationName}\u00a0»`;
  const body = [
    paragraph(title, { size: 30, bold: true, after: 120 }),
    paragraph(callTitle, { size: 20, after: 480 }),
    ...text.split(/\n{2,}/).map((block) => paragraph(block, { after: 240 })),
    paragraph('Fait à                                        , le', { before: 360, after: 360 }),
    ...(signature.length > 0 ? signature : ['Nom\u00a0:', 'Fonction\u00a0:', 'Collectivité\u00a0:']).map((line, rank) =>
      paragraph(line, { bold: rank === 0 && signature.length > 0, after: signature.length > 0 ? 0 : 200, indent: 4500 }),
    ),
    paragraph('Signature\u00a0:', { before: 240, indent: 4500 }),
  ].join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>fr-FR</dc:language></cp:coreProperties>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body}${page}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, [strToU8(xml), { mtime: FIRST_DAY }]])));
}

type Look = { size?: number; bold?: boolean; before?: number; after?: number; indent?: number };

/** Sizes in half points, spaces in twentieths of a point. A line feed inside the text stays one. */
function paragraph(text: string, { size = 22, bold, before = 0, after = 0, indent }: Look): string {
  const letters = `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:lang w:val="fr-FR"/></w:rPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  const place = `<w:pPr><w:spacing w:before="${before}" w:after="${after}" w:line="276" w:lineRule="auto"/>${indent ? `<w:ind w:left="${indent}"/>` : ''}</w:pPr>`;
  return `<w:p>${place}<w:r>${letters}${lines.join('<w:br/>')}</w:r></w:p>`;
}
