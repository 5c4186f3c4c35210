import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Call } from '../../lib/domain/call.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { answerMessage, markMessagesRead, writeMessage } from '../../lib/operations/message.ts';
import { receive } from '../../lib/operations/reception.ts';
import { callById } from '../../lib/queries/call.ts';
import { memberThread, missionThread, threadsOfCall, unreadByMember } from '../../lib/queries/message.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenDossier, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

let callId: string;
let lead: Actor;
let administrator: Actor;
let reviewer: Actor;
beforeAll(async () => {
  callId = await givenOpenCall();
  lead = await givenPerson();
  administrator = await givenPerson('administrator');
  reviewer = await givenPerson('reviewer');
});

const says = (text: string, seenId: string | null = null) => ({ text, seenId });
const call = async () => (await callById(callId)) as Call;
const stateOf = async (actor: Actor, dossier: string) =>
  (await threadsOfCall(actor, await call()))?.find(({ dossierId }) => dossierId === dossier)?.state;
const mailsTo = (email: string) => prisma().mail.findMany({ where: { toAddress: email }, orderBy: { id: 'asc' } });

describe('a question before the closing', () => {
  it('goes to the administrators with its words and comes back to everybody of the dossier; each side sees what it has not read', async () => {
    const dossier = await givenDossier(lead, callId);
    const colleague = await givenPerson();
    await prisma().dossierMember.create({ data: { dossierId: dossier, userId: colleague.userId, role: 'contributor' } });
    expect(await missionThread(administrator, dossier, receive())).toBeNull();
    expect(await answerMessage(administrator, dossier, says('Bonjour'), receive())).toMatchObject({ refusal: 'notFound' });

    await must(writeMessage(lead, dossier, says('  Peut-on joindre\r\ndeux lettres ?  '), receive()));
    expect((await mailsTo(administrator.email)).at(-1)).toMatchObject({
      audience: 'nobody',
      text: expect.stringContaining('Peut-on joindre\ndeux lettres ?'),
    });
    expect(await stateOf(administrator, dossier)).toBe('unread');
    const thread = await missionThread(administrator, dossier, receive());
    expect(thread?.messages).toMatchObject([{ side: 'candidate', text: 'Peut-on joindre\ndeux lettres ?', unread: true, own: false }]);
    const seen = thread?.messages[0]?.id ?? '';
    await must(markMessagesRead(administrator, dossier, seen, receive()));
    expect(await stateOf(administrator, dossier)).toBe('unanswered');
    await must(answerMessage(administrator, dossier, says('Oui.', seen), receive()));
    expect(await stateOf(administrator, dossier)).toBe('answered');

    for (const member of [lead, colleague]) {
      expect((await mailsTo(member.email)).at(-1)).toMatchObject({ audience: 'team', text: expect.stringContaining('Oui.') });
      expect(await unreadByMember(member, dossier)).toBe(1);
    }
    const answer = (await memberThread(lead, dossier, receive()))?.messages.at(-1);
    expect(answer).toMatchObject({ side: 'mission', author: administrator.name, unread: true });
    await must(markMessagesRead(lead, dossier, answer?.id ?? '', receive()));
    expect(await unreadByMember(lead, dossier)).toBe(0);
    expect(await unreadByMember(colleague, dossier)).toBe(1);
  });

  it('is between the dossier and the administrators: nobody else knows of it', async () => {
    const dossier = await givenDossier(lead, callId);
    await must(writeMessage(lead, dossier, says('Une question'), receive()));
    for (const person of [await givenPerson(), reviewer, await givenPerson('committee'), await givenPerson('chair')]) {
      expect(await memberThread(person, dossier, receive())).toBeNull();
      expect(await missionThread(person, dossier, receive())).toBeNull();
      expect(await threadsOfCall(person, await call())).toBeNull();
      for (const act of [writeMessage, answerMessage])
        expect(await act(person, dossier, says('Moi'), receive())).toMatchObject({ refusal: 'notFound' });
      expect(await markMessagesRead(person, dossier, dossier, receive())).toMatchObject({ refusal: 'notFound' });
    }
    expect(await mailsTo(reviewer.email)).toEqual([]);
  });
});

describe('after the closing', () => {
  it('who examines a dossier may write too, and who withdrew from it sees nothing, hears nothing', async () => {
    const dossier = await givenSubmittedDossier(lead, callId);
    const draft = await givenDossier(lead, callId);
    await must(writeMessage(lead, draft, says('Trop tard ?'), receive()));
    const recused = await givenPerson('administrator');
    const { closesAt } = await prisma().call.findUniqueOrThrow({ where: { id: callId } });
    await close(callId);
    await must(answerMessage(reviewer, dossier, says('Une précision ?'), receive()));
    expect(await missionThread(reviewer, draft, receive())).toBeNull();
    expect((await threadsOfCall(reviewer, await call()))?.map(({ dossierId }) => dossierId)).toEqual([dossier]);
    await prisma().recusal.create({ data: { dossierId: dossier, userId: recused.userId } });
    const before = (await mailsTo(recused.email)).length;
    await must(writeMessage(lead, dossier, says('La voici.'), receive()));
    expect((await mailsTo(reviewer.email)).at(-1)?.text).toContain('La voici.');
    expect(await mailsTo(recused.email)).toHaveLength(before);
    expect(await missionThread(recused, dossier, receive())).toBeNull();
    expect(await stateOf(recused, dossier)).toBeUndefined();
    await prisma().call.update({ where: { id: callId }, data: { closesAt } });
  });
});

describe('a message', () => {
  it('has words, not too many, is sent once when pressed twice, and not by the dozen', async () => {
    const writer = await givenPerson();
    const dossier = await givenDossier(writer, callId);
    for (const text of [' \n ', 'x'.repeat(5001)])
      expect(await writeMessage(writer, dossier, says(text), receive())).toMatchObject({ problems: { message: expect.any(String) } });
    await Promise.all(Array.from({ length: 4 }, () => must(writeMessage(writer, dossier, says('Bonjour'), receive()))));
    expect(await prisma().message.count({ where: { dossierId: dossier } })).toBe(1);
    for (let n = 1; n < 40; n += 1) await must(writeMessage(writer, dossier, says(`Bonjour ${n}`), receive()));
    expect(await writeMessage(writer, dossier, says('Encore'), receive())).toMatchObject({ refusal: 'tooOften' });
    const another = await givenDossier(writer, callId);
    expect(await writeMessage(writer, another, says('Ailleurs'), receive()), 'nor from one dossier after another').toMatchObject({
      refusal: 'tooOften',
    });
    await must(answerMessage(administrator, dossier, says('Nous avons bien lu.'), receive()));
  });

  it('arrived while another was being read stays unread', async () => {
    const dossier = await givenDossier(lead, callId);
    await must(writeMessage(lead, dossier, says('Un'), receive()));
    const shown = (await missionThread(administrator, dossier, receive()))?.messages.at(-1)?.id ?? '';
    await must(writeMessage(lead, dossier, says('Deux'), receive()));
    await must(answerMessage(administrator, dossier, says('Réponse à un', shown), receive()));
    expect(await stateOf(administrator, dossier)).toBe('unread');
    const elsewhere = await givenDossier(lead, callId);
    await must(markMessagesRead(lead, elsewhere, shown, receive()));
    expect(await prisma().messageReading.count({ where: { dossierId: elsewhere } })).toBe(0);
  });

  it('never changes, and goes only with a draft that is deleted whole', async () => {
    const dossier = await givenDossier(lead, callId);
    await must(writeMessage(lead, dossier, says('Gravé'), receive()));
    await expect(prisma().message.updateMany({ where: { dossierId: dossier }, data: { text: 'Autre' } })).rejects.toThrow(/frozen/);
    await expect(prisma().message.deleteMany({ where: { dossierId: dossier } })).rejects.toThrow(/frozen/);
    await expect(prisma().$executeRaw`TRUNCATE messages`).rejects.toThrow(/frozen/);
    await must(deleteDraft(lead, dossier, receive()));
    expect(await prisma().message.count({ where: { dossierId: dossier } })).toBe(0);
  });
});
