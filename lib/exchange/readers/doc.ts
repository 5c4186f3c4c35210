import WordExtractor from 'word-extractor';
import { Refused } from './refused.ts';

const SECTOR = 512;
/** First word of the stream that holds the text of a .doc, and the bit that says it is encrypted. */
const FIB_SIGNATURE = 0xa5ec;
const FIB_ENCRYPTED = 0x0100;

/** The paragraphs and cells of a .doc (Word 97 to 2003). Its bullets are not in its text, so they are not here either. */
export async function readDoc(content: Buffer): Promise<string[]> {
  if (isEncrypted(content)) throw new Refused('password');
  const document = await new WordExtractor().extract(content);
  return document.getBody({ filterUnicode: false }).split(/[\n\t]/);
}

function isEncrypted(content: Buffer): boolean {
  for (let start = SECTOR; start + 12 <= content.length; start += SECTOR) {
    const isHeader = content.readUInt16LE(start) === FIB_SIGNATURE;
    if (isHeader) return (content.readUInt16LE(start + 10) & FIB_ENCRYPTED) !== 0;
  }
  return false;
}
