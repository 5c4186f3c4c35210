import { beforeAll, describe, expect, it } from 'vitest';
import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import { maxActsAnHour } from '../../lib/domain/act-conditions.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import type { DossierAnswers } from '../../lib/domain/form.ts';
import type { ImportChoices } from '../../lib/domain/import/choices.ts';
import { importLimits } from '../../lib/domain/import/document.ts';
import { reviewRows } from '../../lib/domain/import/review.ts';
import { offlineForm } from '../../lib/domain/offline-form/blocks.ts';
import { formDocx } from '../../lib/exchange/offline-form/docx.ts';
import { documentField } from '../../lib/exchange/uploaded-document.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { createDossier, saveSection } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { discardDocument, importDocument, removeOldImports } from '../../lib/operations/import.ts';
import { keepChoices, takeAnswers } from '../../lib/operations/import-taking.ts';
import { receive } from '../../lib/operations/reception.ts';
import { downloadableFile } from '../../lib/queries/document.ts';
import { currentAnswers, savedPages } from '../../lib/queries/dossier-answers.ts';
import { documentImport, keptDocuments, waitingImports } from '../../lib/queries/import.ts';
import { writtenDossiers } from '../import-figures/dossiers.ts';
import { fileVariants } from '../import-figures/files.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, freshSiren, givenOpenCall, givenPdf, givenPerson, letterPlace, must } from '../support/given.ts';

setUpDatabase();

const invented = writtenDossiers()[0] as ReturnType<typeof writtenDossiers>[number];
const named = (name: string) => fileVariants.find((variant) => variant.name.startsWith(name)) as (typeof fileVariants)[number];
const definition = demonstrationCall({ code: 'x', promotion: 9, labelYear: 2030, opensAt: new Date(0), closesAt: new Date(1) });
const sheet = Object.fromEntries(invented.sheet.map(({ code, answer }) => [code, answer.join('\n')]));

function posted(content: Uint8Array, name = 'dossier.docx'): Request {
  const form = new FormData();
  form.set(documentField, new File([Uint8Array.from(content)], name));
  return new Request('http://localhost/', { method: 'POST', body: form });
}

/** The import of this document in this dossier; its refusal, said aloud, otherwise. */
async function imported(actor: Actor, dossierId: string, content: Uint8Array, name?: string): Promise<string> {
  const result = await must(importDocument(actor, dossierId, posted(content, name), receive()));
  if ('importId' in result) return result.importId;
  throw new Error(result.documentRefusal);
}

/** What a person posts who touches nothing, but decides on what is to be checked. */
async function untouched(dossierId: string, importId: string, change: Partial<ImportChoices> = {}) {
  const read = await documentImport(dossierId, importId);
  if (!read) throw new Error('no such import');
  const { answers, versions } = await savedPages(dossierId);
  const rows = reviewRows(definition, answers, read.reading).filter(({ state }) => state === 'open');
  const choices: ImportChoices = {
    rows: Object.fromEntries(rows.map(({ place, proposed, text }) => [place, { choice: proposed ?? 'use', text }])),
    placed: {},
    suggested: [],
    pieces: [],
    keepsOriginal: true,
    ...change,
  };
  return { choices, versions, seen: read.choicesVersion };
}

describe('taking up a document', () => {
  let lead: Actor;
  let call: string;
  beforeAll(async () => {
    lead = await givenPerson();
    call = await givenOpenCall();
  });
  async function startedDossier(actor = lead, callId = call, answers: DossierAnswers = {}): Promise<string> {
    const structure = { 'nom-structure': 'Val d’Exemple', nature: 'intercommunalite', siren: freshSiren(), territoire: 'Val d’Exemple' };
    const { dossierId } = await must(createDossier(actor, callId, structure, receive()));
    for (const [code, page] of Object.entries(answers)) await must(saveSection(actor, dossierId, code, page, 0, receive()));
    return dossierId;
  }
  const journalOf = (dossierId: string, act: string) => prisma().journalEntry.findMany({ where: { dossierId, act } });

  it('reads it and changes nothing; then takes every answer at once, with one line in the journal and no text in it', async () => {
    const dossierId = await startedDossier();
    const before = await currentAnswers(dossierId);
    const importId = await imported(lead, dossierId, await named('.docx, paragraphs').content(invented));
    expect(await currentAnswers(dossierId)).toEqual(before);
    expect(await waitingImports(dossierId)).toMatchObject([{ id: importId, name: 'dossier.docx' }]);

    const { taken } = await must(takeAnswers(lead, dossierId, importId, await untouched(dossierId, importId), receive()));
    expect(taken).toBe(15);
    const answers = await currentAnswers(dossierId);
    const written = Object.fromEntries(Object.values(answers).flatMap((page) => Object.entries(page)));
    for (const [code, answer] of Object.entries(sheet)) expect(String(written[code]).replace(/\n+/g, '\n'), code).toBe(answer);
    const [line] = await journalOf(dossierId, 'takeAnswers');
    expect(line?.data).toMatchObject({ answers: 15, sections: expect.arrayContaining(['fiche-1', 'fiche-7']) });
    expect(await journalOf(dossierId, 'editDossier')).toEqual([]);
    const told = JSON.stringify((await prisma().journalEntry.findMany({ where: { dossierId } })).map(({ data }) => data));
    expect(told).not.toContain('accueils');
    expect(await waitingImports(dossierId)).toEqual([]);
    expect(await takeAnswers(lead, dossierId, importId, { choices: noChoices, versions: {}, seen: 0 }, receive())).toMatchObject({
      refusal: 'notFound',
    });
  }, 60_000);

  it('the form filled without a network comes back through the same road, choices and criteria included', async () => {
    const dossierId = await startedDossier();
    const [category] = definition.categories;
    const claims = Object.fromEntries(
      (category?.criteria ?? []).map(({ code }) => [code, { position: 'planned' as const, explanation: `Pour ${code}.`, proof: 'Ici' }]),
    );
    const filled = { categorie: { categorie: category?.code ?? '' }, motivation: { motivation: 'Parce que.\n\nVoilà.', criteres: claims } };
    const importId = await imported(lead, dossierId, formDocx('x', offlineForm({ ...definition, code: await codeOf(call) }, filled)));
    await must(takeAnswers(lead, dossierId, importId, await untouched(dossierId, importId), receive()));
    expect(await currentAnswers(dossierId)).toMatchObject(filled);
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ categoryCode: category?.code });
  }, 60_000);

  it('keeps an answer that exists, takes corrected words, places a passage after, leaves the rest', async () => {
    const dossierId = await startedDossier(lead, call, { 'fiche-2': { '2-1': 'Ma version.' } });
    const importId = await imported(lead, dossierId, await named('.docx, paragraphs').content(invented));
    const before = await untouched(dossierId, importId, { placed: { '0': 'fiche-2:2-1' } });
    const rows = { ...before.choices.rows, 'fiche-4:4-4': { choice: 'use' as const, text: 'Pas encore, mais bientôt.' } };
    await must(takeAnswers(lead, dossierId, importId, { ...before, choices: { ...before.choices, rows } }, receive()));
    const answers = await currentAnswers(dossierId);
    expect(answers['fiche-2']?.['2-1']).toMatch(/^Ma version\.\n\n.*Val d’Exemple/s);
    expect(answers['fiche-4']?.['4-4']).toBe('Pas encore, mais bientôt.');
    expect(answers.motivation).toBeUndefined();
  }, 60_000);

  it('a page saved meanwhile: nothing is taken, every choice is kept and comes back', async () => {
    const dossierId = await startedDossier();
    const importId = await imported(lead, dossierId, await named('.docx, paragraphs').content(invented));
    const mine = await untouched(dossierId, importId);
    await must(saveSection(lead, dossierId, 'fiche-2', { '2-1': 'Écrit par une collègue' }, 0, receive()));
    const before = await currentAnswers(dossierId);
    const refused = await takeAnswers(lead, dossierId, importId, mine, receive());
    expect(refused).toMatchObject({ ok: false, refusal: 'conflict', pages: ['fiche-2'] });
    expect(await currentAnswers(dossierId)).toEqual(before);
    expect((await documentImport(dossierId, importId))?.choices).toEqual(mine.choices);
    const { versions } = await savedPages(dossierId);
    await must(takeAnswers(lead, dossierId, importId, { ...mine, versions }, receive()));
    expect((await currentAnswers(dossierId))['fiche-2']?.['2-1']).toContain('Tout est parti des accueils');
  }, 60_000);

  it('what is not decided, a SIREN taken elsewhere, nothing chosen: nothing is taken and nothing is lost', async () => {
    const siren = freshSiren();
    await must(
      createDossier(await givenPerson(), call, { 'nom-structure': 'Autre', nature: 'departement', siren, territoire: 'Autre' }, receive()),
    );
    const dossierId = await startedDossier();
    const before = await currentAnswers(dossierId);
    const form = offlineForm({ ...definition, code: await codeOf(call) }, { structure: { ...before.structure, siren } });
    const importId = await imported(lead, dossierId, formDocx('x', form));
    const { versions } = await savedPages(dossierId);
    const tried = async (rows: ImportChoices['rows']) =>
      takeAnswers(
        lead,
        dossierId,
        importId,
        { choices: { ...noChoices, rows }, versions, seen: (await documentImport(dossierId, importId))?.choicesVersion ?? 0 },
        receive(),
      );
    expect(await tried({ 'structure:siren': { choice: null, text: siren } })).toMatchObject({
      refusal: 'invalid',
      problems: { 'choix:structure:siren': expect.stringContaining('Dites') },
    });
    const taken = { 'structure:siren': { choice: 'use' as const, text: siren } };
    expect(await tried(taken)).toMatchObject({ refusal: 'alreadyExists' });
    expect((await documentImport(dossierId, importId))?.choices?.rows).toEqual(taken);
    expect(await tried({ 'structure:siren': { choice: 'leave', text: siren } })).toMatchObject({ refusal: 'nothingChosen' });
    expect(await currentAnswers(dossierId)).toEqual(before);
    const later = { choices: { ...noChoices, suggested: [3] }, versions };
    const { choicesVersion: seen = 0 } = (await documentImport(dossierId, importId)) ?? {};
    await must(keepChoices(lead, dossierId, importId, { ...later, seen }, receive()));
    await must(keepChoices(lead, dossierId, importId, { ...later, seen }, receive())); // pressed twice
    expect((await documentImport(dossierId, importId))?.choices?.suggested).toEqual([3]);
  }, 60_000);

  it('choices kept by a colleague are never replaced unseen, nor a letter that came meanwhile', async () => {
    const dossierId = await startedDossier();
    const importId = await imported(lead, dossierId, await named('.pdf, one column').content(invented), 'Dossier complet.pdf');
    const mine = await untouched(dossierId, importId);
    const theirs = { ...mine, choices: { ...mine.choices, suggested: [7] } };
    await must(keepChoices(lead, dossierId, importId, theirs, receive()));
    expect(await keepChoices(lead, dossierId, importId, mine, receive())).toMatchObject({ refusal: 'choicesOvertaken' });
    const left = Object.entries(mine.choices.rows).map(([place, row]) => [place, { ...row, choice: 'leave' as const }]);
    const nothing = { ...mine, choices: { ...mine.choices, rows: Object.fromEntries(left) } };
    expect(await takeAnswers(lead, dossierId, importId, nothing, receive())).toMatchObject({ refusal: 'nothingChosen', kept: false });
    expect((await documentImport(dossierId, importId))?.choices?.suggested).toEqual([7]);

    const piece = { ...mine, choices: { ...mine.choices, pieces: ['lettre:lettre-elu'] }, seen: 1 };
    const { fileId } = await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Plus récente'), receive()));
    expect(await takeAnswers(lead, dossierId, importId, piece, receive())).toMatchObject({
      refusal: 'conflict',
      pages: ['lettre'],
      kept: true,
    });
    expect((await currentAnswers(dossierId)).lettre?.['lettre-elu']).toMatchObject({ fileId });
  }, 60_000);

  it('a PDF also serves as the letter, as a copy of its own; the original is for the people of the dossier only', async () => {
    const ownCall = await givenOpenCall();
    const dossierId = await startedDossier(lead, ownCall);
    const importId = await imported(lead, dossierId, await named('.pdf, one column').content(invented), 'Dossier complet.pdf');
    const original = (await documentImport(dossierId, importId))?.file;
    expect(original?.pages).toBeGreaterThan(0);
    await must(takeAnswers(lead, dossierId, importId, await untouched(dossierId, importId, { pieces: ['lettre:lettre-elu'] }), receive()));
    const letter = (await currentAnswers(dossierId)).lettre?.['lettre-elu'] as { fileId: string; sha256: string };
    expect(letter).toMatchObject({ name: 'Dossier complet.pdf', sha256: original?.sha256, pages: original?.pages });
    expect(letter.fileId).not.toBe(original?.fileId);
    expect(await keptDocuments(dossierId)).toMatchObject([{ fileId: original?.fileId, name: 'Dossier complet.pdf' }]);
    const bytes = async (fileId: string) => {
      const pieces = [];
      for await (const piece of (await downloadableFile(lead, fileId))?.pieces ?? []) pieces.push(piece);
      return Buffer.concat(pieces).length;
    };
    expect([await bytes(letter.fileId), await bytes(original?.fileId ?? '')]).toEqual([original?.bytes, original?.bytes]);

    const examiner = await givenPerson('reviewer', 'administrator');
    await prisma().dossier.update({ where: { id: dossierId }, data: { status: 'submitted' } });
    await close(ownCall);
    expect(await downloadableFile(examiner, letter.fileId)).not.toBeNull();
    expect(await downloadableFile(examiner, original?.fileId ?? '')).toBeNull();
    expect(await downloadableFile(lead, original?.fileId ?? '')).not.toBeNull();
  }, 60_000);

  it('the original goes when it is not wanted, when it is discarded, with the draft, and after a month', async () => {
    const dossierId = await startedDossier();
    const files = () => prisma().storedFile.count({ where: { dossierId } });
    const content = await named('.txt').content(invented);
    const first = await imported(lead, dossierId, content, 'a.txt');
    expect(await imported(lead, dossierId, content, 'a.txt')).toBe(first);
    await must(takeAnswers(lead, dossierId, first, await untouched(dossierId, first, { keepsOriginal: false }), receive()));
    expect(await files()).toBe(0);

    const second = await imported(lead, dossierId, content, 'a.txt');
    const { fileId } = (await documentImport(dossierId, second))?.file ?? { fileId: '' };
    expect(await discardDocument(await givenPerson(), dossierId, fileId, receive())).toMatchObject({ refusal: 'notFound' });
    await must(discardDocument(lead, dossierId, fileId, receive()));
    expect(await discardDocument(lead, dossierId, 'not-a-uuid', receive())).toMatchObject({ refusal: 'notFound' });
    expect([await files(), await waitingImports(dossierId)]).toEqual([0, []]);

    const third = await imported(lead, dossierId, content, 'a.txt');
    await prisma().documentImport.update({
      where: { id: third },
      data: { createdAt: new Date(Date.now() - (importLimits.days - 1) * 86_400_000) },
    });
    await removeOldImports();
    expect(await files()).toBe(1);
    await prisma().documentImport.update({
      where: { id: third },
      data: { createdAt: new Date(Date.now() - importLimits.days * 86_400_000 - 1000) },
    });
    expect(await removeOldImports()).toBeGreaterThan(0);
    expect(await files()).toBe(0);

    await imported(lead, dossierId, content, 'a.txt');
    await must(deleteDraft(lead, dossierId, receive()));
    expect([await files(), await prisma().documentImport.count({ where: { dossierId } })]).toEqual([0, 0]);
  }, 60_000);

  it('a document that cannot be read leaves nothing but its count; after so many in an hour, others wait', async () => {
    const dossierId = await startedDossier();
    const page = new TextEncoder().encode('<html><p>Bonjour</p></html>');
    expect(await must(importDocument(lead, dossierId, posted(page), receive()))).toEqual({ documentRefusal: 'notADocument' });
    expect(await must(importDocument(lead, dossierId, posted(new Uint8Array(0)), receive()))).toEqual({ documentRefusal: 'empty' });
    expect([await prisma().storedFile.count({ where: { dossierId } }), await waitingImports(dossierId)]).toEqual([0, []]);
    expect(await journalOf(dossierId, 'importDocument')).toHaveLength(1);
    await prisma().journalEntry.createMany({
      data: Array.from({ length: maxActsAnHour - 2 }, () => ({ act: 'importDocument', dossierId })),
    });
    const both = await Promise.all([1, 2].map((n) => importDocument(lead, dossierId, posted(Buffer.from(`<html>${n}`)), receive())));
    expect(both.map((result) => (result.ok ? 'read' : result.refusal)).sort()).toEqual(['read', 'tooOften']);
  }, 60_000);

  it('nothing of the body is read for a stranger, after the closing, or when too many documents are kept', async () => {
    const ownCall = await givenOpenCall();
    const dossierId = await startedDossier(lead, ownCall);
    const never = () =>
      new Request('http://localhost/', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: new ReadableStream({ pull: () => Promise.reject(new Error('the body must not be read')) }),
        duplex: 'half',
      } as RequestInit);
    const tried = (actor: Actor) => importDocument(actor, dossierId, never(), receive());
    for (const stranger of [await givenPerson(), await givenPerson('reviewer', 'administrator')]) {
      expect(await tried(stranger)).toMatchObject({ refusal: 'notFound' });
    }
    const importId = await imported(lead, dossierId, Buffer.from('Un texte sans question.'), 'a.txt');
    expect(
      await takeAnswers(await givenPerson(), dossierId, importId, { choices: noChoices, versions: {}, seen: 0 }, receive()),
    ).toMatchObject({
      refusal: 'notFound',
    });
    const other = await startedDossier();
    expect(await takeAnswers(lead, other, importId, { choices: noChoices, versions: {}, seen: 0 }, receive())).toMatchObject({
      refusal: 'notFound',
    });
    const file = { name: 'x', mediaType: 'text/plain', bytes: 1, sha256: 'x'.repeat(64), pages: 0, isOriginal: true };
    await prisma().storedFile.createMany({ data: Array.from({ length: importLimits.documents - 1 }, () => ({ ...file, dossierId })) });
    expect(await tried(lead)).toMatchObject({ refusal: 'tooManyDocuments' });
    await close(ownCall);
    expect(await tried(lead)).toMatchObject({ refusal: 'depositClosed' });
    expect(await takeAnswers(lead, dossierId, importId, { choices: noChoices, versions: {}, seen: 0 }, receive())).toMatchObject({
      refusal: 'depositClosed',
    });
  }, 60_000);
});

const noChoices: ImportChoices = { rows: {}, placed: {}, suggested: [], pieces: [], keepsOriginal: true };

async function codeOf(callId: string): Promise<string> {
  return (await prisma().call.findUniqueOrThrow({ where: { id: callId } })).code;
}
