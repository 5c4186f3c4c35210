/**
 * The sentence an address asks for by its name; null for any other word. An address is written by anybody: a page shows
 * its own sentences, never a text it is given.
 */
export function knownWord<S extends string>(sentences: Readonly<Record<string, S>>, name: unknown): S | null {
  return typeof name === 'string' && Object.hasOwn(sentences, name) ? (sentences[name] ?? null) : null;
}
