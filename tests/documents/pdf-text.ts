import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The words of a PDF as a reader copies them, one string per page, hyphens at line ends undone and every blank a space. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  library ??= await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    return Array.from(document.pages(), (page) => flat(page.getText()));
  } finally {
    document.destroy();
  }
}

/** All its pages, one after the other. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  return (await pagesOf(pdf)).join(' ');
}

/**
 * The same text without any blank: a sentence is looked for in it whatever the lines and pages it runs over. A page's
 * foot may stand in the middle of a sentence, so it is removed.
 */
export async function lettersOf(pdf: Uint8Array, foot: RegExp): Promise<string> {
  return letters((await pagesOf(pdf)).map((page) => page.replace(foot, '')).join(''));
}

export function letters(text: string): string {
  return text.replace(/\s/g, '');
}

let library: PDFiumLibrary | undefined;

/** PDFium writes U+FFFE for a hyphen the typesetter added. */
function flat(text: string): string {
  return text
    .replace(/\ufffe/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
