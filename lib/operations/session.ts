import { sessionHours } from '../domain/sign-in.ts';
import { Prisma, prisma } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { journal } from './journal.ts';

export type Account = { id: string; email: string; name: string; emailVerified: Date | null };
const account = { id: true, email: true, name: true, emailVerified: true } as const;

/** The account of this address, or null. */
export function accountByEmail(email: string): Promise<Account | null> {
  return prisma().user.findUnique({ where: { email }, select: account });
}

/** The account of this identifier, or null. */
export function accountById(id: string): Promise<Account | null> {
  return prisma().user.findUnique({ where: { id }, select: account });
}

/** Opens an account at the first sign-in; the administrators named in the settings receive their role. */
export async function createAccount(email: string): Promise<Account> {
  return prisma().$transaction(async (transaction) => {
    const created = await transaction.user.create({ data: { email }, select: account });
    if (settings().ADMINISTRATORS.includes(email)) {
      await transaction.roleGrant.create({ data: { userId: created.id, role: 'administrator' } });
    }
    return created;
  });
}

/** Remembers that the address was proven again. */
export function markEmailVerified(id: string, at: Date): Promise<Account> {
  return prisma().user.update({ where: { id }, data: { emailVerified: at }, select: account });
}

/** Opens a session; only the hash of its token is kept, and the database decides when it ends. */
export async function openSession(userId: string, tokenHash: string): Promise<void> {
  await prisma().$transaction(async (transaction) => {
    await transaction.$executeRaw`
      INSERT INTO sessions (id, token_hash, user_id, expires_at)
      VALUES (gen_random_uuid(), ${tokenHash}, ${userId}::uuid, clock_timestamp() + ${sessionHours} * interval '1 hour')`;
    await journal(transaction, { act: 'signIn', actorId: userId });
  });
}

/** The session of this token hash with its account, or null when it is unknown or over. */
export async function sessionByToken(tokenHash: string): Promise<{ expires: Date; account: Account } | null> {
  const session = await prisma().session.findUnique({ where: { tokenHash }, include: { user: { select: account } } });
  return session && session.expiresAt > new Date() ? { expires: session.expiresAt, account: session.user } : null;
}

/** Ends a session; ending one that is already over is not an error. */
export async function closeSession(tokenHash: string): Promise<void> {
  await prisma().$executeRaw(Prisma.sql`
    WITH closed AS (DELETE FROM sessions WHERE token_hash = ${tokenHash} RETURNING user_id)
    INSERT INTO journal (act, actor_id, data) SELECT 'signOut', user_id, '{}' FROM closed`);
}
