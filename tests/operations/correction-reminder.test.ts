import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { parisDay } from '../../lib/domain/dates.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { askCorrections, prolongCorrections, submitCorrection, withdrawCorrections } from '../../lib/operations/correction.ts';
import { sendDueCorrectionReminders } from '../../lib/operations/correction-reminder.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { receive } from '../../lib/operations/reception.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

const HOUR_MS = 3_600_000;
const inDays = (days: number) => parisDay(new Date(Date.now() + days * 24 * HOUR_MS));

describe('reminders of corrections', () => {
  let lead: Actor;
  let reviewer: Actor;
  let dossierId: string;
  beforeEach(async () => {
    [lead, reviewer] = [await givenPerson(), await givenPerson('reviewer')];
    const call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(lead, call);
    await close(call);
    await must(askCorrections(reviewer, dossierId, { points: [{ section: 'fiche-3', text: 'Précisez.' }], dueDay: inDays(10) }, receive()));
  });
  const reminders = () =>
    prisma().mail.findMany({ where: { dossierId, subject: { contains: 'toujours à corriger' } }, orderBy: { id: 'asc' } });

  /** Lets time pass until so many hours are left: the request and its dates go back, which nobody may do to them. */
  async function hoursLeft(hours: number) {
    const { dueAt } = await prisma().correctionRequest.findFirstOrThrow({ where: { dossierId } });
    const back = dueAt.getTime() - Date.now() - hours * HOUR_MS;
    await prisma().$executeRaw`ALTER TABLE correction_requests DISABLE TRIGGER frozen`;
    await prisma().$executeRaw`UPDATE correction_requests SET due_at = due_at - ${back}::float8 * interval '1 millisecond',
      asked_at = asked_at - ${back}::float8 * interval '1 millisecond', told_at = told_at - ${back}::float8 * interval '1 millisecond'
      WHERE dossier_id = ${dossierId}::uuid`;
    await prisma().$executeRaw`ALTER TABLE correction_requests ENABLE TRIGGER frozen`;
  }

  it('reach every person of the dossier once a step, however many workers send them, and say what is begun', async () => {
    const colleague = await givenPerson();
    await prisma().dossierMember.create({ data: { dossierId, userId: colleague.userId, role: 'contributor' } });
    await hoursLeft(73);
    expect(await sendDueCorrectionReminders()).toBe(0);
    await hoursLeft(71);
    const sent = await Promise.all(Array.from({ length: 5 }, sendDueCorrectionReminders));
    expect(sent.reduce((sum, count) => sum + count)).toBe(1);
    expect((await reminders()).map(({ toAddress }) => toAddress).sort()).toEqual([lead.email, colleague.email].sort());
    expect((await reminders())[0]?.text).toContain('Rien n’est encore corrigé.');

    await must(saveSection(colleague, dossierId, 'fiche-3', { '3-1': 'Corrigé' }, 1, receive()));
    await hoursLeft(20);
    expect(await sendDueCorrectionReminders()).toBe(1);
    const [, , last] = await reminders();
    expect(last?.text).toContain('elles ne sont pas déposées');
    expect(last?.text).toMatch(/\/candidature\//);
    await hoursLeft(-1);
    expect(await sendDueCorrectionReminders()).toBe(0);
  });

  it('say nothing once the corrections are deposited, taken back, or just put off', async () => {
    await hoursLeft(20);
    await must(prolongCorrections(reviewer, dossierId, inDays(2), receive()));
    expect(await sendDueCorrectionReminders(), 'the mail that gave longer has just said so').toBe(0);
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Corrigé' }, 1, receive()));
    await must(submitCorrection(lead, dossierId, 2, receive()));
    expect(await sendDueCorrectionReminders()).toBe(0);
    await must(askCorrections(reviewer, dossierId, { points: [{ section: 'fiche-2', text: 'Précisez.' }], dueDay: inDays(1) }, receive()));
    await must(withdrawCorrections(reviewer, dossierId, 'Inutile.', receive()));
    expect(await sendDueCorrectionReminders()).toBe(0);
  });

  it('tell the hour of the territory too', async () => {
    await prisma().dossier.update({ where: { id: dossierId }, data: { placeCode: '987' } });
    await hoursLeft(20);
    expect(await sendDueCorrectionReminders()).toBe(1);
    expect((await reminders())[0]?.text).toMatch(/heure de Paris \(soit le .+ à Papeete\)/);
  });
});
