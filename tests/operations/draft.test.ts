import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { createDossier } from '../../lib/operations/dossier.ts';
import { deleteDraft, removeOldDrafts } from '../../lib/operations/draft.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { answersOf } from '../../prisma/demonstration/answers.ts';
import { territories } from '../../prisma/demonstration/territories.ts';
import { setUpDatabase } from '../support/database.ts';
import {
  close,
  closeAt,
  givenDossier,
  givenOpenCall,
  givenPdf,
  givenPerson,
  givenSubmittedDossier,
  letterPlace,
  must,
} from '../support/given.ts';

setUpDatabase();

describe('deleting a draft', () => {
  let call: string;
  let lead: Actor;
  beforeAll(async () => {
    call = await givenOpenCall();
    lead = await givenPerson();
  });

  it('removes it with its files, tells the journal, and frees the SIREN', async () => {
    const dossierId = await givenDossier(lead, call);
    await must(attachFile(lead, dossierId, letterPlace, await givenPdf(), receive()));
    const { identifier: siren } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const colleague = await givenPerson();
    await prisma().dossierMember.create({ data: { dossierId, userId: colleague.userId, role: 'contributor' } });
    await must(deleteDraft(lead, dossierId, receive()));
    const told = await prisma().mail.findMany({
      where: { subject: { contains: 'est supprimé' }, toAddress: { in: [lead.email, colleague.email] } },
    });
    expect(told).toMatchObject([{ toAddress: colleague.email, text: expect.stringContaining(lead.email) }]);
    expect(await prisma().dossier.count({ where: { id: dossierId } })).toBe(0);
    expect(await prisma().storedFile.count({ where: { dossierId } })).toBe(0);
    expect(await prisma().dossierSection.count({ where: { dossierId } })).toBe(0);
    const [line] = await prisma().journalEntry.findMany({ where: { dossierId, act: 'deleteDraft' } });
    expect(line).toMatchObject({ actorId: lead.userId, callId: call, data: { identifierScheme: 'siren', identifier: siren } });

    const again = answersOf(territories[0] ?? never()).structure ?? {};
    expect(await createDossier(await givenPerson(), call, { ...again, siren }, receive())).toMatchObject({ ok: true });
  });

  it('is still possible after the closing: a draft nobody deposited binds nobody', async () => {
    const ownCall = await givenOpenCall();
    const dossierId = await givenDossier(lead, ownCall);
    await close(ownCall);
    expect(await deleteDraft(lead, dossierId, receive())).toMatchObject({ ok: true });
  });

  it('never touches what was submitted', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    expect(await deleteDraft(lead, dossierId, receive())).toMatchObject({ ok: false, refusal: 'wrongStatus' });
    expect(await prisma().dossier.count({ where: { id: dossierId } })).toBe(1);
  });

  it('is for its lead only; to strangers it does not exist', async () => {
    const dossierId = await givenDossier(lead, call);
    const colleague = await givenPerson();
    await prisma().dossierMember.create({ data: { dossierId, userId: colleague.userId, role: 'contributor' } });
    for (const person of [colleague, await givenPerson(), await givenPerson('administrator')]) {
      expect(await deleteDraft(person, dossierId, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    }
    expect(await deleteDraft(lead, 'nothing', receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await prisma().dossier.count({ where: { id: dossierId } })).toBe(1);
  });
});

function never(): never {
  throw new Error('the demonstration has territories');
}

describe('drafts nobody submitted', () => {
  const monthsAgo = (months: number, days: number) => {
    const date = new Date();
    date.setMonth(date.getMonth() - months);
    return new Date(date.getTime() - days * 86_400_000);
  };

  it('are erased six months after the closing that held for them, by the service, and nothing that was submitted is', async () => {
    const lead = await givenPerson();
    const [old, recent] = [await givenOpenCall(), await givenOpenCall()];
    const [forgotten, authorised] = [await givenDossier(lead, old), await givenDossier(lead, old)];
    const submitted = await givenSubmittedDossier(lead, old);
    const young = await givenDossier(lead, recent);
    const until = new Date(Date.now() - 86_400_000);
    await prisma().lateAuthorisation.create({
      data: { dossierId: authorised, until, reason: 'Panne.', givenById: lead.userId, givenAt: until },
    });
    await closeAt(old, monthsAgo(6, 1));
    await closeAt(recent, monthsAgo(5, 20));
    expect(await removeOldDrafts()).toBe(1);
    const left = await prisma().dossier.findMany({
      where: { id: { in: [forgotten, authorised, submitted, young] } },
      select: { id: true },
    });
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([authorised, submitted, young]));
    expect(await prisma().journalEntry.findMany({ where: { dossierId: forgotten, act: 'deleteDraft' } })).toMatchObject([
      { actorId: null },
    ]);
    expect(await removeOldDrafts()).toBe(0);
  });
});
