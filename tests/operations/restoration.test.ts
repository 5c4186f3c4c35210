import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { restoreSection } from '../../lib/operations/restoration.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { ownDossier } from '../../lib/queries/dossier.ts';
import { savedSection } from '../../lib/queries/dossier-answers.ts';
import { lastSubmittedVersion } from '../../lib/queries/submitted.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenDossier, givenOpenCall, givenPdf, givenPerson, givenSubmittedDossier, letterPlace, must } from '../support/given.ts';

setUpDatabase();

describe('going back to the submitted version of a page', () => {
  let lead: Actor;
  let call: string;
  beforeAll(async () => {
    lead = await givenPerson();
    call = await givenOpenCall();
  });
  const restore = (dossierId: string, section: string, version: number, actor = lead) =>
    restoreSection(actor, dossierId, section, version, receive());
  const changes = async (dossierId: string) => (await ownDossier(lead, dossierId, receive()))?.changes.map(({ code }) => code);

  it('gives that page its submitted answers, leaves the others, and nothing is left to deposit there', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Autre chose' }, 1, receive()));
    await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'À garder' }, 1, receive()));
    expect(await changes(dossierId)).toEqual(['fiche-2', 'fiche-3']);
    await must(restore(dossierId, 'fiche-3', 2));
    const { snapshot } = (await lastSubmittedVersion(dossierId)) ?? {};
    expect((await savedSection(dossierId, 'fiche-3')).answers).toEqual(snapshot?.answers['fiche-3']);
    expect(await changes(dossierId)).toEqual(['fiche-2']);
    expect(await must(submitDossier(lead, dossierId, 2, receive()))).toMatchObject({ version: 2 });
  });

  it('brings the submitted document back, and removes the one that replaced it', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    const { version } = await savedSection(dossierId, 'lettre');
    const replacing = await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Autre lettre'), receive()));
    await must(restore(dossierId, 'lettre', version + 1));
    expect(await changes(dossierId)).toEqual([]);
    expect(await prisma().storedFile.findUnique({ where: { id: replacing.fileId } })).toBeNull();
    const { answers } = await savedSection(dossierId, 'lettre');
    const kept = (answers['lettre-elu'] as { fileId: string }).fileId;
    expect(await prisma().storedFile.findUnique({ where: { id: kept } })).not.toBeNull();
  });

  it('never erases what a colleague has written since the person looked', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Vu' }, 1, receive()));
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Jamais vu' }, 2, receive()));
    expect(await restore(dossierId, 'fiche-3', 2)).toMatchObject({ ok: false, refusal: 'conflict' });
    expect((await savedSection(dossierId, 'fiche-3')).answers['3-1']).toBe('Jamais vu');
  });

  it('is for those who may write the page, of a dossier that was submitted', async () => {
    const draft = await givenDossier(lead, call);
    expect(await restore(draft, 'fiche-3', 1)).toMatchObject({ ok: false, refusal: 'notFound' });
    const ownCall = await givenOpenCall();
    const dossierId = await givenSubmittedDossier(lead, ownCall);
    expect(await restore(dossierId, 'fiche-3', 1, await givenPerson('administrator'))).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await restore(dossierId, 'inconnue', 1)).toMatchObject({ ok: false, refusal: 'notFound' });
    await close(ownCall);
    expect(await restore(dossierId, 'fiche-3', 1)).toMatchObject({ ok: false, refusal: 'depositClosed' });
  });
});
