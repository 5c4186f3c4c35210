import 'server-only';
import { letterDeadline, letterIn, letterUntil } from '../domain/letter-place.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import type { DossierSituation } from './situation.ts';
import { lastSubmittedVersion, type SubmittedVersion } from './submitted.ts';

/** The situation of a dossier with what an act on its support letter depends on. `last`: its last submitted version. */
export type LetterSituation = DossierSituation & { deadline: Date; lacking: boolean; last: SubmittedVersion | null };

/** Adds to a situation until when the support letter may still join the dossier. */
export async function withLetterDeadline(loaded: DossierSituation, transaction?: Transaction): Promise<LetterSituation> {
  const { definition, closesAt } = loaded.call;
  const last = await lastSubmittedVersion(loaded.dossier.id, transaction);
  const lacking = last !== null && letterIn(definition, last.snapshot.answers) === null;
  const deadline = letterDeadline({ definition, closesAt, lacking });
  return { ...loaded, deadline, lacking, last, situation: { ...loaded.situation, letterDeadline: deadline } };
}

/** True when the dossier may be submitted before its letter: the call gives the letter its own date, or it is being sealed. */
export async function letterFollows({ dossier, call }: DossierSituation, transaction?: Transaction): Promise<boolean> {
  return letterUntil(call) !== null || letterBeingSealed(dossier.id, transaction);
}

/** True while a confirmed letter is being sealed: it joins the dossier in a moment. */
export async function letterBeingSealed(dossierId: string, transaction?: Transaction): Promise<boolean> {
  const sealing = await (transaction ?? prisma()).issuedDocument.count({ where: { dossierId, kind: 'letter', state: 'preparing' } });
  return sealing > 0;
}
