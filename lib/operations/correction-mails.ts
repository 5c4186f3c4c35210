import { frenchClosing } from '../domain/dates.ts';
import { closingThere, placeOf } from '../domain/local-time.ts';
import { correctionsAnsweredMail } from '../emails/corrections.ts';
import type { Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import type { DossierSituation } from '../queries/situation.ts';
import { postMail } from './outbox.ts';
import type { Submission } from './submitted-version.ts';

/** What the mails about corrections say of their dossier. */
export function aboutCorrection({ dossier, call: { definition } }: DossierSituation) {
  const { service, email } = definition.contact;
  const { number, organisationName } = dossier;
  const url = `${settings().PUBLIC_URL}/candidature/${dossier.id}`;
  return { number: number ?? '', organisationName, callTitle: definition.shortTitle, service, contactEmail: email, url };
}

/** Until when corrections can be deposited, in Paris and where the territory is. */
export function dueIn({ dossier }: DossierSituation, dueAt: Date): { due: string; dueThere: string } {
  return { due: frenchClosing(dueAt), dueThere: closingThere(dueAt, placeOf(dossier.placeCode)) };
}

/** Writes to the person who asked for corrections that they are submitted, unless they have withdrawn from the dossier since. */
export async function tellWhoAsked(
  transaction: Transaction,
  { dossier, call }: DossierSituation,
  askedById: string,
  { number, version }: Submission,
): Promise<void> {
  const examiner = await transaction.user.findFirst({
    where: { id: askedById, roleGrants: { some: {} }, recusals: { none: { dossierId: dossier.id } } },
    select: { email: true },
  });
  if (!examiner) return;
  const { shortTitle, contact } = call.definition;
  const url = `${settings().PUBLIC_URL}/instruction/${dossier.id}/versions`;
  const { organisationName } = dossier;
  const mail = correctionsAnsweredMail({ number, version, organisationName, callTitle: shortTitle, service: contact.service, url });
  await postMail(transaction, examiner.email, mail, dossier.id);
}
