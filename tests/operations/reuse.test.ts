import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { createDossier, saveSection } from '../../lib/operations/dossier.ts';
import { receive } from '../../lib/operations/reception.ts';
import { reuseDossier } from '../../lib/operations/reuse.ts';
import { currentAnswers, savedSection } from '../../lib/queries/dossier-answers.ts';
import { reusedPages } from '../../lib/queries/reuse.ts';
import { setUpDatabase } from '../support/database.ts';
import { closeAt, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

const DAY_MS = 86_400_000;

describe('starting from the dossier of an earlier call', () => {
  let lead: Actor;
  let past: string;
  let structure: Record<string, string>;
  let call: string;
  beforeAll(async () => {
    lead = await givenPerson();
    const pastCall = await givenOpenCall();
    past = await givenSubmittedDossier(lead, pastCall);
    await must(saveSection(lead, past, 'fiche-2', { '2-1': 'Jamais déposé' }, 1, receive()));
    await closeAt(pastCall, new Date('2019-10-05T00:00:00+02:00'));
    structure = (await currentAnswers(past)).structure as Record<string, string>;
  });

  async function newDraft(actor = lead, answers = structure) {
    call = await givenOpenCall();
    return (await must(createDossier(actor, call, answers, receive()))).dossierId;
  }
  const pagesOf = async (dossierId: string) => (await reusedPages(dossierId)).map(({ code }) => code).sort();

  it('copies what was submitted, marks each page with the year, follows the category, and takes no document', async () => {
    const dossierId = await newDraft(lead, { ...structure, 'nom-structure': 'Nouveau nom' });
    await must(reuseDossier(lead, dossierId, receive()));
    const [answers, before] = [
      await currentAnswers(dossierId),
      await prisma().dossierVersion.findFirstOrThrow({ where: { dossierId: past } }),
    ];
    const submitted = (before.snapshot as { answers: typeof answers }).answers;
    expect(answers['fiche-2']).toEqual(submitted['fiche-2']);
    expect(answers.motivation).toEqual(submitted.motivation);
    expect(answers.structure).toMatchObject({ 'nom-structure': 'Nouveau nom' });
    expect(answers.lettre).not.toHaveProperty('lettre-elu');
    expect(await prisma().storedFile.count({ where: { dossierId } })).toBe(0);
    expect(await reusedPages(dossierId)).toContainEqual({ code: 'fiche-2', year: '2019' });
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({
      categoryCode: answers.categorie?.categorie,
      organisationName: 'Nouveau nom',
      status: 'draft',
    });
    expect(await prisma().journalEntry.findFirst({ where: { dossierId, act: 'reuseDossier' } })).toMatchObject({
      data: { from: past, year: '2019' },
    });
  });

  it('a page loses its mark when a person saves it, changed or not', async () => {
    const dossierId = await newDraft();
    await must(reuseDossier(lead, dossierId, receive()));
    const marked = await pagesOf(dossierId);
    const { answers, version } = await savedSection(dossierId, 'fiche-2');
    await must(saveSection(lead, dossierId, 'fiche-2', answers, version, receive()));
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Actualisé' }, 1, receive()));
    expect(await pagesOf(dossierId)).toEqual(marked.filter((code) => code !== 'fiche-2' && code !== 'fiche-3'));
    const again = await savedSection(dossierId, 'fiche-2');
    expect((await must(saveSection(lead, dossierId, 'fiche-2', again.answers, again.version, receive()))).version).toBe(again.version);
  });

  it('is refused once something is written, and happens once', async () => {
    const dossierId = await newDraft();
    await must(saveSection(lead, dossierId, 'fiche-3', { '3-1': 'Déjà écrit' }, 0, receive()));
    expect(await reuseDossier(lead, dossierId, receive())).toMatchObject({ ok: false, refusal: 'alreadyWritten' });
    const other = await newDraft();
    const results = await Promise.all([1, 2, 3].map(() => reuseDossier(lead, other, receive())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is for who takes part in both dossiers, of one structure, the past one of an earlier call', async () => {
    const stranger = await givenPerson();
    const theirs = await newDraft(stranger);
    expect(await reuseDossier(stranger, theirs, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await reuseDossier(lead, theirs, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    const dossierId = await newDraft();
    await closeAt(call, new Date('2019-10-04T00:00:00+02:00'));
    expect(await reuseDossier(lead, dossierId, receive())).toMatchObject({ ok: false, refusal: 'depositClosed' });
    await closeAt(call, new Date(Date.now() + DAY_MS));
    await must(reuseDossier(lead, dossierId, receive()));
  });
});
