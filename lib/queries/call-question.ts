import 'server-only';
import { type Actor, holdsRole } from '../domain/actor.ts';
import { prisma } from '../infra/prisma.ts';

/** A question as everybody reads it, with what it said before each correction, the last first. */
export type PublishedQuestion = {
  id: string;
  number: number;
  question: string;
  answer: string;
  publishedAt: Date;
  /** Null when it was never corrected. */
  modifiedAt: Date | null;
  former: { question: string; answer: string; publishedAt: Date }[];
};

/** The published questions of a call, in the order in which they were: the same for every reader. */
export async function publishedQuestions(callId: string): Promise<PublishedQuestion[]> {
  const rows = await prisma().callQuestion.findMany({
    where: { callId, state: 'published' },
    orderBy: { number: 'asc' },
    include: { answers: { orderBy: { version: 'desc' } } },
  });
  return rows.flatMap(({ id, number, answers: [current, ...former] }) => {
    if (!current || number === null) return [];
    const { question, answer, publishedAt } = current;
    const first = former.at(-1);
    return [
      {
        id,
        number,
        question,
        answer,
        publishedAt: first?.publishedAt ?? publishedAt,
        modifiedAt: first ? publishedAt : null,
        former: former.map((old) => ({ question: old.question, answer: old.answer, publishedAt: old.publishedAt })),
      },
    ];
  });
}

export type AskedQuestion = { id: string; askedText: string; askedAt: Date; wantsAnswer: boolean };

/** The questions of a call that wait, the oldest first, for its administrators; nobody else knows of them. */
export async function waitingQuestions(actor: Actor, callId: string): Promise<AskedQuestion[]> {
  if (!holdsRole(actor, 'administrator', callId)) return [];
  const rows = await prisma().callQuestion.findMany({ where: { callId, state: 'asked' }, orderBy: { askedAt: 'asc' } });
  return rows.map(({ id, askedText, askedAt, askerEmail }) => ({ id, askedText, askedAt, wantsAnswer: askerEmail !== null }));
}

/** How many wait, for the administrators of a call. */
export async function waitingQuestionCount(actor: Actor, callId: string): Promise<number> {
  return holdsRole(actor, 'administrator', callId) ? prisma().callQuestion.count({ where: { callId, state: 'asked' } }) : 0;
}

export type AdministeredQuestion = AskedQuestion & {
  callId: string;
  state: 'asked' | 'published' | 'dismissed';
  number: number | null;
  dismissedFor: string | null;
  current: { question: string; answer: string } | null;
};

/** One question, for the administrators of its call; null for anybody else. */
export async function administeredQuestion(actor: Actor, questionId: string): Promise<AdministeredQuestion | null> {
  const row = await prisma().callQuestion.findUnique({
    where: { id: questionId },
    include: { answers: { orderBy: { version: 'desc' }, take: 1 } },
  });
  if (!row || !holdsRole(actor, 'administrator', row.callId)) return null;
  const { id, callId, askedText, askedAt, askerEmail, state, number, dismissedFor, answers } = row;
  const [current] = answers;
  return {
    id,
    callId,
    askedText,
    askedAt,
    wantsAnswer: askerEmail !== null,
    state,
    number,
    dismissedFor,
    current: current ? { question: current.question, answer: current.answer } : null,
  };
}
