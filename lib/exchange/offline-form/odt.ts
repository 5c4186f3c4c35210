import { strToU8, zipSync } from 'fflate';
import type { FormBlock } from '../../domain/offline-form/blocks.ts';
import { escapeXml } from './markup.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MIME = 'application/vnd.oasis.opendocument.text';
const NAMESPACES = ['office', 'text', 'style', 'meta']
  .map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`)
  .concat(`xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`, 'xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ');
/** 1 January 1980, the first day a zip archive knows: the same form gives the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** How each kind of block looks: attributes of its paragraph, then of its letters. */
const looks: Record<FormBlock['kind'], [paragraph: string, letters: string]> = {
  title: ['fo:margin-bottom="12pt" fo:keep-with-next="always"', 'fo:font-size="18pt" fo:font-weight="bold"'],
  note: ['fo:margin-bottom="6pt"', 'fo:font-size="10pt" fo:font-style="italic"'],
  section: ['fo:margin-top="24pt" fo:margin-bottom="6pt" fo:keep-with-next="always"', 'fo:font-size="15pt" fo:font-weight="bold"'],
  intro: ['fo:margin-bottom="6pt" fo:keep-with-next="always"', 'fo:font-size="10pt"'],
  question: ['fo:margin-top="16pt" fo:margin-bottom="3pt" fo:keep-with-next="always"', 'fo:font-size="12pt" fo:font-weight="bold"'],
  hint: ['fo:margin-bottom="2pt" fo:keep-with-next="always"', 'fo:font-size="9.5pt" fo:color="#595959"'],
  anchor: ['fo:margin-top="2pt" fo:margin-bottom="2pt" fo:keep-with-next="always"', 'fo:font-size="7.5pt" fo:color="#7a7a7a"'],
  answer: ['fo:border="0.5pt solid #8c8c8c" fo:padding="4pt" style:join-border="true"', 'fo:font-size="11pt"'],
};
const outlines: Partial<Record<FormBlock['kind'], number>> = { section: 1, question: 2 };

/** The form as an .odt: one paragraph per block, marked by style only, so that any word processor may edit it. */
export function formOdt(title: string, blocks: readonly FormBlock[]): Uint8Array {
  const styles = Object.entries(looks).map(
    ([name, [paragraph, letters]]) =>
      `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties style:font-name="Arial" fo:language="fr" fo:country="FR" ${letters}/></style:style>`,
  );
  const content = `${HEAD}<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:text>${blocks.map(paragraph).join('')}</office:text></office:body></office:document-content>`;
  const meta = `${HEAD}<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${escapeXml(title)}</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>`;
  const entries = [
    ['/', MIME],
    ['content.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
  ].map(([name, type]) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="${type}"/>`);
  const manifest = `${HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">${entries.join('')}</manifest:manifest>`;
  const file = (text: string, level: 0 | 6): [Uint8Array, { level: 0 | 6; mtime: Date }] => [strToU8(text), { level, mtime: FIRST_DAY }];
  // The type comes first and as it is: that is how the format is recognised.
  return zipSync({
    mimetype: file(MIME, 0),
    'content.xml': file(content, 6),
    'meta.xml': file(meta, 6),
    'META-INF/manifest.xml': file(manifest, 6),
  });
}

function paragraph({ kind, text }: FormBlock): string {
  const level = outlines[kind];
  const [name, outline] = level ? ['h', ` text:outline-level="${level}"`] : ['p', ''];
  return `<text:${name} text:style-name="${kind}"${outline}>${inline(text)}</text:${name}>`;
}

/** Tabs and repeated spaces are elements of their own: written as they are, they would be taken for one space. */
function inline(text: string): string {
  return text
    .split(/(\t| {2,}|^ | $)/)
    .map((piece) => {
      if (piece === '\t') return '<text:tab/>';
      return /^ +$/.test(piece) ? `<text:s text:c="${piece.length}"/>` : escapeXml(piece);
    })
    .join('');
}
