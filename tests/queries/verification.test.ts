import { describe, expect, it } from 'vitest';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { publicPaper } from '../../lib/queries/verification.ts';
import { setUpDatabase } from '../support/database.ts';
import { givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

describe('the verification page of a receipt', () => {
  it('says what was received and when, and that it is replaced once submitted again; no person, no piece, no answer', async () => {
    const lead = await givenPerson();
    const dossierId = await givenSubmittedDossier(lead, await givenOpenCall());
    const version = await prisma().dossierVersion.findFirstOrThrow({ where: { dossierId } });
    const dossier = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const { code } = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'receipt' } });

    const paper = await publicPaper(code.toLowerCase());
    expect(paper).toMatchObject({
      kind: 'receipt',
      replaced: false,
      charter: null,
      deposit: {
        number: dossier.number,
        version: 1,
        organisationName: dossier.organisationName,
        receivedAt: version.receivedAt,
        callTitle: 'Appel d’essai 2030 (fictif)',
      },
    });
    const told = JSON.stringify(paper);
    for (const word of [lead.email, lead.name, 'lettre.pdf', dossier.identifier]) expect(told).not.toContain(word);

    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Réponse revue' }, 1, receive()));
    await must(submitDossier(lead, dossierId, 2, receive()));
    expect(await publicPaper(code)).toMatchObject({ replaced: true, deposit: { version: 1 } });
  });

  it('of an unknown code there is nothing', async () => {
    expect(await publicPaper('AAAA-BBBB-CCCC')).toBeNull();
    expect(await publicPaper('')).toBeNull();
  });
});
