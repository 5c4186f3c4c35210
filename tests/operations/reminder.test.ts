import { describe, expect, it } from 'vitest';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { sendDueReminders } from '../../lib/operations/reminder.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { answerInvitation, inviteMember } from '../../lib/operations/team.ts';
import { myDossiers } from '../../lib/queries/dossier.ts';
import { myInvitations } from '../../lib/queries/team.ts';
import { setUpDatabase } from '../support/database.ts';
import { closeAt, givenDossier, givenOpenCall, givenPdf, givenPerson, givenSubmittedDossier, letterPlace, must } from '../support/given.ts';

setUpDatabase();

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
const mailsTo = (email: string) => prisma().mail.findMany({ where: { toAddress: email }, orderBy: { id: 'asc' } });
const createdLongAgo = (id: string) =>
  prisma().$executeRaw`UPDATE dossiers SET created_at = now() - interval '30 days' WHERE id = ${id}::uuid`;

describe('reminders', () => {
  it('reach every person of a draft once per step, however many workers send them', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const colleague = await givenPerson();
    const dossier = await givenDossier(lead, call);
    await createdLongAgo(dossier);
    await must(inviteMember(lead, dossier, { email: colleague.email, role: 'contributor' }, receive()));
    await must(answerInvitation(colleague, (await myInvitations(colleague))[0]?.id ?? '', true));

    await closeAt(call, inHours(241));
    expect(await sendDueReminders()).toBe(0);
    await closeAt(call, inHours(239));
    const sent = await Promise.all(Array.from({ length: 5 }, () => sendDueReminders()));
    expect(sent.reduce((sum, count) => sum + count)).toBe(1);
    expect(await sendDueReminders()).toBe(0);
    await closeAt(call, inHours(2));
    expect(await sendDueReminders()).toBe(1);

    const subjects = (await mailsTo(lead.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('pas encore déposé'))).toHaveLength(2);
    expect((await mailsTo(colleague.email)).filter(({ subject }) => subject.includes('pas encore déposé'))).toHaveLength(2);
  });

  it('say nothing to who has submitted, unless the dossier changed since', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const dossierId = await givenSubmittedDossier(lead, call);
    await createdLongAgo(dossierId);
    await closeAt(call, inHours(30));
    expect(await sendDueReminders()).toBe(0);
    const [section] = await prisma().$queryRaw<{ version: number }[]>`
      SELECT version FROM dossier_sections WHERE dossier_id = ${dossierId}::uuid AND code = 'fiche-2'`;
    await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Une phrase de plus' }, section?.version ?? 0, receive()));
    expect(await sendDueReminders()).toBe(1);
    const [last] = (await mailsTo(lead.email)).slice(-1);
    expect(last?.subject).toContain('modifications ne sont pas déposées');
    expect(last?.text).toContain('La version 1 reste celle qui compte');
  });

  it('say nothing of a dossier that was changed, then changed back: its page says that nothing is left to submit', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const dossierId = await givenSubmittedDossier(lead, call);
    await createdLongAgo(dossierId);
    const { answers, version } = await prisma().dossierSection.findUniqueOrThrow({
      where: { dossierId_code: { dossierId, code: 'fiche-2' } },
    });
    const changed = await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Une phrase de plus' }, version, receive()));
    await must(saveSection(lead, dossierId, 'fiche-2', answers as Record<string, string>, changed.version, receive()));
    await closeAt(call, inHours(30));
    expect(await myDossiers(lead, new Date())).toMatchObject([{ changed: false }]);
    expect(await sendDueReminders()).toBe(0);
  });

  it('are never written after the deposit they would ask for, however many deposits cross them', async () => {
    const call = await givenOpenCall();
    const lead = await givenPerson();
    const ids = await Promise.all(Array.from({ length: 6 }, () => givenDossier(lead, call)));
    for (const id of ids) {
      await must(attachFile(lead, id, letterPlace, await givenPdf(), receive()));
      await createdLongAgo(id);
    }
    await closeAt(call, inHours(2.5));
    await Promise.all([sendDueReminders(), ...ids.map((id) => must(submitDossier(lead, id, 1, receive())))]);
    const versions = await prisma().dossierVersion.findMany({ where: { dossierId: { in: ids } } });
    expect(versions).toHaveLength(ids.length);
    const reminders = await prisma().mail.findMany({ where: { dossierId: { in: ids }, subject: { contains: 'pas encore déposé' } } });
    const late = reminders.filter((mail) => {
      const version = versions.find(({ dossierId }) => dossierId === mail.dossierId);
      return version !== undefined && mail.createdAt > version.recordedAt;
    });
    expect(late).toEqual([]);
  });

  it('do not reach who started after the step, nor anybody after the closing', async () => {
    const call = await givenOpenCall();
    const dossier = await givenDossier(await givenPerson(), call);
    await closeAt(call, inHours(20));
    expect(await sendDueReminders()).toBe(0);
    await createdLongAgo(dossier);
    await closeAt(call, inHours(-1));
    expect(await sendDueReminders()).toBe(0);
  });
});
