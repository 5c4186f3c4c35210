import type { Actor } from '../domain/actor.ts';
import type { Call } from '../domain/call.ts';
import { type Incident, readAuthorisation, readIncident, type TypedAuthorisation, type TypedIncident } from '../domain/extension.ts';
import { identifierProblem, readIdentifier } from '../domain/organisation-identifier.ts';
import { phaseAt } from '../domain/phase.ts';
import { cleanText } from '../domain/text.ts';
import { authorisationMail, extensionMail } from '../emails/closing.ts';
import { type Reception, receivedAt } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { callById } from '../queries/call.ts';
import { examinationsOfCall, examinationsOfDossier } from '../queries/closing.ts';
import { dossierSituation, isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMails } from './outbox.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** What recording this incident would publish and replace, or what is to be corrected in it. Nothing is written. */
export async function reviewIncident(
  actor: Actor,
  callId: string,
  typed: TypedIncident,
  reception: Reception,
): Promise<Result<{ incident: Incident; formerClosesAt: Date; closed: boolean }>> {
  const judged = isUuid(callId) ? await judgeIncident(prisma(), actor, callId, typed, reception) : notFound;
  if (!judged.ok) return judged;
  const { incident, call, situation } = judged.value;
  return done({ incident, formerClosesAt: call.closesAt, closed: phaseAt(call, situation.now) === 'closed' });
}

/**
 * Records what prevented deposits and moves the closing for everybody: the closing, its record and the mails to every
 * person of every dossier, in one transaction. After the closing, possible only while the Mission has written nothing.
 */
export async function recordIncident(actor: Actor, callId: string, typed: TypedIncident, reception: Reception): Promise<Result<null>> {
  if (!isUuid(callId)) return notFound;
  return prisma().$transaction(
    async (transaction) => {
      // Nobody examines, submits, withdraws nor is reminded meanwhile: selections first, as everywhere.
      await transaction.$queryRaw(Prisma.sql`SELECT 1 FROM selections WHERE call_id = ${callId}::uuid ORDER BY id FOR UPDATE`);
      await transaction.$queryRaw(Prisma.sql`SELECT 1 FROM calls WHERE id = ${callId}::uuid FOR UPDATE`);
      await transaction.$queryRaw(Prisma.sql`SELECT 1 FROM dossiers WHERE call_id = ${callId}::uuid ORDER BY id FOR UPDATE`);
      const judged = await judgeIncident(transaction, actor, callId, typed, reception);
      if (!judged.ok) return judged;
      const { call, situation, incident } = judged.value;
      const data = { ...incident, callId, formerClosesAt: call.closesAt, recordedById: actor.userId, recordedAt: situation.now };
      await transaction.incident.create({ data });
      await transaction.call.update({ where: { id: callId }, data: { closesAt: incident.closesAt } });
      const instants = {
        from: incident.startedAt.toISOString(),
        to: incident.endedAt.toISOString(),
        formerClosesAt: call.closesAt.toISOString(),
        closesAt: incident.closesAt.toISOString(),
      };
      await journal(transaction, { act: 'recordIncident', actorId: actor.userId, callId, data: instants });
      await tellEverybody(transaction, { callId }, (about) => extensionMail({ ...aboutCall(call), ...about, incident }));
      return done(null);
    },
    { timeout: 30_000 },
  );
}

/**
 * Lets the dossier of one structure be submitted until an instant of its own, after everybody’s closing. A later
 * authorisation of the same dossier counts instead of this one.
 */
export async function authoriseLate(
  actor: Actor,
  callId: string,
  typed: TypedAuthorisation & { structure: string },
  reception: Reception,
): Promise<Result<null>> {
  if (!isUuid(callId)) return notFound;
  return prisma().$transaction(async (transaction) => {
    // No proposal is frozen meanwhile: freezing counts the authorisations that run.
    await transaction.$queryRaw(Prisma.sql`SELECT 1 FROM selections WHERE call_id = ${callId}::uuid ORDER BY id FOR SHARE`);
    const loaded = await onCall(transaction, actor, callId, reception);
    const refusal = loaded && refusalOf('administer', loaded.situation);
    if (!loaded || refusal) return notFound;
    const { call, situation } = loaded;
    const dossier = await namedDossier(transaction, callId, cleanText(typed.structure).trim());
    const read = readAuthorisation(typed, { closesAt: call.closesAt, now: situation.now });
    const problems = { ...(!dossier && { structure: unknownStructure(typed.structure) }), ...('problems' in read && read.problems) };
    if (!dossier || 'problems' in read) return refused('invalid', situation, problems);

    const dossierId = dossier.id;
    const own = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    if (!own) return notFound;
    const examinations = await examinationsOfDossier(dossierId, callId, transaction);
    const refusedHere = refusalOf('authoriseLate', { ...own.situation, examinations });
    if (refusedHere) return refusedHere;
    const { authorisation } = read;
    await transaction.lateAuthorisation.create({ data: { dossierId, ...authorisation, givenById: actor.userId } });
    const data = { until: authorisation.until.toISOString() };
    await journal(transaction, { act: 'authoriseLate', actorId: actor.userId, callId, dossierId, data });
    await tellEverybody(transaction, { id: dossierId }, (about) => authorisationMail({ ...aboutCall(call), ...about, authorisation }));
    return done(null);
  });
}

/** The incident as it would be recorded now, if this person may and nothing in it is to be corrected. */
async function judgeIncident(transaction: Transaction, actor: Actor, callId: string, typed: TypedIncident, reception: Reception) {
  const loaded = await onCall(transaction, actor, callId, reception);
  if (!loaded) return notFound;
  const { call, situation } = loaded;
  const refusal = refusalOf('recordIncident', { ...situation, examinations: await examinationsOfCall(callId, transaction) });
  if (refusal) return refusal;
  const read = readIncident(typed, { closesAt: call.closesAt, now: situation.now });
  return 'problems' in read ? refused('invalid', situation, read.problems) : done({ call, situation, incident: read.incident });
}

async function onCall(transaction: Transaction, actor: Actor, callId: string, reception: Reception) {
  const [row] = await transaction.$queryRaw<{ closesAt: Date; now: Date }[]>(Prisma.sql`
    SELECT closes_at AS "closesAt", ${receivedAt(reception)} AS now FROM calls WHERE id = ${callId}::uuid`);
  const stored = row && (await callById(callId));
  if (!row || !stored) return null;
  const call: Call = { ...stored, closesAt: row.closesAt };
  return { call, situation: { actor, now: row.now, call: { ...call, fictitious: call.definition.fictitious } } };
}

function aboutCall({ definition: { shortTitle, contact } }: Call) {
  return { callTitle: shortTitle, service: contact.service, contactEmail: contact.email };
}

/** Writes to every person of the dossiers concerned, each about their own. */
async function tellEverybody(
  transaction: Transaction,
  dossier: Prisma.DossierWhereInput,
  mailAbout: (about: { organisationName: string; url: string }) => ReturnType<typeof extensionMail>,
): Promise<void> {
  const members = await transaction.dossierMember.findMany({
    where: { dossier },
    select: { dossierId: true, user: { select: { email: true } }, dossier: { select: { organisationName: true } } },
  });
  const mails = members.map(({ dossierId, user, dossier: { organisationName } }) => ({
    to: user.email,
    content: mailAbout({ organisationName, url: `${settings().PUBLIC_URL}/candidature/${dossierId}` }),
    dossierId,
  }));
  await postMails(transaction, mails);
}

/** By its own number, by the number of its structure, or by the name of a structure that has none. */
async function namedDossier(transaction: Transaction, callId: string, named: string): Promise<{ id: string } | null> {
  const identifiers = [readIdentifier(named, ''), readIdentifier('aucun numéro', named)].filter(({ value }) => value !== '');
  const byIdentifier = identifiers.map(({ scheme, value }) => ({ identifierScheme: scheme, identifier: value }));
  const where = { callId, OR: [{ number: named.toUpperCase() }, ...byIdentifier] };
  return transaction.dossier.findFirst({ where, select: { id: true } });
}

function unknownStructure(named: string): string {
  return identifierProblem(named) === null || /\d{4}/.test(named)
    ? 'Aucun dossier de cet appel ne porte ce numéro. Une autorisation se donne à un dossier commencé avant la clôture.'
    : 'Écrivez le SIREN de la structure, en neuf chiffres, ou le numéro du dossier.';
}
