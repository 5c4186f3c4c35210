import { type UnzipFileInfo, unzipSync } from 'fflate';
import { documentLimits } from '../../domain/import/document.ts';
import { Refused } from './refused.ts';

/** An honest document of text is never squeezed more than this. */
const MAX_RATIO = 200;
/** Below this size a ratio says nothing: a style sheet of spaces is not a bomb. */
const SMALL_ENTRY = 1_000_000;

/** The names in a zip archive, as written in it: they are compared, never used as paths. */
export function archiveNames(content: Uint8Array): string[] {
  const names: string[] = [];
  entries(content, ({ name }) => {
    names.push(name);
    return false;
  });
  return names;
}

/**
 * The entries of a zip archive whose name is wanted. What an entry says of its size bounds the room it gets, and the sum
 * of these rooms is bounded: an archive that lies is cut, one that tells the truth about a bomb is refused.
 */
export function archiveEntries(content: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  let total = 0;
  return entries(content, ({ name, size, originalSize }) => {
    if (!isWanted(name)) return false;
    total += originalSize;
    const isBomb = originalSize > SMALL_ENTRY && originalSize > size * MAX_RATIO;
    if (isBomb || total > documentLimits.unzippedBytes) throw new Refused('unreadable');
    return true;
  });
}

/** One entry as UTF-8 text. Throws `Refused` when it is not there. */
export function archiveText(content: Uint8Array, name: string): string {
  const bytes = archiveEntries(content, (candidate) => candidate === name)[name];
  if (!bytes) throw new Refused('unreadable');
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function entries(content: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  let count = 0;
  try {
    return unzipSync(content, {
      filter: (file) => {
        count += 1;
        if (count > documentLimits.archiveEntries) throw new Refused('unreadable');
        return filter(file);
      },
    });
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('unreadable');
  }
}
