import { letterAfter } from '../domain/letter.ts';
import { letterAddressMail } from '../emails/letter-team.ts';
import { receive } from '../infra/clock.ts';
import { prisma } from '../infra/prisma.ts';
import { lastLetterRequest } from '../queries/letter.ts';
import { withLetterDeadline } from '../queries/letter-situation.ts';
import { dossierSituation } from '../queries/situation.ts';
import { journal } from './journal.ts';
import { aboutLetter, letterPageUrl, tellTeam } from './letter-sending.ts';

/** When the refused mail carried a letter's link, the request ends as « adresse en erreur » and the team is told. */
export async function letterMailRefused(mailId: string): Promise<void> {
  const link = await prisma().letterLink.findFirst({
    where: { mailId },
    select: { requestId: true, request: { select: { dossierId: true } } },
  });
  if (!link) return;
  const { dossierId } = link.request;
  await prisma().$transaction(async (transaction) => {
    const found = await dossierSituation(null, dossierId, receive(), { transaction, lock: true });
    const loaded = found && (await withLetterDeadline(found, transaction));
    const request = await lastLetterRequest(dossierId, transaction);
    if (!loaded || request?.id !== link.requestId || letterAfter('bounce', 'service', request.state) === null) return;
    const data = { state: 'addressInError' as const, endedAt: loaded.situation.now };
    await transaction.letterRequest.update({ where: { id: request.id }, data, select: { id: true } });
    const about = { ...aboutLetter(loaded, request.official), url: letterPageUrl(dossierId) };
    await tellTeam(transaction, dossierId, letterAddressMail({ ...about, officialEmail: request.official.email }));
    const { call } = loaded;
    await journal(transaction, { act: 'letterAddressRefused', actorId: null, callId: call.id, dossierId, data: { request: request.id } });
  });
}
