import { describe, expect, it } from 'vitest';
import { questionLimits } from '../../lib/domain/call-question.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { answerQuestion, askQuestion, dismissQuestion } from '../../lib/operations/call-question.ts';
import { receive } from '../../lib/operations/reception.ts';
import { administeredQuestion, publishedQuestions, waitingQuestionCount, waitingQuestions } from '../../lib/queries/call-question.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenOpenCall, givenPerson, must } from '../support/given.ts';

setUpDatabase();

const ask = (call: string, question: string, email = '', clientKey: string | null = null) =>
  askQuestion(null, call, { question, email }, clientKey, receive());
const lastAsked = async (callId: string) =>
  (await prisma().callQuestion.findFirstOrThrow({ where: { callId }, orderBy: { askedAt: 'desc' } })).id;
const key = (letter: string) => letter.repeat(64);

describe('asking', () => {
  it('anybody may, without an account; nobody reads it before it is published, but the administrators', async () => {
    const call = await givenOpenCall();
    await must(ask(call, 'Un syndicat mixte peut-il candidater ? Paul Dupont, 06 00 00 00 00', 'paul@pays.example'));
    expect(await publishedQuestions(call)).toEqual([]);
    const administrator = await givenPerson('administrator');
    expect(await waitingQuestions(administrator, call)).toMatchObject([{ wantsAnswer: true, askedText: expect.stringContaining('Paul') }]);
    for (const actor of [await givenPerson(), await givenPerson('reviewer', 'committee', 'chair')]) {
      expect(await waitingQuestions(actor, call)).toEqual([]);
      expect(await waitingQuestionCount(actor, call)).toBe(0);
      expect(await administeredQuestion(actor, await lastAsked(call))).toBeNull();
    }
    const [line] = await prisma().journalEntry.findMany({ where: { callId: call, act: 'askQuestion' } });
    expect(JSON.stringify(line?.data)).not.toMatch(/Paul|pays\.example/);
  });

  it('is bounded for one network address, for one call, and in all', async () => {
    const call = await givenOpenCall();
    const from = await Promise.all(
      Array.from({ length: questionLimits.perClient + 3 }, (_, n) => ask(call, `Question ${n} ?`, '', key('a'))),
    );
    expect(from.filter(({ ok }) => ok)).toHaveLength(questionLimits.perClient);
    expect(from.find(({ ok }) => !ok)).toMatchObject({ refusal: 'tooManyQuestions' });
    expect(await ask(call, 'Une autre ?', '', key('b'))).toMatchObject({ ok: true });

    const busy = await givenOpenCall();
    await prisma().callQuestion.createMany({
      data: Array.from({ length: questionLimits.perCall }, () => ({ callId: busy, askedText: '?', askedAt: new Date() })),
    });
    expect(await ask(busy, 'Encore ?')).toMatchObject({ refusal: 'tooManyQuestions' });

    const full = await givenOpenCall();
    const yesterday = new Date(Date.now() - 86_400_000);
    await prisma().callQuestion.createMany({
      data: Array.from({ length: questionLimits.waiting }, () => ({ callId: full, askedText: '?', askedAt: yesterday })),
    });
    expect(await ask(full, 'Encore ?')).toMatchObject({ refusal: 'tooManyQuestions' });
  });

  it('stops at the closing, and says so; an unknown call is not found', async () => {
    const call = await givenOpenCall();
    expect(await ask(call, ' ')).toMatchObject({ refusal: 'invalid' });
    await close(call);
    expect(await ask(call, 'Trop tard ?')).toMatchObject({ refusal: 'questionsClosed' });
    expect(await ask('nowhere', 'Où ?')).toMatchObject({ refusal: 'notFound' });
  });
});

describe('publishing', () => {
  it('gives it its number and its public words; whoever asked is told once, then forgotten', async () => {
    const call = await givenOpenCall();
    const administrator = await givenPerson('administrator');
    await must(ask(call, 'Paul Dupont : un syndicat mixte peut-il candidater ?', 'paul@pays.example'));
    const id = await lastAsked(call);
    const typed = { question: 'Un syndicat mixte peut-il candidater ?', answer: 'Oui.' };
    for (const actor of [await givenPerson(), await givenPerson('chair')])
      expect(await answerQuestion(actor, id, typed, receive())).toMatchObject({ refusal: 'notFound' });
    expect(await answerQuestion(administrator, id, { ...typed, answer: '' }, receive())).toMatchObject({ refusal: 'invalid' });

    expect(await must(answerQuestion(administrator, id, typed, receive()))).toEqual({ number: 1 });
    const published = await publishedQuestions(call);
    expect(published).toMatchObject([{ number: 1, ...typed, modifiedAt: null, former: [] }]);
    expect(JSON.stringify(published)).not.toContain('Paul');
    const mails = await prisma().mail.findMany({ where: { toAddress: 'paul@pays.example' } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('/questions#question-1');
    expect(await prisma().callQuestion.findUnique({ where: { id } })).toMatchObject({ askerEmail: null, state: 'published' });
  });

  it('corrected, keeps what it said; the same words again change nothing; nothing published is ever changed in place', async () => {
    const call = await givenOpenCall();
    const administrator = await givenPerson('administrator');
    await must(ask(call, 'Quand ?', 'corrige@pays.example'));
    const id = await lastAsked(call);
    await must(answerQuestion(administrator, id, { question: 'Quand ?', answer: 'En mars.' }, receive()));
    await must(answerQuestion(administrator, id, { question: 'Quand ?', answer: 'En avril.' }, receive()));
    await must(answerQuestion(administrator, id, { question: 'Quand ?', answer: ' En avril. ' }, receive()));
    const [published] = await publishedQuestions(call);
    expect(published).toMatchObject({ answer: 'En avril.', modifiedAt: expect.any(Date), former: [{ answer: 'En mars.' }] });
    expect(await prisma().mail.count({ where: { toAddress: 'corrige@pays.example' } })).toBe(1);
    await expect(prisma().callAnswer.updateMany({ where: { questionId: id }, data: { answer: 'Jamais.' } })).rejects.toThrow(/frozen/);
    await expect(prisma().callAnswer.deleteMany({ where: { questionId: id } })).rejects.toThrow(/frozen/);
    expect(await dismissQuestion(administrator, id, 'Trop tard', receive())).toMatchObject({ refusal: 'questionAnswered' });
  });

  it('several at once get numbers of their own, without a gap', async () => {
    const call = await givenOpenCall();
    const administrator = await givenPerson('administrator');
    for (const n of [1, 2, 3, 4]) await must(ask(call, `Question ${n} ?`));
    const waiting = await waitingQuestions(administrator, call);
    const typed = { question: 'Publique ?', answer: 'Oui.' };
    await Promise.all(waiting.map(({ id }) => must(answerQuestion(administrator, id, typed, receive()))));
    expect((await publishedQuestions(call)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('left aside with a reason, is told to whoever asked and published nowhere', async () => {
    const call = await givenOpenCall();
    const administrator = await givenPerson('administrator');
    await must(ask(call, 'Où en est mon dossier ?', 'alix@pays.example'));
    const id = await lastAsked(call);
    expect(await dismissQuestion(await givenPerson('reviewer'), id, 'Personnelle', receive())).toMatchObject({ refusal: 'notFound' });
    expect(await dismissQuestion(administrator, id, ' ', receive())).toMatchObject({ refusal: 'invalid' });
    await must(dismissQuestion(administrator, id, 'Elle ne concerne que votre dossier.', receive()));
    expect(await publishedQuestions(call)).toEqual([]);
    expect(await waitingQuestionCount(administrator, call)).toBe(0);
    const mail = await prisma().mail.findFirstOrThrow({ where: { toAddress: 'alix@pays.example' } });
    expect(mail.text).toContain('Elle ne concerne que votre dossier.');
  });
});
