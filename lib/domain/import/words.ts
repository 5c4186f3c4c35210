import { foldText } from '../text.ts';

/** A word of a text: where it stands, and its stem (see `stemOf`). */
export type Word = { start: number; end: number; stem: string; isTool: boolean };

/** Words that any sentence has: they help to align two sentences, they say nothing of their subject. */
const TOOL_WORDS = new Set(
  `a ai ainsi au aux avec avez avons c ce ceci cela ces cet cette ceux ci comme comment d dans de des du elle elles en entre es est et etc
  etes etre eu eux faire fait il ils j je l la le les leur leurs lequel lesquels lesquelles lui m mais me mes moi mon n ne nos notre nous on
  ont ou par pas plus pour qu quand que quel quelle quelles quels qui quoi s sa sans se sera seront serez ses si soit son sont sous sur t ta
  te tes toi ton tous tout toute toutes tu un une vers vos votre vous y suivi allez allons chez afin etait ete`.split(/\s+/),
);

/** Endings that leave the root of a French word, longest first; what remains must have at least four letters. */
const ENDINGS = [
  'issements issement atrices ologiques ologique ologies ologie istiques istique ements ement ations ation ateurs ateur atrice itions ition',
  'utions ution ances ance ences ence ables able ibles ible ismes isme istes iste iques ique ales ale aux elles elle ives ive ieres iere iers',
  'ier euses euse eurs eur antes ante ants ant entes ente ents ent ites ite ees ee es er ez ir ifs if ie is it e s x',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length);
const SHORTEST_STEM = 4;

/** The words of a text, in order. Positions are those of the text given. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = folding(match[0]);
    words.push({ start: match.index, end: match.index + match[0].length, stem: stem(folded), isTool: TOOL_WORDS.has(folded) });
  }
  return words;
}

/** The root of a word, without accent, ending or capital: « mobilisés » and « mobilisables » share theirs. */
export function stemOf(word: string): string {
  return stem(folding(word));
}

function stem(folded: string): string {
  if (folded.length <= SHORTEST_STEM) return folded;
  const ending = ENDINGS.find((end) => folded.length - end.length >= SHORTEST_STEM && folded.endsWith(end));
  return ending ? folded.slice(0, folded.length - ending.length) : folded;
}

/** A word of letters without accent is its own folding: the long way is for the others. */
function folding(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : foldText(word);
}
