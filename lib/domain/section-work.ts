import { frenchInstant, frenchTime } from './dates.ts';

/** How often a page says that it is open, and how long it is believed, in seconds: two beats may be lost on the way. */
export const beatSeconds = 30;
export const presenceSeconds = 90;

/** What is known of the team’s work on one page of the form. Names as the team reads them. */
export type SectionWork = {
  saved: { byId: string; by: string; at: Date; version: number } | null;
  /** Null too when the person has left the dossier since. */
  assignee: { userId: string; name: string } | null;
  finished: { byId: string; by: string; at: Date; version: number } | null;
};

/** The words of a browser that just marked a page as finished may arrive after the mark. */
const SAME_GESTURE_MS = 10_000;

/**
 * True when a finished page was modified afterwards. The mark then stays, and says so: a comma corrected must not undo
 * in silence what a colleague decided, and nobody must believe they have seen what came later.
 */
export function changedSinceFinished({ saved, finished }: SectionWork): boolean {
  if (!saved || !finished || saved.version <= finished.version) return false;
  return saved.byId !== finished.byId || saved.at.getTime() > finished.at.getTime() + SAME_GESTURE_MS;
}

/** « Terminée par Noémie Petit le …, modifiée depuis. »; null while it is not finished. */
export function finishedSentence(work: SectionWork): string | null {
  if (!work.finished) return null;
  const since = changedSinceFinished(work) ? ', modifiée depuis' : '';
  return `Terminée par ${work.finished.by} le ${frenchInstant(work.finished.at)}${since}.`;
}

/** « Dernier enregistrement par Noémie Petit le … »; null when nothing was ever saved. */
export function savedSentence({ saved }: SectionWork): string | null {
  return saved && `Dernier enregistrement par ${saved.by} le ${frenchInstant(saved.at)}.`;
}

/** « Noémie Petit est sur cette page en ce moment, depuis 14 h 02. » One sentence a person. */
export function presenceSentence({ name, since }: { name: string; since: Date }): string {
  return `${name} est sur cette page en ce moment, depuis ${frenchTime(since)}.`;
}
