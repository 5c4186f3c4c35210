import { archiveNames, archiveText } from './archive.ts';
import { orderedMark } from './list-marks.ts';
import { Refused } from './refused.ts';
import { readXml } from './xml.ts';

/** What is not the author's text: deleted passages, remarks in the margin, tables of contents made by the program. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:table-of-content',
  'text:note-citation',
  'office:forms',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
]);
const MAX_SPACES = 1_000;

/** A list being read: whether it counts, how far it has counted, and the mark its next paragraph will carry. */
type List = { ordered: boolean; rank: number; mark: string };

/** The paragraphs of an OpenDocument text, each with its bullet or number, cells and notes in reading order. */
export function readOdt(content: Uint8Array): string[] {
  if (archiveNames(content).includes('META-INF/manifest.xml')) {
    if (/<[\w:]*encryption-data/.test(archiveText(content, 'META-INF/manifest.xml'))) throw new Refused('password');
  }
  return new Walk().lines(archiveText(content, 'content.xml'));
}

class Walk {
  private readonly done: string[] = [];
  /** Paragraphs being read: a note or a text box stands inside another paragraph. */
  private readonly open: string[] = [];
  private readonly lists: List[] = [];
  private readonly numbered = new Set<string>();
  private styleBeingRead = '';
  private leftOut = 0;

  lines(xml: string): string[] {
    let inBody = false;
    for (const event of readXml(xml)) {
      if (event.kind === 'text') {
        if (inBody && !this.leftOut) this.write(event.text.replace(/[\t\n\r ]+/g, ' '));
      } else if (event.name === 'office:text') inBody = event.kind === 'open';
      else if (!inBody) this.readStyle(event.kind === 'open', event.name, event.attribute);
      else if (LEFT_OUT.has(event.name)) this.leftOut += event.kind === 'open' ? 1 : -1;
      else if (this.leftOut) continue;
      else if (event.kind === 'open') this.begin(event.name, event.attribute);
      else this.end(event.name);
    }
    return this.done;
  }

  private readStyle(opens: boolean, name: string, attribute: (name: string) => string) {
    if (!opens) return;
    if (name === 'text:list-style') this.styleBeingRead = attribute('style:name');
    if (name === 'text:list-level-style-number' && attribute('text:level') === '1' && attribute('style:num-format'))
      this.numbered.add(this.styleBeingRead);
  }

  private begin(name: string, attribute: (name: string) => string) {
    if (name === 'text:p' || name === 'text:h') this.open.push(this.takeMark());
    else if (name === 'text:s') this.write(' '.repeat(Math.min(Number(attribute('text:c')) || 1, MAX_SPACES)));
    else if (name === 'text:tab') this.write('\t');
    else if (name === 'text:line-break') this.write('\n');
    else if (name === 'text:list') {
      const style = attribute('text:style-name');
      const ordered = style ? this.numbered.has(style) : (this.lists.at(-1)?.ordered ?? false);
      this.lists.push({ ordered, rank: 0, mark: '' });
    } else if (name === 'text:list-item') this.count();
  }

  private end(name: string) {
    if (name === 'text:p' || name === 'text:h') this.done.push(...(this.open.pop() ?? '').split('\n'));
    else if (name === 'text:list') this.lists.pop();
  }

  private count() {
    const list = this.lists.at(-1);
    if (!list) return;
    list.rank += 1;
    list.mark = list.ordered ? orderedMark(list.rank) : '• ';
  }

  /** The mark belongs to the first paragraph of its item only. */
  private takeMark(): string {
    const list = this.lists.at(-1);
    const mark = list?.mark ?? '';
    if (list) list.mark = '';
    return mark;
  }

  private write(text: string) {
    if (this.open.length) this.open.push((this.open.pop() ?? '') + text);
  }
}
