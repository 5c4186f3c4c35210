import type { Phase } from './phase.ts';

/**
 * Where a dossier stands. `submitted` covers everything between the deposit and the examination; a candidate may still
 * modify and submit again until the closing. `withdrawn`: its people took it out of the call after submitting it.
 */
export const dossierStatuses = [
  'draft',
  'submitted',
  'admissible',
  'inadmissible',
  'laureate',
  'reserve',
  'notSelected',
  'withdrawn',
] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** The outcomes of a released selection, which are also final statuses. */
export const outcomes = ['laureate', 'reserve', 'notSelected'] as const;
export type Outcome = (typeof outcomes)[number];

export const statusLabels: Record<DossierStatus, string> = {
  draft: 'Brouillon',
  submitted: 'Déposé',
  admissible: 'Recevable',
  inadmissible: 'Irrecevable',
  laureate: 'Lauréat',
  reserve: 'Liste complémentaire',
  notSelected: 'Non retenu',
  withdrawn: 'Retiré',
};

/** True for the value of a status column or of a search filter. */
export function isDossierStatus(value: string): value is DossierStatus {
  return (dossierStatuses as readonly string[]).includes(value);
}

/**
 * Where a dossier stands, as its own people are told. Being found admissible is a step of the Mission's work, not an
 * answer to them: from the closing to the decision their dossier is « en instruction ».
 */
export function statusForCandidate(status: DossierStatus, phase: Phase): { status: DossierStatus; label: string } {
  const shown = status === 'admissible' ? 'submitted' : status;
  return { status: shown, label: shown === 'submitted' && phase === 'closed' ? 'En instruction' : statusLabels[shown] };
}
