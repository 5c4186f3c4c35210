import type { CallDefinition } from './call.ts';

/** The published words with their known misprints corrected, for the screen only. Documents keep the source. */
export function onScreen(definition: Pick<CallDefinition, 'misprints'>, source: string): string {
  return definition.misprints.reduce((text, misprint) => text.replaceAll(misprint.source, misprint.shown), source);
}

/** An item of a published list as a sentence of its own: corrected for the screen, without its closing semicolon. */
export function itemOnScreen(definition: Pick<CallDefinition, 'misprints'>, source: string): string {
  return onScreen(definition, source).replace(/\s*[;.]\s*$/, '');
}
