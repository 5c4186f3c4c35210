import { cleanText } from '#lib/domain/text.ts';
import { seenFileField } from '#lib/domain/upload.ts';

/** Fields that say how the page is saved, and are no part of what is written. */
export const SAVING_FIELDS: ReadonlySet<string> = new Set(['version', 'auteur', seenFileField]);

/** True for a field that says how a page is saved, and is no part of what is written. */
export function isSavingField(name: string): boolean {
  return SAVING_FIELDS.has(name) || name.startsWith('version:');
}

/** The texts of a form; files travel on their own, and names with a dollar belong to the framework. */
export function fieldsOf(form: HTMLFormElement | null): URLSearchParams | null {
  if (!form) return null;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('$') && !SAVING_FIELDS.has(name)) fields.append(name, value);
  }
  return fields;
}

/** Puts texts in the fields of a form, as if they had been typed: whoever listens to the fields hears of it. */
export function fillForm(form: HTMLFormElement, fields: URLSearchParams): void {
  const used = new Map<string, number>();
  for (const element of form.elements) {
    if (!isField(element) || !fields.has(element.name) || SAVING_FIELDS.has(element.name)) continue;
    const texts = fields.getAll(element.name);
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      if (texts.includes(element.value) !== element.checked) element.click();
      continue;
    }
    const rank = used.get(element.name) ?? 0;
    used.set(element.name, rank + 1);
    const text = texts[rank];
    if (text !== undefined && element.value !== text) type(element, text);
  }
}

/**
 * A number for the words of a page, the same for the same words: 53 bits (cyrb53, public domain). Empty fields count for
 * nothing, and line ends are those that are stored.
 */
export function fingerprint(fields: Iterable<readonly [string, string]>): number {
  const text = JSON.stringify(
    [...fields]
      .map(([name, value]) => [name, cleanText(value)] as const)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : Number(a > b))),
  );
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(element: Element): element is Field {
  const known = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
  return known && element.type !== 'hidden' && element.type !== 'file';
}

/** Through the setter of the browser: React watches the element’s own, and would believe nothing changed. */
function type(element: Field, text: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, text);
  element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
