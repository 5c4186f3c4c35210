import 'server-only';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import * as session from '../operations/session.ts';
import { redeemSignIn } from '../operations/sign-in.ts';
import { sessionTokenHash } from './session-cookie.ts';

const asUser = (account: session.Account): AdapterUser => ({ ...account });
const orNull = (account: session.Account | null): AdapterUser | null => account && asUser(account);

/** How next-auth reaches our accounts and sessions. A stolen table opens nothing: tokens are only kept hashed. */
export const adapter: Adapter = {
  createUser: async (user: Omit<AdapterUser, 'id'>) => asUser(await session.createAccount(user.email)),
  getUser: async (id) => orNull(await session.accountById(id)),
  getUserByEmail: async (email) => orNull(await session.accountByEmail(email)),
  getUserByAccount: async () => null,
  updateUser: async ({ id, emailVerified }) => asUser(await session.markEmailVerified(id, emailVerified ?? new Date())),
  linkAccount: async () => undefined,
  createSession: async (opened) => {
    await session.openSession(opened.userId, sessionTokenHash(opened.sessionToken));
    return opened;
  },
  getSessionAndUser: async (sessionToken) => {
    const found = await session.sessionByToken(sessionTokenHash(sessionToken));
    return found && { session: { sessionToken, userId: found.account.id, expires: found.expires }, user: asUser(found.account) };
  },
  updateSession: async () => null, // a session ends when it was said to end
  deleteSession: async (sessionToken) => {
    await session.closeSession(sessionTokenHash(sessionToken));
  },
  createVerificationToken: async (token) => token, // requests are written by `requestSignIn`; next-auth only asks that this exists
  useVerificationToken: async ({ identifier, token }) => {
    const redeemed = await redeemSignIn(identifier, token);
    // The database has just checked the end of validity; next-auth only looks at it again.
    return redeemed ? { identifier, token, expires: new Date(Date.now() + 60_000) } : null;
  },
};
