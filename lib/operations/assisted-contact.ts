import { proofFields } from '../domain/assisted-deposit.ts';
import { prisma } from '../infra/prisma.ts';

/** The territory confirms, never the Mission: nobody who holds one of its roles can be the person asked. */
export async function contactProblem(email: string): Promise<Record<string, string> | null> {
  const ofTheMission = await prisma().roleGrant.count({ where: { user: { email } } });
  return ofTheMission === 0
    ? null
    : {
        [proofFields.contact]:
          'Cette adresse est celle d’une personne de la Mission\u00a0: indiquez celle du territoire, qui doit confirmer.',
      };
}
