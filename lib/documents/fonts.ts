import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from '@cantoo/fontkit';

/**
 * The bytes of every font a paper may use, read once. The templates name these families in this order and forbid any
 * other, so that a page is the same on every machine.
 */
export function fonts(): readonly Buffer[] {
  loaded ??= read();
  return loaded;
}

/** The code points each of these fonts can draw, in the same order. */
export function coverages(): readonly ReadonlySet<number>[] {
  covered ??= fonts().map((bytes) => new Set(characterSetOf(bytes)));
  return covered;
}

/**
 * Public Sans is the face; Source Sans 3 and Noto Sans complete it (arrows, Greek, Cyrillic, Devanagari…), Noto Emoji
 * draws emoji. Each path is written in full: the bundler reads them here, to know which files to carry.
 */
function read(): Buffer[] {
  return [
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf')),
    readFileSync(
      path.join(process.cwd(), 'node_modules/@expo-google-fonts/public-sans/400Regular_Italic/PublicSans_400Regular_Italic.ttf'),
    ),
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf')),
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf')),
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')),
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    readFileSync(path.join(process.cwd(), 'node_modules/@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf')),
  ];
}

let loaded: readonly Buffer[] | undefined;
let covered: readonly ReadonlySet<number>[] | undefined;

function characterSetOf(bytes: Buffer): number[] {
  const font = create(bytes);
  return 'characterSet' in font ? font.characterSet : [];
}
