import { beforeAll, describe, expect, it } from 'vitest';
import type { CurrentReceipt } from '../../lib/documents/receipt.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { proofFields } from '../../lib/domain/assisted-deposit.ts';
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { answerAssistedDeposit, inviteTerritory } from '../../lib/operations/assisted-answer.ts';
import { depositForTerritory, startAssistedDeposit } from '../../lib/operations/assisted-deposit.ts';
import { attachOriginal } from '../../lib/operations/assisted-original.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { answerInvitation } from '../../lib/operations/team.ts';
import { ownDossier } from '../../lib/queries/dossier.ts';
import { examinedDossier } from '../../lib/queries/instruction.ts';
import { myInvitations } from '../../lib/queries/team.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, freshSiren, givenDossier, givenOpenCall, givenPdf, givenPerson, letterPlace, must } from '../support/given.ts';

setUpDatabase();

const HOUR = 3_600_000;
const day = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'numeric', year: 'numeric' });
const time = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

let agent: Actor;
let colleague: Actor;
beforeAll(async () => {
  agent = await givenPerson('administrator', 'reviewer');
  colleague = await givenPerson('administrator', 'reviewer');
});

const structure = () => ({
  'nom-structure': 'Pays reçu par courriel',
  nature: 'intercommunalite',
  siren: freshSiren(),
  territoire: 'Pays',
  population: '',
});
const proof =
  (receivedAt: Date, contact: string, change: Record<string, string> = {}) =>
  (name: string): string =>
    ({
      [proofFields.channel]: 'email',
      [proofFields.day]: day.format(receivedAt),
      [proofFields.time]: time.format(receivedAt),
      [proofFields.reference]: 'Courriel du 4 octobre, n° 118',
      [proofFields.contact]: contact,
      ...change,
    })[name] ?? '';

/** A dossier being entered by the agent, received an hour ago, for this contact. */
async function givenEntering(call: string, contact: string): Promise<string> {
  return (await must(startAssistedDeposit(agent, call, structure(), proof(new Date(Date.now() - HOUR), contact), receive()))).dossierId;
}

async function givenAwaiting(call: string, contact: Actor): Promise<string> {
  const dossierId = await givenEntering(call, contact.email);
  await must(attachOriginal(agent, dossierId, await givenPdf('Original'), receive()));
  await must(depositForTerritory(agent, dossierId, receive()));
  return dossierId;
}

async function accept(contact: Actor, dossierId: string): Promise<void> {
  const { id } = await prisma().invitation.findFirstOrThrow({ where: { dossierId, email: contact.email } });
  await must(answerInvitation(contact, id, true));
}

describe('entering a dossier received otherwise than here', () => {
  it('only an administrator may; anybody else is told nothing, whatever they typed', async () => {
    const call = await givenOpenCall();
    for (const actor of [await givenPerson(), await givenPerson('reviewer'), await givenPerson('chair')]) {
      expect(await startAssistedDeposit(actor, call, {}, () => '', receive())).toMatchObject({ refusal: 'notFound' });
    }
  });

  it('received after the closing or before the opening: refused, even with good words; in the future: to be corrected', async () => {
    const call = await givenOpenCall();
    const at = (instant: Date) => startAssistedDeposit(agent, call, structure(), proof(instant, 'pays@pays.example'), receive());
    expect(await at(new Date(Date.now() - 48 * HOUR))).toMatchObject({ refusal: 'receivedOutsideDeposit' });
    expect(await at(new Date(Date.now() + HOUR))).toMatchObject({
      refusal: 'invalid',
      problems: { [proofFields.day]: expect.any(String) },
    });
    await close(call);
    expect(await at(new Date(Date.now() + 60_000))).toMatchObject({ ok: false });
    expect(await prisma().assistedDeposit.count({ where: { dossier: { callId: call } } })).toBe(0);
  });

  it('every mistake is told at once, and the person asked to confirm is not of the Mission', async () => {
    const call = await givenOpenCall();
    const result = await startAssistedDeposit(agent, call, { ...structure(), siren: '123' }, () => '', receive());
    expect(Object.keys((!result.ok && result.problems) || {}).sort()).toEqual(
      ['siren', proofFields.channel, proofFields.day, proofFields.time, proofFields.reference, proofFields.contact].sort(),
    );
    for (const { email } of [agent, colleague])
      expect(await startAssistedDeposit(agent, call, structure(), proof(new Date(Date.now() - HOUR), email), receive())).toMatchObject({
        problems: { [proofFields.contact]: expect.stringContaining('personne de la Mission') },
      });
  });

  it('a structure that has a dossier already keeps it', async () => {
    const call = await givenOpenCall();
    const dossierId = await givenDossier(await givenPerson(), call);
    const { identifier } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const again = { ...structure(), siren: identifier };
    expect(
      await startAssistedDeposit(agent, call, again, proof(new Date(Date.now() - HOUR), 'pays@pays.example'), receive()),
    ).toMatchObject({
      refusal: 'territoryHasDossier',
    });
  });

  it('after the closing the agent still enters and deposits it, as received in time; nobody else writes in it', async () => {
    const call = await givenOpenCall();
    const dossierId = await givenEntering(call, 'mairie@pays.example');
    await close(call);
    await must(saveSection(agent, dossierId, 'presentation', { presentation: 'Un pays de collines.' }, 0, receive()));
    await must(attachFile(agent, dossierId, letterPlace, await givenPdf(), receive()));
    expect(await saveSection(colleague, dossierId, 'presentation', { presentation: 'Autre' }, 1, receive())).toMatchObject({
      refusal: 'notFound',
    });
    expect(await ownDossier(colleague, dossierId, receive())).toBeNull();
    expect(await depositForTerritory(agent, dossierId, receive())).toMatchObject({ refusal: 'originalMissing' });
    expect(await attachOriginal(colleague, dossierId, await givenPdf(), receive())).toMatchObject({ refusal: 'notFound' });
    await must(attachOriginal(agent, dossierId, await givenPdf('Premier'), receive()));
    await must(attachOriginal(agent, dossierId, await givenPdf('Second'), receive()));
    expect(await prisma().storedFile.count({ where: { dossierId } })).toBe(2);
    expect(await depositForTerritory(colleague, dossierId, receive())).toMatchObject({ refusal: 'notFound' });
    await must(depositForTerritory(agent, dossierId, receive()));
  });

  it('given up before being deposited, leaves the structure free', async () => {
    const call = await givenOpenCall();
    const dossierId = await givenEntering(call, 'mairie@pays.example');
    await must(attachOriginal(agent, dossierId, await givenPdf(), receive()));
    expect(await deleteDraft(colleague, dossierId, receive())).toMatchObject({ refusal: 'notFound' });
    await must(deleteDraft(agent, dossierId, receive()));
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toBeNull();
  });
});

describe('the deposit', () => {
  it('counts from the reception; the version, the receipt and the mail say how it came; what proves it never changes', async () => {
    const call = await givenOpenCall();
    const contact = await givenPerson();
    const dossierId = await givenAwaiting(call, contact);
    const { receivedAt } = await prisma().assistedDeposit.findUniqueOrThrow({ where: { dossierId } });
    const dossier = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId }, include: { versions: true, mails: true } });
    expect(dossier).toMatchObject({ status: 'submitted', submittedVersion: 1, submittedAt: receivedAt });
    const snapshot = dossier.versions[0]?.snapshot as unknown as Snapshot;
    expect(dossier.versions[0]?.receivedAt).toEqual(receivedAt);
    expect(dossier.versions[0]?.recordedAt.getTime()).toBeGreaterThan(receivedAt.getTime() + HOUR / 2);
    expect(snapshot.assisted).toMatchObject({
      channel: 'email',
      reference: 'Courriel du 4 octobre, n° 118',
      original: { name: 'lettre.pdf' },
    });
    const { data } = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'receipt' } });
    const receipt = data as unknown as CurrentReceipt;
    expect(receipt.assisted).toMatchObject({ channel: 'par courriel', enteredBy: agent.name });
    expect(receipt.parts.some(({ state }) => state === 'missing')).toBe(true);
    expect(dossier.mails).toMatchObject([{ toAddress: contact.email, subject: expect.stringContaining('relisez-le et confirmez') }]);
    expect(dossier.mails[0]?.text).toContain('non confirmé par le territoire');

    const change = (data: object) => prisma().assistedDeposit.update({ where: { dossierId }, data });
    await expect(change({ receivedAt: new Date(0) })).rejects.toThrow(/frozen/);
    await expect(change({ channel: 'paper' })).rejects.toThrow(/frozen/);
    await expect(change({ enteredById: colleague.userId })).rejects.toThrow(/frozen/);
    await expect(change({ state: 'entering' })).rejects.toThrow(/frozen/);
    await expect(prisma().assistedDeposit.delete({ where: { dossierId } })).rejects.toThrow(/frozen/);
    const told = await prisma().journalEntry.findMany({
      where: { dossierId, act: { in: ['startAssistedDeposit', 'depositForTerritory'] } },
    });
    expect(told.map(({ actorId }) => actorId)).toEqual([agent.userId, agent.userId]);
    expect(told[0]?.data).toMatchObject({ channel: 'email', receivedAt: receivedAt.toISOString() });
  });

  it('whoever entered it neither reads nor judges it afterwards, nor answers for the territory; another person examines it', async () => {
    const call = await givenOpenCall();
    const contact = await givenPerson();
    const dossierId = await givenAwaiting(call, contact);
    await close(call);
    expect(await examinedDossier(agent, dossierId)).toBeNull();
    expect(await ownDossier(agent, dossierId, receive())).toBeNull();
    expect(await examinedDossier(colleague, dossierId)).not.toBeNull();
    await prisma().dossierMember.create({ data: { dossierId, userId: agent.userId, role: 'lead' } });
    expect(await answerAssistedDeposit(agent, dossierId, { confirms: true, reason: '' }, receive())).toMatchObject({ refusal: 'notFound' });
    expect(await depositForTerritory(agent, dossierId, receive())).toMatchObject({ refusal: 'notFound' });
  });
});

describe('the territory’s answer', () => {
  it('is confirmed once, by its lead; the agent is told', async () => {
    const call = await givenOpenCall();
    const contact = await givenPerson();
    const dossierId = await givenAwaiting(call, contact);
    expect(await answerAssistedDeposit(contact, dossierId, { confirms: true, reason: '' }, receive())).toMatchObject({
      refusal: 'notFound',
    });
    await accept(contact, dossierId);
    await close(call);
    expect(await answerAssistedDeposit(contact, dossierId, { confirms: false, reason: ' ' }, receive())).toMatchObject({
      refusal: 'invalid',
    });
    await must(answerAssistedDeposit(contact, dossierId, { confirms: true, reason: 'ignorée' }, receive()));
    expect(await prisma().assistedDeposit.findUnique({ where: { dossierId } })).toMatchObject({
      state: 'confirmed',
      reason: '',
      answeredById: contact.userId,
    });
    expect(await answerAssistedDeposit(contact, dossierId, { confirms: false, reason: 'Non' }, receive())).toMatchObject({
      refusal: 'nothingToConfirm',
    });
    const mail = await prisma().mail.findFirstOrThrow({ where: { dossierId, toAddress: agent.email } });
    expect(mail.subject).toContain('Le territoire confirme');
  });

  it('is asked in the words of a confirmation, of the person who confirms only; a colleague is invited as anywhere', async () => {
    const contact = await givenPerson();
    const dossierId = await givenAwaiting(await givenOpenCall(), contact);
    expect(await myInvitations(contact)).toMatchObject([{ toConfirm: true }]);
    const invited = await givenPerson();
    const invitation = { dossierId, email: invited.email, role: 'contributor' as const, invitedById: contact.userId };
    await prisma().invitation.create({ data: invitation });
    expect(await myInvitations(invited)).toMatchObject([{ toConfirm: false }]);
    await prisma().assistedDeposit.update({ where: { dossierId }, data: { state: 'confirmed', answeredAt: new Date() } });
    expect(await myInvitations(contact)).toMatchObject([{ toConfirm: false }]);
  });

  it('may be a refusal with its reason; depositing one’s own version answers too', async () => {
    const call = await givenOpenCall();
    const contact = await givenPerson();
    const dossierId = await givenAwaiting(call, contact);
    await accept(contact, dossierId);
    await must(answerAssistedDeposit(contact, dossierId, { confirms: false, reason: 'Il manque la page 3.' }, receive()));
    expect(await prisma().assistedDeposit.findUnique({ where: { dossierId } })).toMatchObject({
      state: 'refused',
      reason: 'Il manque la page 3.',
    });

    const complete = await givenDossier(await givenPerson(), call);
    const pages = await prisma().dossierSection.findMany({ where: { dossierId: complete, code: { not: 'structure' } } });
    for (const { code, answers } of pages) await must(saveSection(contact, dossierId, code, answers as never, 0, receive()));
    await must(attachFile(contact, dossierId, letterPlace, await givenPdf(), receive()));
    expect(await must(submitDossier(contact, dossierId, 2, receive()))).toMatchObject({ version: 2 });
    expect(await prisma().assistedDeposit.findUnique({ where: { dossierId } })).toMatchObject({ state: 'confirmed', reason: '' });
    const last = await prisma().dossierVersion.findFirstOrThrow({ where: { dossierId, version: 2 } });
    expect((last.snapshot as unknown as Snapshot).assisted).toBeUndefined();
  });

  it('is asked at another address when the first was wrong, which then opens nothing', async () => {
    const call = await givenOpenCall();
    const wrong = await givenPerson();
    const right = await givenPerson();
    const dossierId = await givenAwaiting(call, wrong);
    expect(await inviteTerritory(await givenPerson(), dossierId, right.email, receive())).toMatchObject({ refusal: 'notFound' });
    expect(await inviteTerritory(agent, dossierId, agent.email, receive())).toMatchObject({ refusal: 'emailInvalid' });
    await must(inviteTerritory(agent, dossierId, right.email, receive()));
    expect(await prisma().invitation.findMany({ where: { dossierId }, select: { email: true } })).toEqual([{ email: right.email }]);
    await accept(right, dossierId);
    await must(answerAssistedDeposit(right, dossierId, { confirms: true, reason: '' }, receive()));
    expect(await inviteTerritory(colleague, dossierId, wrong.email, receive())).toMatchObject({ ok: false });
  });
});
