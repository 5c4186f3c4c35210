import type { Passage } from './proposal.ts';

/** More than this and nobody can go through them: neighbours are shown together. */
export const mostPassages = 60;

/** The same text in at most `most` passages: where there are more, the shortest neighbours are joined. Nothing is lost. */
export function boundedTray(tray: readonly Passage[], most = mostPassages): Passage[] {
  const passages = [...tray];
  while (passages.length > most) {
    const size = (rank: number) => (passages[rank]?.text.length ?? 0) + (passages[rank + 1]?.text.length ?? 0);
    let shortest = 0;
    for (let rank = 1; rank < passages.length - 1; rank += 1) if (size(rank) < size(shortest)) shortest = rank;
    const [first, second] = passages.slice(shortest, shortest + 2) as [Passage, Passage];
    const sectionCode = first.sectionCode === second.sectionCode ? first.sectionCode : null;
    passages.splice(shortest, 2, { title: first.title, text: `${first.text}\n\n${second.text}`, sectionCode });
  }
  return passages;
}
