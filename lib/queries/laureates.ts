import 'server-only';
import { prisma } from '../infra/prisma.ts';

export type PublicLaureate = {
  organisationName: string;
  territoryName: string;
  callTitle: string;
  fictitious: boolean;
  releasedAt: Date;
  charterCode: string | null;
};

/** The laureates whose decision has been released, the last promotion first. Nothing else of a dossier is public. */
export async function publicLaureates(): Promise<PublicLaureate[]> {
  const rows = await prisma().decision.findMany({
    where: { outcome: 'laureate' },
    orderBy: [{ dossier: { call: { closesAt: 'desc' } } }, { dossier: { organisationName: 'asc' } }],
    include: {
      dossier: {
        include: {
          call: { include: { definition: true } },
          documents: { where: { kind: 'charter', state: 'ready' }, select: { code: true } },
        },
      },
    },
  });
  return rows.map(({ releasedAt, dossier }) => ({
    organisationName: dossier.organisationName,
    territoryName: dossier.territoryName,
    callTitle: (dossier.call.definition.content as { shortTitle: string }).shortTitle,
    fictitious: dossier.call.fictitious,
    releasedAt,
    charterCode: dossier.documents[0]?.code ?? null,
  }));
}
