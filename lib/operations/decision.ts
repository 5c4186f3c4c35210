import type { Actor } from '../domain/actor.ts';
import type { BoardLine } from '../domain/board.ts';
import type { Call, Category } from '../domain/call.ts';
import { consensusSentence } from '../domain/consensus.ts';
import { decisionMail } from '../emails/decision.ts';
import type { Prisma, Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { postMails } from './outbox.ts';

export type Release = { actor: Actor; call: Call; category: Category; lines: BoardLine[]; releasedAt: Date };

/** Writes every decision of a released category, moves the dossiers to their final status and tells the candidates. */
export async function announceDecisions(transaction: Transaction, release: Release): Promise<void> {
  const { actor, call, category, lines, releasedAt } = release;
  await transaction.decision.createMany({
    data: lines.map((line) => ({
      dossierId: line.dossierId,
      outcome: line.place,
      rank: line.rank,
      findings: line.consensus as unknown as Prisma.InputJsonArray,
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
    const content = mailFor(line, actor, call, category);
    return (membersOf.get(line.dossierId) ?? []).map(({ user }) => ({ to: user.email, content, dossierId: line.dossierId }));
  });
  await postMails(transaction, mails);
}

function mailFor(line: BoardLine, actor: Actor, { definition }: Call, category: Category) {
  return decisionMail({
    number: line.number,
    organisationName: line.organisationName,
    callTitle: definition.shortTitle,
    labelName: definition.labelName,
    outcome: line.place,
    findings: line.consensus.map((consensus) => consensusSentence(category, consensus)),
    requirement: `Catégorie : ${category.label}. Il fallait remplir au moins ${category.minimumCriteria} critère(s) sur ${category.criteria.length} ; ${line.gate.met} sont remplis.`,
    remedies: definition.remedies,
    author: actor.name || definition.contact.service,
    service: definition.contact.service,
    contactEmail: definition.contact.email,
    url: `${settings().PUBLIC_URL}/candidature/${line.dossierId}`,
  });
}
