import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { createDossier, saveSection } from '../../lib/operations/dossier.ts';
import { receive } from '../../lib/operations/reception.ts';
import { currentAnswers } from '../../lib/queries/dossier-answers.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, freshSiren, givenDossier, givenOpenCall, givenPerson, must } from '../support/given.ts';

setUpDatabase();

const structure = (siren: string) => ({
  'nom-structure': 'Pays d’Essai',
  nature: 'intercommunalite',
  siren,
  territoire: 'Essai',
  population: '12 000',
});

describe('starting a dossier', () => {
  let call: string;
  let lead: Actor;
  beforeAll(async () => {
    call = await givenOpenCall();
    lead = await givenPerson();
  });

  it('makes the person who starts it its lead, and a draft', async () => {
    const { dossierId } = await must(createDossier(lead, call, structure(freshSiren()), receive()));
    const dossier = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId }, include: { members: true } });
    expect(dossier).toMatchObject({ status: 'draft', number: null, organisationName: 'Pays d’Essai', population: 12_000 });
    expect(dossier.members).toMatchObject([{ userId: lead.userId, role: 'lead' }]);
  });

  it('one dossier per call and structure: the second is refused and nothing is written', async () => {
    const siren = freshSiren();
    await must(createDossier(lead, call, structure(siren), receive()));
    const second = await createDossier(await givenPerson(), call, structure(siren), receive());
    expect(second).toMatchObject({ ok: false, refusal: 'alreadyExists' });
    expect(second).not.toHaveProperty('own');
    expect(await prisma().dossier.count({ where: { identifier: siren } })).toBe(1);
  });

  it('the second of the same person comes back with the way to the first, and so does a colleague’s', async () => {
    const siren = freshSiren();
    const { dossierId } = await must(createDossier(lead, call, structure(siren), receive()));
    const colleague = await givenPerson();
    await prisma().dossierMember.create({ data: { dossierId, userId: colleague.userId, role: 'contributor' } });
    for (const person of [lead, colleague]) {
      const second = await createDossier(person, call, structure(siren), receive());
      expect(second).toMatchObject({ ok: false, refusal: 'ownAlreadyExists', own: dossierId });
    }
  });

  it('twenty simultaneous starts for one structure make one dossier', async () => {
    const siren = freshSiren();
    const results = await Promise.all(Array.from({ length: 20 }, () => createDossier(lead, call, structure(siren), receive())));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).map((result) => !result.ok && result.refusal)).toEqual(
      Array(19).fill('ownAlreadyExists'),
    );
  });

  it('names what is wrong, by field', async () => {
    const result = await createDossier(lead, call, { ...structure('123456789'), 'nom-structure': ' ' }, receive());
    expect(result).toMatchObject({ ok: false, refusal: 'invalid' });
    expect(Object.keys((!result.ok && result.problems) || {}).sort()).toEqual(['nom-structure', 'siren']);
  });

  it.each(['2147483648', '100 000 001', '9'.repeat(40)])(
    'a population of %s is refused with its reason, not with an error',
    async (population) => {
      const result = await createDossier(lead, call, { ...structure(freshSiren()), population }, receive());
      expect(result).toMatchObject({ ok: false, refusal: 'invalid', problems: { population: expect.stringContaining('trop grand') } });
      const dossierId = await givenDossier(lead, call);
      const saved = await saveSection(lead, dossierId, 'structure', { ...structure(freshSiren()), population }, 1, receive());
      expect(saved).toMatchObject({ ok: false, refusal: 'invalid', problems: { population: expect.stringContaining('trop grand') } });
    },
  );

  it('keeps the number of inhabitants that was meant', async () => {
    const { dossierId } = await must(
      createDossier(lead, call, { ...structure(freshSiren()), population: 'environ 250 000 habitants' }, receive()),
    );
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ population: 250_000 });
  });

  it('is refused after the closing, and for a call that does not exist', async () => {
    const closed = await givenOpenCall();
    await close(closed);
    expect(await createDossier(lead, closed, structure(freshSiren()), receive())).toMatchObject({ ok: false, refusal: 'depositClosed' });
    for (const unknown of ['01a20054-0000-7000-8000-000000000000', 'nothing', '']) {
      expect(await createDossier(lead, unknown, structure(freshSiren()), receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    }
  });
});

describe('saving a page', () => {
  let call: string;
  let lead: Actor;
  beforeAll(async () => {
    call = await givenOpenCall();
    lead = await givenPerson();
  });

  it('raises the version, and says nothing new when nothing changed', async () => {
    const dossierId = await givenDossier(lead, call);
    const first = await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Un' }, 1, receive()));
    expect(first.version).toBe(2);
    const same = await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Un' }, 2, receive()));
    expect(same.version).toBe(2);
  });

  it('two tabs never overwrite each other silently: the second gets both texts back', async () => {
    const dossierId = await givenDossier(lead, call);
    await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Texte du premier onglet' }, 1, receive()));
    const second = await saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Texte du second onglet' }, 1, receive());
    expect(second).toMatchObject({
      ok: false,
      refusal: 'conflict',
      current: { version: 2, answers: { '2-1': 'Texte du premier onglet' } },
    });
    expect((await currentAnswers(dossierId))['fiche-2']).toEqual({ '2-1': 'Texte du premier onglet' });
  });

  it('of fifty simultaneous saves of one version, one is written', async () => {
    const dossierId = await givenDossier(lead, call);
    const saves = Array.from({ length: 50 }, (_, n) => saveSection(lead, dossierId, 'fiche-3', { '3-1': `Essai ${n}` }, 1, receive()));
    const results = await Promise.all(saves);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok).every((result) => !result.ok && result.refusal === 'conflict')).toBe(true);
  });

  it('a text far beyond the limit is refused with its reason, and the saved one stays', async () => {
    const dossierId = await givenDossier(lead, call);
    const before = (await currentAnswers(dossierId))['fiche-2'];
    const result = await saveSection(lead, dossierId, 'fiche-2', { '2-1': 'x'.repeat(120_001) }, 1, receive());
    expect(result).toMatchObject({ ok: false, refusal: 'invalid', problems: { '2-1': expect.stringContaining('120') } });
    expect((await currentAnswers(dossierId))['fiche-2']).toEqual(before);
  });

  it('keeps emoji, Chinese and 100 000 characters exactly as they are', async () => {
    const dossierId = await givenDossier(lead, call);
    for (const [version, text] of ['👩‍💻 你好 مرحبا « ½ € »', 'é'.repeat(100_000)].entries()) {
      await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': text }, version + 1, receive()));
      expect((await currentAnswers(dossierId))['fiche-2']).toEqual({ '2-1': text });
    }
  });

  it('somebody else’s dossier is not found, and neither are pages and dossiers that do not exist', async () => {
    const dossierId = await givenDossier(lead, call);
    const stranger = await givenPerson();
    const reviewer = await givenPerson('reviewer', 'administrator');
    for (const [actor, id, code] of [
      [stranger, dossierId, 'fiche-2'],
      [reviewer, dossierId, 'fiche-2'],
      [lead, dossierId, 'fiche-9'],
      [lead, '01a20054-0000-7000-8000-000000000000', 'fiche-2'],
      [lead, '../etc/passwd', 'fiche-2'],
    ] as const) {
      expect(await saveSection(actor, id, code, { '2-1': 'x' }, 1, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    }
  });

  it('unknown questions and wrong shapes are refused', async () => {
    const dossierId = await givenDossier(lead, call);
    for (const forged of [{ '9-9': 'x' }, { '2-1': { position: 'achieved' } }, { '2-1': null }]) {
      expect(await saveSection(lead, dossierId, 'fiche-2', forged as never, 1, receive())).toMatchObject({ ok: false, refusal: 'invalid' });
    }
    const file = { 'lettre-elu': { fileId: '01a20054-0000-7000-8000-000000000000', name: 'x', bytes: 1, sha256: 'x', pages: 1 } };
    expect(await saveSection(lead, dossierId, 'lettre', file, 1, receive())).toMatchObject({ ok: false, refusal: 'invalid' });
  });

  it('after the closing nothing changes, and the refusal names both hours', async () => {
    const ownCall = await givenOpenCall();
    const dossierId = await givenDossier(lead, ownCall);
    await close(ownCall);
    const result = await saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Trop tard' }, 1, receive());
    expect(result).toMatchObject({ ok: false, refusal: 'depositClosed' });
    expect(!result.ok && result.sentence).toMatch(
      /clos depuis le .*\sh\s\d\d min \d\d s \(heure de Paris\).*parvenue le .*\d\d s \(heure de Paris\)/,
    );
  });

  it('a page of identity that names the structure of another dossier is refused with a sentence, and what was saved stays', async () => {
    const taken = freshSiren();
    await must(createDossier(await givenPerson(), call, structure(taken), receive()));
    const dossierId = await givenDossier(lead, call);
    const before = await currentAnswers(dossierId);
    expect(await saveSection(lead, dossierId, 'structure', { siren: taken }, 1, receive())).toMatchObject({
      ok: false,
      refusal: 'alreadyExists',
    });
    expect(await currentAnswers(dossierId)).toEqual(before);
  });

  it('the columns that lists show follow the page of identity, and keep the last good values', async () => {
    const dossierId = await givenDossier(lead, call);
    const siren = freshSiren();
    await must(saveSection(lead, dossierId, 'structure', structure(siren), 1, receive()));
    await must(saveSection(lead, dossierId, 'structure', { ...structure('12'), 'nom-structure': '' }, 2, receive()));
    const dossier = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    expect(dossier).toMatchObject({
      identifierScheme: 'siren',
      identifier: siren,
      organisationName: 'Pays d’Essai',
      searchText: `pays d'essai essai ${siren}`,
    });
    expect((await currentAnswers(dossierId)).structure).toMatchObject({ siren: '12', 'nom-structure': '' });
  });
});

describe('a structure of the Pacific', () => {
  let lead: Actor;
  beforeAll(async () => {
    lead = await givenPerson();
  });

  it.each([
    ['RIDET 0 654 321', 'RIDET 0654321.002', 'RIDET 0 654 322'],
    ['TAHITI b54321', 'TAHITI B54321-001', 'TAHITI B54322'],
  ])('has one dossier per call under « %s », however it is written', async (number, same, other) => {
    const call = await givenOpenCall();
    await must(createDossier(lead, call, structure(number), receive()));
    expect(await createDossier(await givenPerson(), call, structure(same), receive())).toMatchObject({ refusal: 'alreadyExists' });
    await must(createDossier(lead, call, structure(other), receive()));
  });

  it('without any number has one per call under its name, and is never taken for another', async () => {
    const call = await givenOpenCall();
    const nameless = structure('aucun numéro');
    const { dossierId } = await must(createDossier(lead, call, nameless, receive()));
    expect(await createDossier(await givenPerson(), call, nameless, receive())).toMatchObject({ refusal: 'alreadyExists' });
    await must(createDossier(lead, call, { ...nameless, 'nom-structure': 'Une autre' }, receive()));
    await must(createDossier(lead, call, { ...nameless, siren: freshSiren() }, receive()));
    const renamed = { ...nameless, 'nom-structure': 'Une Autre' };
    expect(await saveSection(lead, dossierId, 'structure', renamed, 1, receive())).toMatchObject({ refusal: 'alreadyExists' });
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ identifierScheme: 'none' });
  });
});
