import type { Actor } from '../domain/actor.ts';
import type { BoardLine } from '../domain/board.ts';
import type { Call, Category } from '../domain/call.ts';
import { consensusSentence } from '../domain/consensus.ts';
import { decisionReasons, requirementSentence } from '../domain/decision.ts';
import { decisionMail } from '../emails/decision.ts';
import type { Prisma, Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { postMails } from './outbox.ts';

export type Release = { actor: Actor; call: Call; category: Category; lines: BoardLine[]; releasedAt: Date };

/** Writes every decision of a released category, moves the dossiers to their final status and tells the candidates. */
export async function announceDecisions(transaction: Transaction, release: Release): Promise<void> {
  const { actor, category, lines, releasedAt } = release;
  await transaction.decision.createMany({
    data: lines.map((line) => ({
      dossierId: line.dossierId,
      outcome: line.place,
      rank: line.rank,
      findings: line.consensus as unknown as Prisma.InputJsonArray,
      reasons: decisionReasons(category, line, lines),
      releasedById: actor.userId,
      releasedAt,
    })),
  });
  for (const outcome of ['laureate', 'reserve', 'notSelected'] as const) {
    const ids = lines.filter((line) => line.place === outcome).map((line) => line.dossierId);
    await transaction.dossier.updateMany({ where: { id: { in: ids }, status: 'admissible' }, data: { status: outcome } });
  }
  const members = await transaction.dossierMember.findMany({
    where: { dossierId: { in: lines.map((line) => line.dossierId) } },
    select: { dossierId: true, user: { select: { email: true } } },
  });
  const membersOf = Map.groupBy(members, (member) => member.dossierId);
  const mails = lines.flatMap((line) => {
    const content = mailFor(line, release);
    return (membersOf.get(line.dossierId) ?? []).map(({ user }) => ({ to: user.email, content, dossierId: line.dossierId }));
  });
  await postMails(transaction, mails);
}

function mailFor(line: BoardLine, { actor, call: { definition }, category, lines }: Release) {
  return decisionMail({
    number: line.number,
    organisationName: line.organisationName,
    callTitle: definition.shortTitle,
    labelName: definition.labelName,
    outcome: line.place,
    findings: line.consensus.map((consensus) => consensusSentence(category, consensus)),
    requirement: requirementSentence(category, line.gate.met),
    reasons: decisionReasons(category, line, lines),
    remedies: definition.remedies,
    author: actor.name || definition.contact.service,
    service: definition.contact.service,
    contactEmail: definition.contact.email,
    url: `${settings().PUBLIC_URL}/candidature/${line.dossierId}`,
  });
}
