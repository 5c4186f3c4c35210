import { describe, expect, it } from 'vitest';
import { parisDay } from '../../lib/domain/dates.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { askAccess } from '../../lib/operations/access-request.ts';
import { askCorrections } from '../../lib/operations/correction.ts';
import { answerMessage, writeMessage } from '../../lib/operations/message.ts';
import { receive } from '../../lib/operations/reception.ts';
import { askedAccesses, waitingFor } from '../../lib/queries/waiting.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

const nothing = { correctionsDueAt: null, toConfirm: false, unreadMessages: 0, accessRequests: 0 };

describe('what waits for the people of a dossier', () => {
  it('is nothing, then each thing once: messages, requests to join for a lead only, corrections until their due date', async () => {
    const [lead, colleague, stranger] = [await givenPerson(), await givenPerson(), await givenPerson()];
    const [administrator, reviewer] = [await givenPerson('administrator'), await givenPerson('reviewer')];
    const call = await givenOpenCall();
    const id = await givenSubmittedDossier(lead, call);
    await prisma().dossierMember.create({ data: { dossierId: id, userId: colleague.userId, role: 'contributor' } });
    expect((await waitingFor(lead)).get(id)).toEqual(nothing);
    expect((await waitingFor(stranger)).size).toBe(0);

    await must(writeMessage(lead, id, { text: 'Bonjour', seenId: null }, receive()));
    await must(answerMessage(administrator, id, { text: 'Bonjour à vous', seenId: null }, receive()));
    const { identifierScheme, identifier } = await prisma().dossier.findUniqueOrThrow({ where: { id } });
    await must(askAccess(stranger, call, { structure: `${identifierScheme}-${identifier}`, message: 'Je suis du service.' }));
    expect((await waitingFor(lead)).get(id)).toEqual({ ...nothing, unreadMessages: 1, accessRequests: 1 });
    expect((await waitingFor(colleague)).get(id)).toEqual({ ...nothing, unreadMessages: 1 });
    expect(await askedAccesses(stranger)).toMatchObject([{ identifier: { scheme: identifierScheme, value: identifier } }]);
    expect(await askedAccesses(lead)).toEqual([]);

    await close(call);
    const dueDay = parisDay(new Date(Date.now() + 86_400_000));
    await must(askCorrections(reviewer, id, { points: [{ section: 'fiche-3', text: 'Précisez.' }], dueDay }, receive()));
    expect((await waitingFor(colleague)).get(id)?.correctionsDueAt).toBeInstanceOf(Date);
    await prisma().$executeRaw`ALTER TABLE correction_requests DISABLE TRIGGER frozen`;
    await prisma().$executeRaw`UPDATE correction_requests SET due_at = clock_timestamp() WHERE dossier_id = ${id}::uuid`;
    await prisma().$executeRaw`ALTER TABLE correction_requests ENABLE TRIGGER frozen`;
    expect((await waitingFor(colleague)).get(id)?.correctionsDueAt).toBeNull();
  });
});
