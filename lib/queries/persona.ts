import 'server-only';
import { prisma } from '../infra/prisma.ts';

/** True once the invented people of the demonstration exist. */
export async function hasDemonstration(): Promise<boolean> {
  return (await prisma().user.count({ where: { persona: { not: null } } })) > 0;
}

export type PersonaCard = { email: string; name: string; description: string; roles: string[] };

/** The invented people one can enter as, in order of creation. */
export async function personas(): Promise<PersonaCard[]> {
  const users = await prisma().user.findMany({
    where: { persona: { not: null } },
    orderBy: { id: 'asc' },
    select: { email: true, name: true, persona: true, roleGrants: { select: { role: true } } },
  });
  return users.map(({ email, name, persona, roleGrants }) => ({
    email,
    name,
    description: persona ?? '',
    roles: roleGrants.map(({ role }) => role),
  }));
}
