import { randomBytes } from 'node:crypto';
import type { MissionRole } from '../domain/actor.ts';
import { prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { openSession } from './session.ts';

export type Persona = { email: string; name: string; description: string; roles: MissionRole[] };

/** Makes an invented person of the demonstration, with their roles for every call. Returns their identifier. */
export async function createPersona({ email, name, description, roles }: Persona): Promise<string> {
  const { id } = await prisma().user.create({
    data: { email, name, persona: description, roleGrants: { create: roles.map((role) => ({ role })) } },
    select: { id: true },
  });
  return id;
}

/**
 * Opens a session as an invented person, without a code. Only in demonstration, only for invented people.
 * @returns the session's token and the page where this person works, or null when this is not allowed.
 */
export async function enterAsPersona(email: string): Promise<{ token: string; home: PersonaHome } | null> {
  if (!settings().DEMONSTRATION) return null;
  const user = await prisma().user.findFirst({
    where: { email, persona: { not: null } },
    select: { id: true, roleGrants: { select: { role: true } } },
  });
  if (!user) return null;
  const token = randomBytes(32).toString('base64url');
  await openSession(user.id, sha256(token));
  const roles = user.roleGrants.map(({ role }) => role);
  return { token, home: homeOf(roles) };
}

export type PersonaHome = '/candidature' | '/instruction' | '/comite' | '/administration';

function homeOf(roles: MissionRole[]): PersonaHome {
  if (roles.includes('administrator')) return '/administration';
  if (roles.includes('chair') || roles.includes('committee')) return '/comite';
  return roles.includes('reviewer') ? '/instruction' : '/candidature';
}
