import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { inChangeHour, typedInstant } from '../../lib/domain/closing.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { decideEligibility } from '../../lib/operations/examination.ts';
import { authoriseLate, recordIncident, reviewIncident } from '../../lib/operations/extension.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { sendDueReminders } from '../../lib/operations/reminder.ts';
import { recuse } from '../../lib/operations/review.ts';
import { freezeSelection } from '../../lib/operations/selection.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { answerVisa, askVisa } from '../../lib/operations/visa.ts';
import { callById } from '../../lib/queries/call.ts';
import { authorisationUsed, extensionOf, stillAuthorisedIn } from '../../lib/queries/closing.ts';
import { boardsFor } from '../../lib/queries/committee.ts';
import { myDossiers, ownDossier } from '../../lib/queries/dossier.ts';
import { examinedDossier, listDossiers, readFilters } from '../../lib/queries/instruction.ts';
import { dossierForVisa } from '../../lib/queries/visa.ts';
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

const HOUR_MS = 3_600_000;
/** A full minute of Paris that far from now, at an hour that may be typed. */
function inHours(hours: number): Date {
  const instant = new Date(Math.floor((Date.now() + hours * HOUR_MS) / 60_000) * 60_000);
  return inChangeHour(instant) ? inHours(hours + 2) : instant;
}
/** The closing as it is typed: by its last minute. */
const lastMinuteOf = (closing: Date) => typedInstant(new Date(closing.getTime() - 60_000));
const incident = (closing: Date) => ({
  from: typedInstant(inHours(-3)),
  to: typedInstant(inHours(-1)),
  description: 'Les codes de connexion n’arrivaient plus.',
  closing: lastMinuteOf(closing),
});
const authorisation = (structure: string, until: Date) => ({ structure, until: lastMinuteOf(until), reason: 'Hospitalisation.' });
const sirenOf = async (id: string) => (await prisma().dossier.findUniqueOrThrow({ where: { id } })).identifier;
const mailsTo = (email: string, subject: string) => prisma().mail.count({ where: { toAddress: email, subject: { contains: subject } } });
const everything = readFilters({});

let administrator: Actor;
let reviewer: Actor;
beforeAll(async () => {
  administrator = await givenPerson('administrator');
  reviewer = await givenPerson('reviewer');
});

describe('an incident', () => {
  it('moves the closing for all, is kept, journaled, and told to every person of every dossier', async () => {
    const call = await givenOpenCall();
    const [lead, other] = [await givenPerson(), await givenPerson()];
    await givenDossier(lead, call);
    await givenSubmittedDossier(other, call);
    const closing = inHours(48);
    await must(recordIncident(administrator, call, incident(closing), receive()));
    expect((await callById(call))?.closesAt).toEqual(closing);
    expect(await extensionOf(await callById(call))).toMatchObject({ closesAt: closing, description: expect.stringContaining('codes') });
    expect(await prisma().journalEntry.count({ where: { callId: call, act: 'recordIncident', actorId: administrator.userId } })).toBe(1);
    for (const { email } of [lead, other]) expect(await mailsTo(email, 'Le dépôt est prolongé')).toBe(1);
    await expect(prisma().incident.updateMany({ where: { callId: call }, data: { description: '' } })).rejects.toThrow(/frozen/);
    await expect(prisma().incident.deleteMany({ where: { callId: call } })).rejects.toThrow(/frozen/);
  });

  it('recorded after the closing reopens the deposit, and seals the dossiers again', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const dossier = await givenDossier(lead, call);
    const submitted = await givenSubmittedDossier(await givenPerson(), call);
    await close(call);
    expect(await submitDossier(lead, dossier, 1, receive())).toMatchObject({ refusal: 'depositClosed' });
    expect(await examinedDossier(reviewer, submitted)).not.toBeNull();
    await must(recordIncident(administrator, call, incident(inHours(5)), receive()));
    expect(await examinedDossier(reviewer, submitted)).toBeNull();
    await must(attachFile(lead, dossier, letterPlace, await givenPdf(), receive()));
    await must(submitDossier(lead, dossier, 1, receive()));
  });

  it.each([
    ['an eligibility', (id: string) => decideEligibility(reviewer, id, { verdict: 'eligible', reason: 'Oui.' }, receive())],
    ['a recusal', (id: string) => recuse(reviewer, id, '', receive())],
  ])('is refused once the Mission has written %s', async (_, examine) => {
    const call = await givenOpenCall();
    const dossier = await givenSubmittedDossier(await givenPerson(), call);
    await close(call);
    await must(examine(dossier) as Promise<never>);
    const former = (await callById(call))?.closesAt;
    expect(await recordIncident(administrator, call, incident(inHours(5)), receive())).toMatchObject({ refusal: 'examinationBegun' });
    expect(await authoriseLate(administrator, call, authorisation(await sirenOf(dossier), inHours(5)), receive())).toMatchObject({
      refusal: 'examinationBegun',
    });
    expect((await callById(call))?.closesAt).toEqual(former);
    expect(await prisma().incident.count({ where: { callId: call } })).toBe(0);
  });

  it('is not prevented by a visa given on a dossier, nor by one received on paper: nobody has examined anything', async () => {
    const call = await givenOpenCall();
    const [lead, superior] = [await givenPerson(), await givenPerson()];
    const dossier = await givenDossier(lead, call);
    await must(askVisa(lead, dossier, { name: 'Noémie Petit', function: 'directrice', email: superior.email }, receive()));
    const sha256 = (await dossierForVisa(superior, dossier, receive()))?.sha256 ?? '';
    await must(answerVisa(superior, dossier, { answer: 'given', comment: '', sha256 }, receive()));
    const entered = await givenDossier(await givenPerson(), call);
    const proof = { channel: 'paper' as const, receivedAt: new Date(), reference: 'Pli n° 12', contactEmail: 'territoire@exemple.fr' };
    await prisma().assistedDeposit.create({ data: { dossierId: entered, ...proof, enteredById: administrator.userId } });
    await prisma().recusal.create({ data: { dossierId: entered, userId: administrator.userId, reason: 'A saisi ce dossier.' } });
    await close(call);
    await must(authoriseLate(administrator, call, authorisation(await sirenOf(dossier), inHours(5)), receive()));
    await must(recordIncident(administrator, call, incident(inHours(5)), receive()));
  });

  it('is read again before it is published: nothing moves, nothing is kept, and the same words are then recorded', async () => {
    const call = await givenOpenCall();
    const formerClosesAt = (await callById(call))?.closesAt;
    const typed = incident(inHours(48));
    const reviewed = await reviewIncident(administrator, call, typed, receive());
    expect(reviewed).toMatchObject({ ok: true, value: { formerClosesAt, closed: false, incident: { description: typed.description } } });
    expect((await callById(call))?.closesAt).toEqual(formerClosesAt);
    expect(await prisma().incident.count({ where: { callId: call } })).toBe(0);
    await must(recordIncident(administrator, call, typed, receive()));
    expect(await extensionOf(await callById(call))).toMatchObject(reviewed.ok ? reviewed.value.incident : {});
    expect(await reviewIncident(administrator, call, typed, receive())).toMatchObject({ problems: { closingDay: expect.any(String) } });
    for (const actor of [await givenPerson(), reviewer])
      expect(await reviewIncident(actor, call, typed, receive())).toMatchObject({ refusal: 'notFound' });
  });

  it('comes back with what is to be corrected, and nothing moves', async () => {
    const call = await givenOpenCall();
    const { closesAt } = (await callById(call)) ?? {};
    expect(await recordIncident(administrator, call, { ...incident(inHours(1)), description: '' }, receive())).toMatchObject({
      refusal: 'invalid',
      problems: { description: expect.any(String), closingDay: expect.any(String) },
    });
    expect((await callById(call))?.closesAt).toEqual(closesAt);
  });

  it('does not exist for whoever does not administer the call', async () => {
    const call = await givenOpenCall();
    for (const actor of [await givenPerson(), reviewer, await givenPerson('chair')]) {
      expect(await recordIncident(actor, call, incident(inHours(48)), receive())).toMatchObject({ refusal: 'notFound' });
    }
    expect(await recordIncident(administrator, 'x', incident(inHours(48)), receive())).toMatchObject({ refusal: 'notFound' });
  });

  it('gives reminders of its own to the new closing: each step once, and none for a step its mail has already told', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const dossier = await givenDossier(lead, call);
    await prisma().$executeRaw`UPDATE dossiers SET created_at = now() - interval '30 days' WHERE id = ${dossier}::uuid`;
    await closeAt(call, inHours(2));
    const all = async () => (await Promise.all(Array.from({ length: 4 }, () => sendDueReminders()))).reduce((sum, count) => sum + count);
    expect(await all()).toBe(1);
    await must(recordIncident(administrator, call, incident(inHours(20)), receive()));
    expect(await all()).toBe(0); // a day before the new closing is past: the mail of the extension has just told it
    await sinceRecorded(call, 10);
    expect(await all()).toBe(1);
    expect(await all()).toBe(0);
    expect(await mailsTo(lead.email, 'pas encore déposé')).toBe(2);
  });
});

describe('an individual authorisation', () => {
  it('lets one dossier be submitted after the closing, says so to its people, and leaves the others closed', async () => {
    const call = await givenOpenCall();
    const [lead, other] = [await givenPerson(), await givenPerson()];
    const dossier = await givenDossier(lead, call);
    const refused = await givenDossier(other, call);
    for (const [who, id] of [
      [lead, dossier],
      [other, refused],
    ] as const)
      await must(attachFile(who, id, letterPlace, await givenPdf(), receive()));
    await close(call);
    expect(await submitDossier(lead, dossier, 1, receive())).toMatchObject({ refusal: 'depositClosed' });

    const until = inHours(24);
    await must(authoriseLate(administrator, call, authorisation(await sirenOf(dossier), until), receive()));
    expect(await mailsTo(lead.email, 'Vous pouvez déposer votre dossier')).toBe(1);
    const own = await ownDossier(lead, dossier, receive());
    expect(own).toMatchObject({ phase: 'deposit', call: { closesAt: until }, authorisation: { until, reason: 'Hospitalisation.' } });
    expect(await myDossiers(lead, new Date())).toMatchObject([{ closesAt: until }]);
    await must(saveSection(lead, dossier, 'fiche-3', { '3-1': 'Réponse revue' }, 1, receive()));
    await must(submitDossier(lead, dossier, 1, receive()));
    expect(await submitDossier(other, refused, 1, receive())).toMatchObject({ refusal: 'depositClosed' });

    expect(await authorisationUsed(dossier, 2)).toBeNull();
    expect(await authorisationUsed(dossier, null)).toMatchObject({ until });
    expect(await authorisationUsed(dossier, 1)).toMatchObject({ until, reason: 'Hospitalisation.' });
    const receipt = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId: dossier, kind: 'receipt' } });
    expect(JSON.stringify(receipt.data)).toContain('Hospitalisation.');
  });

  it('keeps its dossier sealed until its own closing, for every eye, and no proposal is frozen before', async () => {
    const call = await givenOpenCall();
    const chair = await givenPerson('chair');
    const dossier = await givenSubmittedDossier(await givenPerson(), call);
    const seen = await givenSubmittedDossier(await givenPerson(), call);
    await close(call);
    await must(authoriseLate(administrator, call, authorisation(await sirenOf(dossier), inHours(1)), receive()));
    const loaded = await callById(call);
    if (!loaded) throw new Error('the call exists');
    for (const actor of [reviewer, administrator, chair]) expect(await examinedDossier(actor, dossier)).toBeNull();
    expect((await listDossiers(reviewer, loaded, everything)).rows.map(({ id }) => id)).toEqual([seen]);
    expect(await decideEligibility(reviewer, dossier, { verdict: 'eligible', reason: 'Oui.' }, receive())).toMatchObject({
      refusal: 'depositStillOpen',
    });
    expect(await stillAuthorisedIn(call)).toMatchObject({ count: 1, until: expect.any(Date) });
    const [board] = (await boardsFor(chair, loaded)) ?? [];
    expect(board).toMatchObject({ authorised: { count: 1 }, unexamined: { total: 1, named: [{ dossierId: seen }] }, mayFreeze: false });
    const categoryCode = board?.category.code ?? '';
    expect(await freezeSelection(chair, { callId: call, categoryCode }, receive())).toMatchObject({ refusal: 'depositsStillAuthorised' });

    await endAuthorisations(dossier);
    expect(await examinedDossier(reviewer, dossier)).not.toBeNull();
    expect((await listDossiers(reviewer, loaded, everything)).total).toBe(2);
    expect(await freezeSelection(chair, { callId: call, categoryCode }, receive())).toMatchObject({ refusal: 'dossiersNotExamined' });
  });

  it('is refused once a proposal of the call is frozen', async () => {
    const call = await givenOpenCall();
    const chair = await givenPerson('chair');
    const draft = await givenDossier(await givenPerson(), call);
    await close(call);
    const [category] = (await callById(call))?.definition.categories ?? [];
    await must(freezeSelection(chair, { callId: call, categoryCode: category?.code ?? '' }, receive()));
    expect(await authoriseLate(administrator, call, authorisation(await sirenOf(draft), inHours(5)), receive())).toMatchObject({
      refusal: 'examinationBegun',
    });
  });

  it('the last one given counts, none changes, and all go with a draft that is deleted', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const draft = await givenDossier(lead, call);
    await close(call);
    const siren = await sirenOf(draft);
    await must(authoriseLate(administrator, call, authorisation(siren, inHours(50)), receive()));
    const last = inHours(20);
    await must(authoriseLate(administrator, call, authorisation(siren, last), receive()));
    expect((await ownDossier(lead, draft, receive()))?.call.closesAt).toEqual(last);
    await expect(prisma().lateAuthorisation.updateMany({ where: { dossierId: draft }, data: { reason: '' } })).rejects.toThrow(/frozen/);
    await expect(prisma().lateAuthorisation.deleteMany({ where: { dossierId: draft } })).rejects.toThrow(/frozen/);
    await must(deleteDraft(lead, draft, receive()));
    expect(await prisma().lateAuthorisation.count({ where: { dossierId: draft } })).toBe(0);
  });

  it('names a dossier of the call, and tells nobody else whether there is one', async () => {
    const call = await givenOpenCall();
    const siren = await sirenOf(await givenDossier(await givenPerson(), call));
    expect(await authoriseLate(administrator, call, authorisation('Pays', inHours(50)), receive())).toMatchObject({
      refusal: 'invalid',
      problems: { structure: expect.stringContaining('neuf chiffres') },
    });
    expect(await authoriseLate(administrator, await givenOpenCall(), authorisation(siren, inHours(50)), receive())).toMatchObject({
      problems: { structure: expect.stringContaining('Aucun dossier') },
    });
    for (const actor of [reviewer, await givenPerson()]) {
      expect(await authoriseLate(actor, call, authorisation(siren, inHours(50)), receive())).toMatchObject({ refusal: 'notFound' });
    }
  });
});

/** Makes an incident as old as if it had been recorded so many hours ago. */
async function sinceRecorded(callId: string, hours: number): Promise<void> {
  await prisma().$executeRaw`ALTER TABLE incidents DISABLE TRIGGER frozen`;
  await prisma().$executeRaw`UPDATE incidents SET recorded_at = now() - ${hours}::int * interval '1 hour' WHERE call_id = ${callId}::uuid`;
  await prisma().$executeRaw`ALTER TABLE incidents ENABLE TRIGGER frozen`;
}

/** Lets time pass over the authorisations of a dossier. */
async function endAuthorisations(dossierId: string): Promise<void> {
  await prisma().$executeRaw`ALTER TABLE late_authorisations DISABLE TRIGGER frozen`;
  await prisma().$executeRaw`UPDATE late_authorisations SET until = now() - interval '1 millisecond' WHERE dossier_id = ${dossierId}::uuid`;
  await prisma().$executeRaw`ALTER TABLE late_authorisations ENABLE TRIGGER frozen`;
}
