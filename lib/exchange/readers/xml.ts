import { Refused } from './refused.ts';

export type XmlEvent = { kind: 'open' | 'close'; name: string; attribute: (name: string) => string } | { kind: 'text'; text: string };

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Nested deeper than this, a document is a trap for whoever walks through it. */
const MAX_DEPTH = 500;

/**
 * Tags and texts of an XML document, one after the other. A document type declaration is refused: office documents have
 * none, and entities that unfold without end live there. Throws `Refused` when tags do not close in order.
 */
export function* readXml(xml: string): Generator<XmlEvent> {
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag !== at) yield { kind: 'text', text: decoded(xml.slice(at, tag < 0 ? xml.length : tag)) };
    if (tag < 0) break;
    const special = specialEnd(xml, tag);
    if (special) {
      if (special.text) yield { kind: 'text', text: special.text };
      at = special.end;
      continue;
    }
    const end = tagEnd(xml, tag);
    const written = xml.slice(tag + 1, end);
    at = end + 1;
    const name = /^\/?[^\s/>]+/.exec(written)?.[0] ?? '';
    const attribute = (wanted: string) => attributeOf(written, wanted);
    if (name.startsWith('/')) {
      if (open.pop() !== name.slice(1)) throw new Refused('unreadable');
      yield { kind: 'close', name: name.slice(1), attribute };
      continue;
    }
    yield { kind: 'open', name, attribute };
    if (written.endsWith('/')) yield { kind: 'close', name, attribute };
    else if (open.push(name) > MAX_DEPTH) throw new Refused('unreadable');
  }
  if (open.length) throw new Refused('unreadable');
}

/** Where a comment, an instruction or a CDATA section ends; null for an ordinary tag. */
function specialEnd(xml: string, start: number): { end: number; text?: string } | null {
  const ends = (mark: string) => {
    const found = xml.indexOf(mark, start);
    if (found < 0) throw new Refused('unreadable');
    return found + mark.length;
  };
  if (xml.startsWith('<?', start)) return { end: ends('?>') };
  if (xml.startsWith('<!--', start)) return { end: ends('-->') };
  if (xml.startsWith('<![CDATA[', start)) return { end: ends(']]>'), text: xml.slice(start + 9, ends(']]>') - 3) };
  if (xml.startsWith('<!', start)) throw new Refused('unreadable');
  return null;
}

/** The `>` that closes a tag: one between quotes does not. */
function tagEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml[at] as string;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  throw new Refused('unreadable');
}

function attributeOf(written: string, wanted: string): string {
  const found = new RegExp(`\\s${wanted}\\s*=\\s*("[^"]*"|'[^']*')`).exec(written)?.[1];
  return found ? decoded(found.slice(1, -1)) : '';
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,10}));/gi, (whole, hexadecimal, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
