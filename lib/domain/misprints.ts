import type { CallDefinition } from './call.ts';

/** The published words with their known misprints corrected, for the screen only. Documents keep the source. */
export function onScreen(definition: Pick<CallDefinition, 'misprints'>, source: string): string {
  return definition.misprints.reduce((text, misprint) => text.replaceAll(misprint.source, misprint.shown), source);
}
