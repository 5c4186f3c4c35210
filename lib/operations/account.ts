import type { Actor } from '../domain/actor.ts';
import { cleanPersonName, personNameProblem } from '../domain/person-name.ts';
import { prisma, type Transaction } from '../infra/prisma.ts';
import { journal } from './journal.ts';
import { done, type Result, refused } from './result.ts';

/** Keeps the name of a person on their own account. The same person with that name, for what they do next. */
export async function nameAccount(actor: Actor, typed: string): Promise<Result<Actor>> {
  const name = cleanPersonName(typed);
  const problem = personNameProblem(name);
  if (problem) return refused('invalid', undefined, { name: problem });
  return done(await prisma().$transaction((transaction) => keepName(transaction, actor, name)));
}

/** Writes a name already read and found good, as part of the act that asked for it. */
export async function keepName(transaction: Transaction, actor: Actor, name: string): Promise<Actor> {
  await transaction.user.update({ where: { id: actor.userId }, data: { name }, select: { id: true } });
  await journal(transaction, { act: 'nameAccount', actorId: actor.userId });
  return { ...actor, name };
}
