import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { frenchClosing } from '../domain/dates.ts';
import { normaliseEmail } from '../domain/sign-in.ts';
import { cleanText } from '../domain/text.ts';
import { maxVisasAnHour, type TypedVisa, visaAnswer, visaAnswerProblems, visaRequestProblems } from '../domain/visa.ts';
import { visaAnswerMail, visaRequestMail } from '../emails/visa.ts';
import type { Reception } from '../infra/clock.ts';
import type { Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import type { DossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { onDossier } from './locked-dossier.ts';
import { postMail } from './outbox.ts';
import { actsLastHour } from './recent-acts.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Asks a superior for their visa; a former request, answered or not, gives place to this one. */
export function askVisa(actor: Actor, dossierId: string, typed: TypedVisa, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const { situation, dossier, call } = loaded;
    const times = await actsLastHour(transaction, { act: 'askVisa', dossierId });
    const byActor = await actsLastHour(transaction, { act: 'askVisa', actorId: actor.userId });
    const refusal = refusalOf('askVisa', { ...situation, actsLastHour: byActor });
    if (refusal) return refusal;
    const line = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim();
    const person = { name: line(typed.name), function: line(typed.function), email: normaliseEmail(cleanText(typed.email)) };
    const problems = visaRequestProblems(person, actor.email);
    if (Object.keys(problems).length > 0) return refused('invalid', situation, problems);
    if (times >= maxVisasAnHour) return refused('tooOften', situation);
    await takeBack(transaction, loaded);
    await transaction.visa.create({ data: { dossierId, ...person, askedById: actor.userId, askedAt: situation.now } });
    const url = `${settings().PUBLIC_URL}/candidature/visa/${dossierId}`;
    const mail = visaRequestMail({ ...about(loaded), asker: nameAndAddress(actor), closing: frenchClosing(call.closesAt), url });
    await postMail(transaction, person.email, mail, dossier.id);
    await tell(transaction, 'askVisa', actor, loaded, { function: person.function });
    return done(null);
  });
}

/** Takes the request back, or does without the answer that was given. */
export function withdrawVisa(actor: Actor, dossierId: string, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('askVisa', { ...loaded.situation, actsLastHour: 0 });
    if (refusal) return refusal;
    if ((await takeBack(transaction, loaded)) === 0) return notFound;
    await tell(transaction, 'withdrawVisa', actor, loaded, {});
    return done(null);
  });
}

/** The lead decides that the dossier is not submitted without a visa, or no longer. */
export function requireVisa(actor: Actor, dossierId: string, required: boolean, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const refusal = refusalOf('requireVisa', loaded.situation);
    if (refusal) return refusal;
    await transaction.dossier.update({ where: { id: dossierId }, data: { visaRequired: required }, select: { id: true } });
    await tell(transaction, 'requireVisa', actor, loaded, { required });
    return done(null);
  });
}

/** `sha256`: the fingerprint of the answers the person was shown; what is written afterwards is not what they agreed to. */
export type TypedVisaAnswer = { answer: string; comment: string; sha256: string };

/**
 * Gives or refuses the visa, once. Whoever has answered is of the dossier’s side: they will not judge it, should they ever
 * receive a role of the Mission.
 */
export function answerVisa(actor: Actor, dossierId: string, typed: TypedVisaAnswer, reception: Reception): Promise<Result<null>> {
  return onDossier(actor, dossierId, reception, async (transaction, loaded) => {
    const { situation } = loaded;
    const refusal = refusalOf('answerVisa', situation);
    if (refusal) return refusal;
    const answer = visaAnswer(typed.answer);
    const comment = cleanText(typed.comment).trim();
    const problems = visaAnswerProblems(answer, comment);
    if (answer === null || Object.keys(problems).length > 0) return refused('invalid', situation, problems);
    if (!/^[0-9a-f]{64}$/.test(typed.sha256)) return notFound;
    const visa = await transaction.visa.findFirst({ where: { dossierId, email: actor.email, withdrawnAt: null } });
    if (!visa) return notFound;
    if (visa.answeredAt) return refused('visaAnswered', situation);
    const given = { answer, comment, answersSha256: typed.sha256, answeredById: actor.userId, answeredAt: situation.now };
    await transaction.visa.update({ where: { id: visa.id }, data: given, select: { id: true } });
    await transaction.recusal.createMany({
      data: { dossierId, userId: actor.userId, reason: 'A répondu à une demande de visa sur ce dossier.' },
      skipDuplicates: true,
    });
    await tellLeads(
      transaction,
      loaded,
      visaAnswerMail({ ...about(loaded), by: `${visa.name}, ${visa.function},`, answer, comment, url: urlOf(loaded) }),
    );
    await tell(transaction, 'answerVisa', actor, loaded, { answer, sha256: typed.sha256 });
    return done(null);
  });
}

async function takeBack(transaction: Transaction, { dossier, situation }: DossierSituation): Promise<number> {
  const { count } = await transaction.visa.updateMany({
    where: { dossierId: dossier.id, withdrawnAt: null },
    data: { withdrawnAt: situation.now },
  });
  return count;
}

async function tellLeads(transaction: Transaction, { dossier }: DossierSituation, mail: ReturnType<typeof visaAnswerMail>): Promise<void> {
  const leads = await transaction.dossierMember.findMany({
    where: { dossierId: dossier.id, role: 'lead' },
    select: { user: { select: { email: true } } },
  });
  for (const { user } of leads) await postMail(transaction, user.email, mail, dossier.id);
}

function about(loaded: DossierSituation) {
  const { shortTitle, contact } = loaded.call.definition;
  return { organisationName: loaded.dossier.organisationName, callTitle: shortTitle, service: contact.service };
}

function urlOf({ dossier }: DossierSituation): string {
  return `${settings().PUBLIC_URL}/candidature/${dossier.id}`;
}

function tell(
  transaction: Transaction,
  act: 'askVisa' | 'withdrawVisa' | 'requireVisa' | 'answerVisa',
  actor: Actor,
  { dossier, call }: DossierSituation,
  data: { function?: string; required?: boolean; answer?: string; sha256?: string },
): Promise<void> {
  return journal(transaction, { act, actorId: actor.userId, callId: call.id, dossierId: dossier.id, data });
}
