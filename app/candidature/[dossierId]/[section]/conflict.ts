import type { Conflict } from '#components/form/autosaver.ts';
import { fieldValues } from '#components/form/field-view.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { frenchDay, frenchTime } from '#lib/domain/dates.ts';
import type { SavedMeanwhile } from '#lib/operations/dossier.ts';

/** The version saved in between as its form shows it: « Celle de Noémie Petit, enregistrée à 14 h 02 ». */
export function conflictOf({ section, answers, version, by, updatedAt, now }: SavedMeanwhile, actor: Actor): Conflict {
  const whose = by === null || by.userId === actor.userId ? 'Celle de votre autre fenêtre' : `Celle de ${by.name}`;
  const when = updatedAt && `${frenchDay(updatedAt) === frenchDay(now) ? '' : `le ${frenchDay(updatedAt)} `}à ${frenchTime(updatedAt)}`;
  return { version, values: fieldValues(section, answers), title: when ? `${whose}, enregistrée ${when}` : whose };
}
