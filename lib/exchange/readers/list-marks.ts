/** The number shown before an item of an ordered list. */
export function orderedMark(rank: number): string {
  return `${rank}. `;
}
