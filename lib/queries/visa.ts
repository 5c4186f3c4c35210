import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { obstacle } from '../domain/acts.ts';
import { type Phase, phaseAt } from '../domain/phase.ts';
import type { Visa } from '../domain/visa.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { callFromRow } from './call.ts';
import { currentAnswers } from './dossier-answers.ts';
import { dossierSituation } from './situation.ts';

/** The visa asked last and not taken back, and whether the lead required one. Whether the reader may know is for the caller to have asked. */
export async function currentVisa(dossierId: string, transaction?: Transaction): Promise<{ visa: Visa | null; required: boolean }> {
  const client = transaction ?? prisma();
  const [dossier, row, sha256] = await Promise.all([
    client.dossier.findUnique({ where: { id: dossierId }, select: { visaRequired: true } }),
    client.visa.findFirst({ where: { dossierId, withdrawnAt: null }, orderBy: { askedAt: 'desc' } }),
    answersFingerprint(dossierId, transaction),
  ]);
  const required = dossier?.visaRequired ?? false;
  if (!row) return { visa: null, required };
  const { id, name, function: title, email, askedAt, answer, comment, answeredAt, answersSha256 } = row;
  const answered = answer && answeredAt && { value: answer, comment, at: answeredAt, outdated: answersSha256 !== sha256 };
  return { visa: { id, name, function: title, email, askedAt, answer: answered }, required };
}

/** What the answers of a dossier say, in 64 characters. */
export async function answersFingerprint(dossierId: string, transaction?: Transaction): Promise<string> {
  const [row] = await (transaction ?? prisma()).$queryRaw<{ sha256: string }[]>(
    Prisma.sql`SELECT dossier_answers_sha256(${dossierId}::uuid) AS sha256`,
  );
  return row?.sha256 ?? '';
}

/** A dossier for the person whose visa is asked, as it is written now; null for anybody else, as if it did not exist. */
export async function dossierForVisa(actor: Actor, dossierId: string, reception: Reception) {
  const loaded = await dossierSituation(actor, dossierId, reception);
  const refusal = loaded && obstacle('viewForVisa', loaded.situation);
  if (!loaded || refusal === 'notFound') return null;
  // Before the answers: a text saved in between makes the visa older than it, never younger.
  const sha256 = await answersFingerprint(dossierId);
  const [answers, { visa }] = await Promise.all([currentAnswers(dossierId), currentVisa(dossierId)]);
  return { ...loaded, answers: refusal ? null : answers, sha256, visa, refusal };
}

export type AskedVisa = { dossierId: string; organisationName: string; callTitle: string; answered: boolean };

/** The visas asked from this person on dossiers that can still be submitted, the last first. */
export async function myVisas(actor: Actor, now: Date): Promise<AskedVisa[]> {
  const rows = await prisma().visa.findMany({
    where: { email: actor.email, withdrawnAt: null },
    include: { dossier: { include: { call: true } } },
    orderBy: { askedAt: 'desc' },
  });
  const asked = await Promise.all(
    rows.map(async ({ dossierId, answeredAt, dossier }) => {
      const call = await callFromRow(dossier.call);
      const phase: Phase = phaseAt(call, now);
      const { organisationName } = dossier;
      return { dossierId, organisationName, callTitle: call.definition.shortTitle, answered: answeredAt !== null, phase };
    }),
  );
  return asked.filter(({ phase }) => phase === 'deposit').map(({ phase: _, ...visa }) => visa);
}
