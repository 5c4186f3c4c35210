import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { parisDay } from '../../lib/domain/dates.ts';
import { canonicalJson, type Snapshot } from '../../lib/domain/snapshot.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { askCorrections, prolongCorrections, submitCorrection, withdrawCorrections } from '../../lib/operations/correction.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { decideAdmissibility, decideEligibility, setCategory } from '../../lib/operations/examination.ts';
import { attachFile, detachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { recuse } from '../../lib/operations/review.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenOpenCall, givenPdf, givenPerson, givenSubmittedDossier, letterPlace, must } from '../support/given.ts';

setUpDatabase();

const DAY_MS = 86_400_000;
const inDays = (days: number) => parisDay(new Date(Date.now() + days * DAY_MS));
const point = (section: string, text = 'Précisez, s’il vous plaît.') => ({ section, text });

describe('corrections asked for after the closing', () => {
  let lead: Actor;
  let contributor: Actor;
  let reviewer: Actor;
  let call: string;
  let dossierId: string;
  beforeAll(async () => {
    lead = await givenPerson();
    contributor = await givenPerson();
    reviewer = await givenPerson('reviewer');
  });
  beforeEach(async () => {
    call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(lead, call);
    await prisma().dossierMember.create({ data: { dossierId, userId: contributor.userId, role: 'contributor' } });
    await close(call);
  });

  const ask = (points = [point('fiche-3')], dueDay = inDays(10), actor = reviewer) =>
    askCorrections(actor, dossierId, { points, dueDay }, receive());
  const save = (section: string, answers: Record<string, string>, actor = lead, base = 1) =>
    saveSection(actor, dossierId, section, answers, base, receive());
  const request = () => prisma().correctionRequest.findFirstOrThrow({ where: { dossierId }, orderBy: { askedAt: 'desc' } });
  /** The day passes: the row is made anew with an earlier due date, which nobody may do to an existing one. */
  async function overdue() {
    const { id, points, ...row } = await request();
    await prisma().$executeRaw`ALTER TABLE correction_requests DISABLE TRIGGER frozen`;
    await prisma().correctionRequest.delete({ where: { id } });
    await prisma().$executeRaw`ALTER TABLE correction_requests ENABLE TRIGGER frozen`;
    await prisma().correctionRequest.create({ data: { id, ...row, points: points as object[], dueAt: new Date(Date.now() - 200) } });
  }

  it('reach every member by mail with the words of the Mission, and are journaled without them', async () => {
    await must(ask([point('fiche-3', 'Dites combien de personnes.'), point('presentation', '  ')]));
    expect(await request()).toMatchObject({
      dossierVersion: 1,
      points: [{ section: 'fiche-3', text: 'Dites combien de personnes.' }],
      askedById: reviewer.userId,
    });
    const mails = await prisma().mail.findMany({ where: { dossierId, subject: { contains: 'à corriger' } } });
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([lead.email, contributor.email].sort());
    expect(mails[0]?.text).toContain('Dites combien de personnes.');
    expect(mails[0]?.text).toMatch(/23\sh\s59 inclus/);
    const line = await prisma().journalEntry.findFirstOrThrow({ where: { dossierId, act: 'askCorrections' } });
    expect(line).toMatchObject({ actorId: reviewer.userId, data: { sections: ['fiche-3'], version: 1 } });
    expect(JSON.stringify(line.data)).not.toContain('combien');
  });

  it('are asked for by who examines only, before « recevable », one request at a time, with a text, a page and a day that hold', async () => {
    for (const stranger of [lead, await givenPerson(), await givenPerson('committee'), await givenPerson('chair')]) {
      expect(await ask(undefined, undefined, stranger)).toMatchObject({ ok: false, refusal: 'notFound' });
    }
    expect(await ask([])).toMatchObject({ refusal: 'invalid', problems: { points: expect.any(String) } });
    expect(await ask([point('inconnue')])).toMatchObject({ refusal: 'invalid' });
    expect(await ask(undefined, inDays(-1))).toMatchObject({ refusal: 'invalid', problems: { jour: expect.stringMatching(/passée/) } });
    expect(await ask(undefined, inDays(31))).toMatchObject({ refusal: 'invalid', problems: { jour: expect.stringMatching(/30 jours/) } });
    await must(ask());
    expect(await ask([point('fiche-2')])).toMatchObject({ ok: false, refusal: 'correctionsAwaited' });
    await must(withdrawCorrections(reviewer, dossierId, 'Inutile.', receive()));
    await must(decideEligibility(reviewer, dossierId, { verdict: 'eligible', reason: 'Article 3.1.' }, receive()));
    await must(decideAdmissibility(reviewer, dossierId, { verdict: 'admissible', reason: 'Complet.' }, receive()));
    expect(await ask()).toMatchObject({ ok: false, refusal: 'wrongStatus' });
  });

  it('two examiners who ask at once make one request', async () => {
    const other = await givenPerson('administrator');
    const results = await Promise.all([ask(), ask(undefined, undefined, other), ask(), ask()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await prisma().correctionRequest.count({ where: { dossierId } })).toBe(1);
  });

  it('open the pages named, to the lead and the contributors, and no other page nor file', async () => {
    expect(await save('fiche-3', { '3-1': 'Sans demande' })).toMatchObject({ ok: false, refusal: 'depositClosed' });
    await must(ask());
    await must(save('fiche-3', { '3-1': 'Corrigé' }, contributor));
    expect(await save('fiche-2', { '2-1': 'Ailleurs' })).toMatchObject({ ok: false, refusal: 'pageNotToCorrect' });
    expect(await attachFile(lead, dossierId, letterPlace, await givenPdf(), receive())).toMatchObject({ refusal: 'pageNotToCorrect' });
    expect(await detachFile(lead, dossierId, letterPlace, receive())).toMatchObject({ ok: false, refusal: 'pageNotToCorrect' });
    expect(await save('fiche-3', { '3-1': 'X' }, await givenPerson())).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await save('fiche-3', { '3-1': 'X' }, reviewer)).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await submitDossier(lead, dossierId, 2, receive())).toMatchObject({ ok: false, refusal: 'depositClosed' });
    const acts = await prisma().journalEntry.findMany({ where: { dossierId, actorId: contributor.userId } });
    expect(acts).toMatchObject([{ act: 'correctSection', data: { section: 'fiche-3' } }]);
  });

  it('make a new frozen version of the pages named only, under its own fingerprint and receipt', async () => {
    // Written before the closing and never deposited: it is not a correction.
    await prisma().dossierSection.update({
      where: { dossierId_code: { dossierId, code: 'fiche-2' } },
      data: { answers: { '2-1': 'Jamais déposé' } },
    });
    await must(ask());
    expect(await submitCorrection(lead, dossierId, 2, receive())).toMatchObject({ ok: false, refusal: 'nothingCorrected' });
    await must(save('fiche-3', { '3-1': 'Corrigé' }));
    expect(await submitCorrection(contributor, dossierId, 2, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    const { number } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    expect(await must(submitCorrection(lead, dossierId, 2, receive()))).toEqual({ number, version: 2 });

    const [first, second] = await prisma().dossierVersion.findMany({ where: { dossierId }, orderBy: { version: 'asc' } });
    const [before, after] = [first?.snapshot, second?.snapshot] as unknown as [Snapshot, Snapshot];
    expect(second?.sha256).toBe(sha256(canonicalJson(after)));
    expect(after.answers).toEqual({ ...before.answers, 'fiche-3': { ...before.answers['fiche-3'], '3-1': 'Corrigé' } });
    expect(after.files).toEqual(before.files);
    expect(await prisma().issuedDocument.count({ where: { dossierId } })).toBe(4);
    expect(await request()).toMatchObject({ answeredVersion: 2, answeredAt: expect.any(Date) });
    const mails = await prisma().mail.findMany({ where: { dossierId, subject: { contains: 'orrections' } }, orderBy: { id: 'asc' } });
    expect(mails.filter(({ subject }) => /Vos corrections sont déposées/.test(subject))).toHaveLength(2);
    expect(mails.filter(({ subject }) => /demandées/.test(subject)).map(({ toAddress }) => toAddress)).toEqual([reviewer.email]);
  });

  it('are deposited once, however often one asks, and nothing is then open', async () => {
    await must(ask());
    await must(save('fiche-3', { '3-1': 'Corrigé' }));
    const results = await Promise.all(Array.from({ length: 20 }, () => submitCorrection(lead, dossierId, 2, receive())));
    expect(new Set(results.map((result) => (result.ok ? result.value.version : result.refusal)))).toEqual(new Set([2]));
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(2);
    expect(await save('fiche-3', { '3-1': 'Encore' }, lead, 2)).toMatchObject({ ok: false, refusal: 'depositClosed' });
    expect(await submitCorrection(lead, dossierId, 3, receive())).toMatchObject({ ok: false, refusal: 'correctionsNotAsked' });
  });

  it('refuse a page emptied of what the call asks for, and a letter taken away', async () => {
    await must(ask([point('lettre')]));
    await must(detachFile(lead, dossierId, letterPlace, receive()));
    const refused = await submitCorrection(lead, dossierId, 2, receive());
    expect(refused).toMatchObject({ ok: false, refusal: 'incomplete', gaps: [{ questionCode: 'lettre-elu' }] });
    await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Nouvelle lettre'), receive()));
    await must(submitCorrection(lead, dossierId, 2, receive()));
    const versions = await prisma().dossierVersion.findMany({ where: { dossierId }, orderBy: { version: 'asc' } });
    const letters = versions.map(({ snapshot }) => (snapshot as unknown as Snapshot).files[0]?.sha256);
    expect(new Set(letters).size).toBe(2);
    expect(await prisma().storedFile.count({ where: { dossierId, mediaType: 'application/pdf' } })).toBe(2);
  });

  it('are too late from midnight on: nothing is written, and the version deposited stays the one that counts', async () => {
    await must(ask());
    await must(save('fiche-3', { '3-1': 'Corrigé' }));
    const early = receive();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await overdue();
    const late = await save('fiche-3', { '3-1': 'Trop tard' }, lead, 2);
    expect(late).toMatchObject({ ok: false, refusal: 'correctionsOverdue' });
    expect(!late.ok && late.sentence).toMatch(/passé depuis le .*heure de Paris/);
    expect(await submitCorrection(lead, dossierId, 2, receive())).toMatchObject({ ok: false, refusal: 'correctionsOverdue' });
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
    // Received before midnight, however long it then waited for us: in time.
    expect(await submitCorrection(lead, dossierId, 2, early)).toMatchObject({ ok: true });
  });

  it('hold every decision on the dossier until they are deposited, withdrawn or overdue', async () => {
    const decide = (verdict: 'admissible' | 'inadmissible', version?: number) =>
      decideAdmissibility(reviewer, dossierId, { verdict, reason: 'Lu.', version }, receive());
    await must(decideEligibility(reviewer, dossierId, { verdict: 'eligible', reason: 'Article 3.1.' }, receive()));
    await must(ask());
    for (const verdict of ['admissible', 'inadmissible'] as const) {
      expect(await decide(verdict)).toMatchObject({ ok: false, refusal: 'correctionsAwaited' });
    }
    await must(save('fiche-3', { '3-1': 'Corrigé' }));
    await must(submitCorrection(lead, dossierId, 2, receive()));
    // Whoever still has the former version on their screen has to read the new one.
    expect(await decide('admissible', 1)).toMatchObject({ ok: false, refusal: 'newerVersion' });
    // Received after the closing at the Mission's request: the dossier is still in time.
    await must(decide('admissible', 2));
  });

  it('may be prolonged, and open again once overdue; the candidates are told', async () => {
    const other = await givenPerson('administrator');
    await must(ask(undefined, inDays(2)));
    expect(await prolongCorrections(other, dossierId, inDays(1), receive())).toMatchObject({ problems: { jour: expect.any(String) } });
    await overdue();
    await must(prolongCorrections(other, dossierId, inDays(5), receive()));
    await must(save('fiche-3', { '3-1': 'Corrigé' }));
    expect(await prisma().mail.count({ where: { dossierId, subject: { contains: 'prolongé' } } })).toBe(2);
    expect(await prisma().journalEntry.count({ where: { dossierId, act: 'prolongCorrections', actorId: other.userId } })).toBe(1);
    await must(submitCorrection(lead, dossierId, 2, receive()));
    expect(await prolongCorrections(other, dossierId, inDays(9), receive())).toMatchObject({ ok: false, refusal: 'correctionsNotAsked' });
  });

  it('may be withdrawn with a reason, which closes the pages', async () => {
    await must(ask());
    expect(await withdrawCorrections(reviewer, dossierId, ' ', receive())).toMatchObject({ ok: false, refusal: 'reasonMissing' });
    await must(withdrawCorrections(reviewer, dossierId, 'Le point est clair.', receive()));
    expect(await save('fiche-3', { '3-1': 'Corrigé' })).toMatchObject({ ok: false, refusal: 'depositClosed' });
    expect(await prisma().mail.count({ where: { dossierId, text: { contains: 'Le point est clair.' } } })).toBe(2);
  });

  it('are nobody’s business who has withdrawn from the dossier', async () => {
    const recused = await givenPerson('reviewer');
    await must(recuse(recused, dossierId, 'Mon territoire.', receive()));
    expect(await ask(undefined, undefined, recused)).toMatchObject({ ok: false, refusal: 'notFound' });
    await must(ask());
    expect(await withdrawCorrections(recused, dossierId, 'X', receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    await must(save('fiche-3', { '3-1': 'Corrigé' }));
    await must(recuse(reviewer, dossierId, 'Mon territoire aussi.', receive()));
    await must(submitCorrection(lead, dossierId, 2, receive()));
    expect(await prisma().mail.count({ where: { dossierId, toAddress: reviewer.email } })).toBe(0);
  });

  it('move the category and the name when they are deposited, not while they are written; a category fixed by the Mission holds', async () => {
    const columns = () => prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    await must(ask([point('categorie'), point('structure'), point('motivation')]));
    await must(save('categorie', { categorie: 'travaux-a-engager' }));
    await must(save('structure', { 'nom-structure': 'Pays renommé' }));
    expect(await columns()).toMatchObject({ categoryCode: 'travaux-engages', organisationName: expect.not.stringContaining('renommé') });
    await must(setCategory(reviewer, dossierId, { categoryCode: 'travaux-engages', reason: 'Déjà engagé.' }, receive()));
    await must(submitCorrection(lead, dossierId, 2, receive()));
    expect(await columns()).toMatchObject({ categoryCode: 'travaux-engages', organisationName: 'Pays renommé' });
  });

  it('a category whose proposal is frozen takes no dossier by a correction', async () => {
    await must(ask([point('categorie')]));
    await must(save('categorie', { categorie: 'travaux-a-engager' }));
    await prisma().selection.updateMany({ where: { callId: call, categoryCode: 'travaux-a-engager' }, data: { status: 'frozen' } });
    expect(await submitCorrection(lead, dossierId, 2, receive())).toMatchObject({ ok: false, refusal: 'selectionFrozen' });
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
  });

  it('what was asked never changes nor disappears, even by the application’s own connection', async () => {
    await must(ask());
    const { id } = await request();
    const change = (data: object) => prisma().correctionRequest.update({ where: { id }, data });
    await expect(change({ points: [] })).rejects.toThrow(/frozen/);
    await expect(change({ dueAt: new Date() })).rejects.toThrow(/frozen/);
    await expect(prisma().correctionRequest.delete({ where: { id } })).rejects.toThrow(/frozen/);
    await must(withdrawCorrections(reviewer, dossierId, 'Inutile.', receive()));
    await expect(change({ withdrawalReason: 'Autre' })).rejects.toThrow(/frozen/);
  });
});
