import type { Section } from '#lib/domain/call.ts';

/**
 * A page with a file is answered by an address: no action may be as large as a file. Its short texts that could not be saved
 * travel there, with the version they were written on.
 */
const BASE = 'ecrit-sur';
/** A text is cut here: addresses have an end, and what is longer could not be saved. */
const LONGEST = 800;

export type KeptTexts = { values: Record<string, string>; base: number };

/** This page with these texts; `said`: what to tell there. Spaces and stars as percents: what an address to come back to is made of. */
export function addressOf(page: string, said: Record<string, string>, kept?: KeptTexts): string {
  const texts = Object.entries(kept?.values ?? {}).map(([name, text]) => [name, text.slice(0, LONGEST).toWellFormed()] as const);
  const query = new URLSearchParams({ ...Object.fromEntries(texts), ...(kept && { [BASE]: String(kept.base) }), ...said });
  const search = query.toString().replaceAll('+', '%20').replaceAll('*', '%2A');
  return search ? `${page}?${search}` : page;
}

/** The texts of this page that the address brings back; null when it brings none. */
export function keptTexts(query: Readonly<Record<string, string | string[] | undefined>>, section: Section): KeptTexts | null {
  const base = Number(query[BASE]);
  const values = section.questions.flatMap(({ code }) => (typeof query[code] === 'string' ? [[code, query[code]] as const] : []));
  return Number.isInteger(base) && query[BASE] !== undefined && values.length > 0 ? { values: Object.fromEntries(values), base } : null;
}
