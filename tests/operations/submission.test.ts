import { beforeAll, describe, expect, it } from 'vitest';
import type { CurrentReceipt } from '../../lib/documents/receipt.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { readSection } from '../../lib/domain/form.ts';
import { canonicalJson, type Snapshot } from '../../lib/domain/snapshot.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { nameAccount } from '../../lib/operations/account.ts';
import { type PostedSection, saveSection } from '../../lib/operations/dossier.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { setUpDatabase } from '../support/database.ts';
import { closeAt, givenDossier, givenOpenCall, givenPdf, givenPerson, givenSubmittedDossier, letterPlace, must } from '../support/given.ts';

setUpDatabase();

describe('submitting', () => {
  let call: string;
  let lead: Actor;
  beforeAll(async () => {
    call = await givenOpenCall();
    lead = await givenPerson();
  });

  it('without the letter of an elected official: refused with exactly that gap, and nothing is written', async () => {
    const dossierId = await givenDossier(lead, call);
    const result = await submitDossier(lead, dossierId, 1, receive());
    expect(result).toMatchObject({ ok: false, refusal: 'incomplete' });
    expect(!result.ok && 'gaps' in result && result.gaps?.map((gap) => gap.questionCode)).toEqual(['lettre-elu']);
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(0);
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'draft', number: null });
  });

  it('freezes the data under a fingerprint anyone can compute again, gives a number, orders the receipt and writes to the lead', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    const dossier = await prisma().dossier.findUniqueOrThrow({
      where: { id: dossierId },
      include: { versions: true, documents: true, mails: true },
    });
    const [version] = dossier.versions;
    expect(dossier).toMatchObject({ status: 'submitted', submittedVersion: 1, number: expect.stringMatching(/^ESSAI-2030-\d{4}$/) });
    expect(version?.sha256).toBe(sha256(canonicalJson(version?.snapshot)));
    const snapshot = version?.snapshot as unknown as Snapshot;
    expect(snapshot.files).toMatchObject([{ questionCode: 'lettre-elu', pages: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(snapshot.receivedAt).toBe(version?.receivedAt.toISOString());
    expect(dossier.documents.map(({ kind }) => kind).sort()).toEqual(['dossier', 'receipt']);
    expect(dossier.mails).toMatchObject([{ toAddress: lead.email, subject: expect.stringContaining(dossier.number ?? '') }]);
    expect(dossier.mails[0]?.text).toContain(version?.sha256);
  });

  it('fifty simultaneous submissions make exactly one version, one number, one receipt', async () => {
    const dossierId = await givenDossier(lead, call);
    await must(attachFile(lead, dossierId, letterPlace, await givenPdf(), receive()));
    const results = await Promise.all(Array.from({ length: 50 }, () => submitDossier(lead, dossierId, 1, receive())));
    const { number } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    expect(results).toEqual(Array(50).fill({ ok: true, value: { number, version: 1 } }));
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
    expect(await prisma().issuedDocument.count({ where: { dossierId } })).toBe(2);
    expect(await prisma().mail.count({ where: { dossierId } })).toBe(1);
  });

  it('before the closing one can modify and submit again: the number stays, the last version counts', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    const { number } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Réponse revue' }, 1, receive()));
    const again = await must(submitDossier(lead, dossierId, 2, receive()));
    expect(again).toEqual({ number, version: 2 });
    const versions = await prisma().dossierVersion.findMany({ where: { dossierId }, orderBy: { version: 'asc' } });
    expect(versions.map(({ snapshot }) => (snapshot as unknown as Snapshot).answers['fiche-3']?.['3-1'])).toEqual([
      expect.not.stringContaining('revue'),
      'Réponse revue',
    ]);
  });

  it('what is written after a deposit moves neither the category nor the name lists show before it is deposited', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    const columns = { where: { id: dossierId }, select: { categoryCode: true, organisationName: true, searchText: true } } as const;
    const before = await prisma().dossier.findUniqueOrThrow(columns);
    await must(saveSection(lead, dossierId, 'categorie', { categorie: 'travaux-a-engager' }, 1, receive()));
    await must(saveSection(lead, dossierId, 'structure', { 'nom-structure': 'Pays renommé' }, 1, receive()));
    expect(await prisma().dossier.findUniqueOrThrow(columns)).toEqual(before);
    // The criteria are read as those of the category being written, not of the one deposited.
    const claim = { position: 'achieved', explanation: 'Un chef de projet.', proof: '' };
    const read: PostedSection = (section, context) =>
      readSection(section, (name) => (/^criteres/.test(name) ? 'Un chef de projet.' : null), context);
    await must(saveSection(lead, dossierId, 'motivation', read, 1, receive()));
    const { answers } = await prisma().dossierSection.findUniqueOrThrow({ where: { dossierId_code: { dossierId, code: 'motivation' } } });
    expect(answers).toMatchObject({ criteres: { K1: { ...claim, position: '', proof: 'Un chef de projet.' } } });
    await must(saveSection(lead, dossierId, 'motivation', { criteres: {} }, 2, receive()));

    await must(submitDossier(lead, dossierId, 2, receive()));
    const after = await prisma().dossier.findUniqueOrThrow(columns);
    expect(after).toMatchObject({ categoryCode: 'travaux-a-engager', organisationName: 'Pays renommé' });
    expect(after.searchText).toContain('pays renomme');
    const { snapshot } = await prisma().dossierVersion.findFirstOrThrow({ where: { dossierId, version: 2 } });
    expect(snapshot).toMatchObject({ categoryCode: 'travaux-a-engager', identity: { organisationName: 'Pays renommé' } });
  });

  it('a deposit that names the structure of another dossier is refused, and nothing is written', async () => {
    const other = await givenDossier(await givenPerson(), call);
    const { identifier: siren } = await prisma().dossier.findUniqueOrThrow({ where: { id: other } });
    const dossierId = await givenSubmittedDossier(lead, call);
    await must(saveSection(lead, dossierId, 'structure', { siren }, 1, receive()));
    expect(await submitDossier(lead, dossierId, 2, receive())).toMatchObject({ ok: false, refusal: 'alreadyExists' });
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
  });

  it('when nothing changed since the last version there is no new one: the same answer, and nothing is created', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    const { number } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    expect(await must(submitDossier(lead, dossierId, 2, receive()))).toEqual({ number, version: 1 });
    const { version } = await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Réponse revue' }, 1, receive()));
    const before = (await prisma().dossierVersion.findFirstOrThrow({ where: { dossierId } })).snapshot as unknown as Snapshot;
    await must(saveSection(lead, dossierId, 'fiche-3', before.answers['fiche-3'] ?? {}, version, receive()));
    expect(await must(submitDossier(lead, dossierId, 2, receive()))).toEqual({ number, version: 1 });
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
    expect(await prisma().issuedDocument.count({ where: { dossierId } })).toBe(2);
    expect(await prisma().mail.count({ where: { dossierId } })).toBe(1);
  });

  it.each([999, 3, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('a forged version %d is refused, and nothing is created', async (forged) => {
    const dossierId = await givenSubmittedDossier(lead, call);
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Réponse revue' }, 1, receive()));
    expect(await submitDossier(lead, dossierId, forged, receive())).toMatchObject({ ok: false, refusal: 'wrongStatus' });
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
  });

  it.each([1, 0, -1])('asking again for version %d, which exists or never will, gives the last one', async (version) => {
    const dossierId = await givenSubmittedDossier(lead, call);
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Réponse revue' }, 1, receive()));
    expect(await must(submitDossier(lead, dossierId, version, receive()))).toMatchObject({ version: 1 });
    expect(await prisma().dossierVersion.count({ where: { dossierId } })).toBe(1);
  });

  it('the receipt says that no decision is taken, what silence would mean, the remedies and the service; the mail says the same', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    const { data } = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'receipt' } });
    const receipt = data as unknown as CurrentReceipt;
    expect(receipt).toMatchObject({ template: 'receipt-2', assisted: null });
    expect(receipt.silence.join(' ')).toContain('n’est pas une décision');
    expect(receipt.remedies.join(' ')).toContain('tribunal administratif');
    expect(receipt.contact).toContainEqual({ label: 'Téléphone', value: '01 99 00 00 00' });
    const { text } = await prisma().mail.findFirstOrThrow({ where: { dossierId } });
    for (const sentence of [...receipt.silence, ...receipt.remedies]) expect(text).toContain(sentence);
    for (const { value } of receipt.contact) expect(text).toContain(value);
  });

  it('an account without a name submits nothing; named once, it is the one the frozen version and the receipt name', async () => {
    const person = await givenPerson();
    const nameless = { ...person, name: '' };
    await prisma().user.update({ where: { id: person.userId }, data: { name: '' } });
    const dossierId = await givenDossier(nameless, call);
    await must(attachFile(nameless, dossierId, letterPlace, await givenPdf(), receive()));
    expect(await submitDossier(nameless, dossierId, 1, receive())).toMatchObject({ ok: false, refusal: 'nameMissing' });
    expect(await nameAccount(nameless, ' \u0000 ')).toMatchObject({ ok: false, problems: { name: expect.any(String) } });

    const named = await must(nameAccount(nameless, '  Marie   Exemple '));
    expect(named).toEqual({ ...person, name: 'Marie Exemple' });
    expect(await prisma().user.findUnique({ where: { id: person.userId } })).toMatchObject({ name: 'Marie Exemple' });
    await must(submitDossier(named, dossierId, 1, receive()));
    const { snapshot } = await prisma().dossierVersion.findFirstOrThrow({ where: { dossierId } });
    expect(snapshot).toMatchObject({ submittedBy: { name: 'Marie Exemple', email: person.email } });
  });

  it('only the lead submits, and strangers are told nothing', async () => {
    const dossierId = await givenDossier(lead, call);
    const colleague = await givenPerson();
    await prisma().dossierMember.create({ data: { dossierId, userId: colleague.userId, role: 'contributor' } });
    expect(await submitDossier(colleague, dossierId, 1, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await submitDossier(await givenPerson('administrator'), dossierId, 1, receive())).toMatchObject({
      ok: false,
      refusal: 'notFound',
    });
  });

  it('a frozen version cannot be changed or removed, even by the application’s own connection', async () => {
    const dossierId = await givenSubmittedDossier(lead, call);
    await expect(prisma().dossierVersion.updateMany({ where: { dossierId }, data: { sha256: '0'.repeat(64) } })).rejects.toThrow(/frozen/);
    await expect(prisma().dossierVersion.deleteMany({ where: { dossierId } })).rejects.toThrow(/frozen/);
    await expect(prisma().$executeRaw`TRUNCATE journal`).rejects.toThrow(/frozen/);
    await expect(prisma().storedFile.deleteMany({ where: { dossierId } })).rejects.toThrow(/submitted/);
  });
});

describe('the closing', () => {
  it('a request received a second after it is refused, one received a second before is accepted however long it then waits', async () => {
    const lead = await givenPerson();
    const call = await givenOpenCall();
    const late = await givenDossier(lead, call);
    const early = await givenDossier(lead, call);
    for (const dossierId of [late, early]) await must(attachFile(lead, dossierId, letterPlace, await givenPdf(), receive()));

    const receivedBefore = receive();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await closeAt(call, new Date(Date.now() - 100));
    // The first one reached us 200 ms before the closing, and has been waiting since.
    expect(await submitDossier(lead, early, 1, receivedBefore)).toMatchObject({ ok: true });
    expect(await submitDossier(lead, late, 1, receive())).toMatchObject({ ok: false, refusal: 'depositClosed' });
    expect(await prisma().dossierVersion.count({ where: { dossierId: late } })).toBe(0);
  });
});
