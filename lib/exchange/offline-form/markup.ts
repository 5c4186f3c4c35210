/** What XML 1.0 cannot hold even as a reference; a text that was typed holds none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Line and paragraph separators, which some readers of XML take for line feeds unless they are written as references. */
const SEPARATORS = /[\u0085\u2028\u2029]/g;

/** A text as the content of an XML element. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(IMPOSSIBLE, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(SEPARATORS, (sign) => `&#${sign.charCodeAt(0)};`);
}
