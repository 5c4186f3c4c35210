import type { Passage } from './proposal.ts';

/** More than this and nobody can go through them: neighbours are shown together. */
export const mostPassages = 60;

/** Far more passages than this are first joined as they come: choosing among them would take too long. */
const MANY = 4;

/** The same text in at most `most` passages: where there are more, the shortest neighbours are joined. Nothing is lost. */
export function boundedTray(tray: readonly Passage[], most = mostPassages): Passage[] {
  const passages = tray.length > most * MANY ? inBulk(tray, most * MANY) : [...tray];
  while (passages.length > most) {
    const size = (rank: number) => (passages[rank]?.text.length ?? 0) + (passages[rank + 1]?.text.length ?? 0);
    let shortest = 0;
    for (let rank = 1; rank < passages.length - 1; rank += 1) if (size(rank) < size(shortest)) shortest = rank;
    const [first, second] = passages.slice(shortest, shortest + 2) as [Passage, Passage];
    passages.splice(shortest, 2, joined([first, second]));
  }
  return passages;
}

/** At most `most` passages of about the same length. */
function inBulk(tray: readonly Passage[], most: number): Passage[] {
  const length = tray.reduce((sum, { text }) => sum + text.length, 0) / most;
  const groups: Passage[][] = [];
  let room = 0;
  for (const passage of tray) {
    if (room <= 0) {
      groups.push([]);
      room += length;
    }
    groups.at(-1)?.push(passage);
    room -= passage.text.length;
  }
  return groups.map(joined);
}

function joined(passages: readonly Passage[]): Passage {
  const [first] = passages as [Passage];
  const sectionCode = passages.every((passage) => passage.sectionCode === first.sectionCode) ? first.sectionCode : null;
  return { title: first.title, text: passages.map(({ text }) => text).join('\n\n'), sectionCode };
}
