import { type Actor, nameAndAddress } from '../domain/actor.ts';
import { type Section, sectionOf } from '../domain/call.ts';
import type { SectionWork } from '../domain/section-work.ts';
import { sectionAssignedMail } from '../emails/section-assigned.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { noWork, sectionWorks } from '../queries/section-work.ts';
import { type DossierSituation, dossierSituation, isUuid } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { postMail } from './outbox.ts';
import { actsLastHour } from './recent-acts.ts';
import { done, notFound, type Result, refusalOf, refused } from './result.ts';

/** Gives a page of the form to a member, or (`userId` null) to nobody. They are told by mail, unless they did it themselves. */
export function assignSection(
  actor: Actor,
  dossierId: string,
  code: string,
  userId: string | null,
  reception: Reception,
): Promise<Result<SectionWork>> {
  return onSection(actor, dossierId, code, reception, async (transaction, loaded, section) => {
    const refusal = refusalOf('assignSection', {
      ...loaded.situation,
      actsLastHour: await actsLastHour(transaction, { act: 'assignSection', dossierId }),
    });
    if (refusal) return refusal;
    const member = userId !== null && (await memberOf(transaction, dossierId, userId));
    if (userId !== null && !member) return refused('notOfTheTeam', loaded.situation);
    const before = (await sectionWorks(dossierId, transaction)).get(code)?.assignee?.userId ?? null;
    if (before === userId) return null;
    const key = { dossierId, code };
    await transaction.sectionMark.upsert({
      where: { dossierId_code: key },
      create: { ...key, assigneeId: userId },
      update: { assigneeId: userId },
    });
    if (member && userId !== actor.userId) {
      const { shortTitle, contact } = loaded.call.definition;
      const mail = sectionAssignedMail({
        organisationName: loaded.dossier.organisationName,
        callTitle: shortTitle,
        service: contact.service,
        sectionTitle: section.title,
        by: nameAndAddress(actor),
        url: `${settings().PUBLIC_URL}/candidature/${dossierId}/${code}`,
      });
      await postMail(transaction, member.user.email, mail, dossierId);
    }
    await tell(transaction, 'assignSection', actor, loaded, { section: code, user: userId });
    return null;
  });
}

/** Marks a page as finished in its present state, or (`finished` false) reopens it. A mark of the team: it blocks nothing. */
export function finishSection(
  actor: Actor,
  dossierId: string,
  code: string,
  finished: boolean,
  reception: Reception,
): Promise<Result<SectionWork>> {
  return onSection(actor, dossierId, code, reception, async (transaction, loaded) => {
    const refusal = refusalOf('finishSection', {
      ...loaded.situation,
      actsLastHour: await actsLastHour(transaction, { act: 'finishSection', dossierId }),
    });
    if (refusal) return refusal;
    await transaction.$executeRaw(Prisma.sql`
      INSERT INTO section_marks (dossier_id, code, finished_by_id, finished_at, finished_version)
      SELECT ${dossierId}::uuid, ${code}, who, CASE WHEN who IS NOT NULL THEN clock_timestamp() END,
        CASE WHEN who IS NOT NULL THEN COALESCE((SELECT version FROM dossier_sections WHERE dossier_id = ${dossierId}::uuid AND code = ${code}), 0) END
      FROM (SELECT ${finished ? actor.userId : null}::uuid AS who) it
      ON CONFLICT (dossier_id, code) DO UPDATE SET finished_by_id = excluded.finished_by_id, finished_at = excluded.finished_at,
        finished_version = excluded.finished_version`);
    await tell(transaction, 'finishSection', actor, loaded, { section: code, finished });
    return null;
  });
}

function memberOf(transaction: Transaction, dossierId: string, userId: string) {
  if (!isUuid(userId)) return null;
  return transaction.dossierMember.findUnique({
    where: { dossierId_userId: { dossierId, userId } },
    include: { user: { select: { email: true } } },
  });
}

type Refusal = Extract<Result<null>, { ok: false }>;

/** Does the act on a page that exists, for somebody of the dossier; gives back what is then true of the page. */
function onSection(
  actor: Actor,
  dossierId: string,
  code: string,
  reception: Reception,
  act: (transaction: Transaction, loaded: DossierSituation, section: Section) => Promise<Refusal | null>,
): Promise<Result<SectionWork>> {
  return prisma().$transaction(async (transaction) => {
    const loaded = await dossierSituation(actor, dossierId, reception, { transaction, lock: true });
    const section = loaded && sectionOf(loaded.call.definition, code);
    if (!loaded || !section || refusalOf('viewDossier', loaded.situation)) return notFound;
    const refusal = await act(transaction, loaded, section);
    return refusal ?? done((await sectionWorks(dossierId, transaction)).get(code) ?? noWork);
  });
}

function tell(
  transaction: Transaction,
  act: 'assignSection' | 'finishSection',
  actor: Actor,
  { dossier, call }: DossierSituation,
  data: { section: string; user?: string | null; finished?: boolean },
): Promise<void> {
  return journal(transaction, { act, actorId: actor.userId, callId: call.id, dossierId: dossier.id, data });
}
