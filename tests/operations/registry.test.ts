import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prefilledAnswers, type RegistryExtract } from '../../lib/domain/registry/structure.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { createDossier } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { setPlace } from '../../lib/operations/place.ts';
import { receive } from '../../lib/operations/reception.ts';
import { sendDueReminders } from '../../lib/operations/reminder.ts';
import { callById } from '../../lib/queries/call.ts';
import { registryExtract, registryWords, searchRegistry } from '../../lib/queries/registry.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, closeAt, freshSiren, givenDossier, givenOpenCall, givenPerson, must } from '../support/given.ts';

setUpDatabase();

let call: string;
let lead: Actor;
beforeAll(async () => {
  call = await givenOpenCall();
  lead = await givenPerson();
});
const dossierOf = (id: string) => prisma().dossier.findUniqueOrThrow({ where: { id }, include: { registryExtract: true } });

/** What the form holds once this structure is chosen. */
async function chosen(key: string, callId = call) {
  const [found, extract] = [await callById(callId), await registryExtract(key)];
  if (!found || !extract) throw new Error(`no structure ${key}`);
  return prefilledAnswers(found.definition, extract);
}

describe('a structure found in the registry', () => {
  it('is found, chosen, and starts a dossier that keeps what the registry said, with its source and its perimeter', async () => {
    const { found, live, source } = await searchRegistry('sicoval');
    expect([found[0]?.structure.key, live]).toEqual(['243100633', []]);
    const { dossierId } = await must(createDossier(lead, call, await chosen('243100633'), receive(), { registryKey: '243100633' }));
    const dossier = await dossierOf(dossierId);
    expect(dossier).toMatchObject({
      identifierScheme: 'siren',
      identifier: '243100633',
      organisationKind: 'intercommunalite',
      placeCode: null,
    });
    expect(dossier.registryExtract?.content).toMatchObject({ siren: '243100633', population: 83_758, source });
    expect((dossier.registryExtract?.content as RegistryExtract | undefined)?.members).toHaveLength(36);
    await expect(prisma().registryExtract.update({ where: { dossierId }, data: { content: {} } })).rejects.toThrow(/is frozen/);
    expect(await registryWords(dossierId, { scheme: 'siren', value: '1' })).toMatchObject({
      chosen: true,
      extract: { siren: '243100633' },
    });
    await must(deleteDraft(lead, dossierId, receive()));
  });

  it('may be changed in everything: what the registry said stays what it said', async () => {
    const answers = { ...(await chosen('200076958')), siren: freshSiren(), 'nom-structure': 'Office public' };
    const { dossierId } = await must(createDossier(lead, call, answers, receive(), { registryKey: '200076958' }));
    const dossier = await dossierOf(dossierId);
    expect(dossier).toMatchObject({ organisationName: 'Office public', registryExtract: { content: { siren: '200076958' } } });
  });

  it('is not needed: a forged or unknown key starts a dossier all the same, and a SIREN typed by hand is looked up', async () => {
    for (const registryKey of ['', '../etc', '999000011', 'E200076958', 'x'.repeat(5000)]) {
      expect(await registryExtract(registryKey)).toBeNull();
      const answers = { ...(await chosen('222600017')), siren: freshSiren() };
      const { dossierId } = await must(createDossier(lead, call, answers, receive(), { registryKey }));
      expect((await dossierOf(dossierId)).registryExtract).toBeNull();
      expect(await registryWords(dossierId, { scheme: 'siren', value: '222600017' })).toMatchObject({
        chosen: false,
        extract: { kind: 'DEP' },
      });
      expect(await registryWords(dossierId, { scheme: 'siren', value: '999000011' })).toBeNull();
      expect(await registryWords(dossierId, { scheme: 'ridet', value: '2226000' })).toBeNull();
    }
  });
});

describe('the territory’s own hour', () => {
  it('is known from the structure chosen, or from what the person says', async () => {
    const answers = { ...(await chosen('OM-987')), siren: 'aucun numéro' };
    const { dossierId } = await must(createDossier(lead, call, answers, receive(), { registryKey: 'OM-987' }));
    expect(await dossierOf(dossierId)).toMatchObject({ placeCode: '987', identifierScheme: 'none', organisationKind: 'outre-mer' });
    const other = { ...answers, siren: 'TAHITI B77777' };
    const marquises = await must(createDossier(lead, call, other, receive(), { placeCode: '987-marquises' }));
    expect((await dossierOf(marquises.dossierId)).placeCode).toBe('987-marquises');
  });

  it('is changed by the people of the dossier, until the closing, for a place that exists', async () => {
    const own = await givenOpenCall();
    const dossierId = await givenDossier(lead, own);
    await must(setPlace(lead, dossierId, '988', receive()));
    expect((await dossierOf(dossierId)).placeCode).toBe('988');
    expect(await setPlace(lead, dossierId, '26', receive())).toMatchObject({ refusal: 'invalid', problems: { lieu: expect.any(String) } });
    expect(await setPlace(await givenPerson(), dossierId, '971', receive())).toMatchObject({ refusal: 'notFound' });
    await must(setPlace(lead, dossierId, '', receive()));
    expect((await dossierOf(dossierId)).placeCode).toBeNull();
    await close(own);
    expect(await setPlace(lead, dossierId, '971', receive())).toMatchObject({ ok: false });
    expect((await dossierOf(dossierId)).placeCode).toBeNull();
  });

  it('is told in the reminders of an overseas dossier, beside that of Paris', async () => {
    const own = await givenOpenCall();
    const dossierId = await givenDossier(lead, own);
    await must(setPlace(lead, dossierId, '987', receive()));
    await prisma().dossier.update({ where: { id: dossierId }, data: { createdAt: new Date(Date.now() - 30 * 86_400_000) } });
    await closeAt(own, new Date(Date.now() + 2 * 86_400_000));
    await sendDueReminders();
    const mail = await prisma().mail.findFirstOrThrow({ where: { dossierId }, orderBy: { id: 'desc' } });
    expect(mail.text).toMatch(/heure de Paris \(soit le .* à Papeete\)/);
    expect(mail.subject).not.toContain('Papeete');
  });
});
