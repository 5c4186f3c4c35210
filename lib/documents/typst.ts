import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CompileDocArgs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fonts } from './fonts.ts';
import { printable } from './printable.ts';

/** Where the visible seal stands: page from 1, then points from the top left corner of that page. */
export type SealBlock = { page: number; x: number; y: number; width: number; height: number };

export type Composition = { pdf: Uint8Array; sealBlock: SealBlock };

export type CompositionOptions = {
  /** Written in the file as its creation date, so that the same data always gives the same bytes. */
  createdAt: Date;
  /** An SVG drawing, read by the template as `sys.inputs.qr`. */
  qr: string;
  /**
   * `a-2a` (archival, tagged) is what the service issues. `ua-1` checks at compile time that the template can be read by
   * everyone: a title, alternative texts, headings in order. The compiler accepts one standard at a time.
   */
  standard?: 'a-2a' | 'ua-1';
};

/**
 * Composes one paper. The data reaches the template as JSON and is never parsed as markup; its texts are first made
 * printable. The compiler is synchronous and native: this holds the thread for 50 to 300 ms.
 * @param template name of a file of `templates/`, without its extension.
 * @throws Error with the compiler's first messages when the template is wrong.
 */
export function compose(template: string, data: unknown, { createdAt, qr, standard = 'a-2a' }: CompositionOptions): Composition {
  compiler ??= newCompiler();
  const source = { mainFilePath: path.join(templatesFolder(), `${template}.typ`), inputs: { data: JSON.stringify(printable(data)), qr } };
  try {
    // Each call compiles anew, the second from what the first remembered. Holding the compiled document instead would
    // keep it in memory until a garbage collection that small JavaScript objects never hasten.
    const sealBlock = sealBlockOf(compiler, source);
    const pdf = compiler.pdf(source, { pdfStandard: standard, creationTimestamp: Math.floor(createdAt.getTime() / 1000) });
    return { pdf: new Uint8Array(pdf), sealBlock };
  } catch (error) {
    throw new Error(`Composition impossible (${template})\u00a0: ${mistakes(compiler, source) || messageOf(error)}`, { cause: error });
  } finally {
    // Without this, every compilation stays in memory: about 5 MB each.
    compiler.evictCache(EVICTION_AGE);
  }
}

/** Generations kept, so that the fonts and the template of the next paper are still warm. */
const EVICTION_AGE = 3;

let compiler: NodeCompiler | undefined;

/** Templates are read here rather than by the compiler, so that the bundler knows which files to carry. */
function newCompiler(): NodeCompiler {
  const folder = templatesFolder();
  const created = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: [...fonts()] }] });
  for (const file of readdirSync(folder)) created.mapShadow(path.join(folder, file), readFileSync(path.join(folder, file)));
  return created;
}

function templatesFolder(): string {
  return path.join(process.cwd(), 'lib/documents/templates');
}

function sealBlockOf(compiler: NodeCompiler, source: CompileDocArgs): SealBlock {
  const [block] = compiler.query(source, { selector: '<seal-block>', field: 'value' }) as SealBlock[];
  if (!block) throw new Error('le modèle ne dit pas où se place le sceau');
  return block;
}

/** What is wrong in the template itself, which only a compilation on its own tells; '' when it is the export that failed. */
function mistakes(compiler: NodeCompiler, source: CompileDocArgs): string {
  const diagnostics = compiler.compile(source).takeDiagnostics();
  const messages = diagnostics ? compiler.fetchDiagnostics(diagnostics).map((diagnostic) => String(diagnostic.message)) : [];
  return messages.slice(0, 3).join('\u00a0; ');
}

/** The export step answers with the compiler's internal notation: only the sentences are kept. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const sentences = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]?.replace(/\\(.)/g, '$1'));
  return sentences.length > 0 ? [...new Set(sentences)].slice(0, 3).join('\u00a0; ') : text;
}
