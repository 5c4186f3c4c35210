import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { writeMessage } from '../../lib/operations/message.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { answerVisa, askVisa, requireVisa, withdrawVisa } from '../../lib/operations/visa.ts';
import { downloadableFile } from '../../lib/queries/document.ts';
import { ownDossier } from '../../lib/queries/dossier.ts';
import { savedSection } from '../../lib/queries/dossier-answers.ts';
import { examinedDossier } from '../../lib/queries/instruction.ts';
import { currentVisa, dossierForVisa, myVisas } from '../../lib/queries/visa.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, closeAt, givenDossier, givenOpenCall, givenPdf, givenPerson, letterPlace, must } from '../support/given.ts';

setUpDatabase();

let call: string;
let lead: Actor;
let superior: Actor;
beforeAll(async () => {
  call = await givenOpenCall();
  lead = await givenPerson();
  superior = await givenPerson();
});

const to = ({ email, name }: Actor) => ({ email: ` ${email.toUpperCase()} `, name, function: 'directrice générale des services' });
const ask = async (dossier: string, person = superior) => must(askVisa(lead, dossier, to(person), receive()));
const shown = async (dossier: string, person = superior) => (await dossierForVisa(person, dossier, receive()))?.sha256 ?? '';
const answer = async (dossier: string, value = 'given', comment = '', person = superior) =>
  answerVisa(person, dossier, { answer: value, comment, sha256: await shown(dossier, person) }, receive());
const visaOf = async (dossier: string) => (await currentVisa(dossier)).visa;
async function write(dossier: string, text: string) {
  const { version } = await savedSection(dossier, 'presentation');
  await must(saveSection(lead, dossier, 'presentation', { presentation: text }, version, receive()));
}

describe('a visa', () => {
  it('is asked by mail from an address; who signs in with it reads and answers, nothing more', async () => {
    const dossier = await givenDossier(lead, call);
    const { fileId } = await must(attachFile(lead, dossier, letterPlace, await givenPdf(), receive()));
    expect(await dossierForVisa(superior, dossier, receive())).toBeNull();
    await ask(dossier);
    expect(await prisma().mail.findFirst({ where: { toAddress: superior.email }, orderBy: { id: 'desc' } })).toMatchObject({
      audience: 'teamWithoutLinks',
      text: expect.stringContaining(`/candidature/visa/${dossier}`),
    });
    expect((await dossierForVisa(superior, dossier, receive()))?.answers?.presentation).toBeDefined();
    expect(await downloadableFile(superior, fileId)).not.toBeNull();
    expect(await myVisas(superior, new Date())).toMatchObject([{ dossierId: dossier, answered: false }]);

    expect(await ownDossier(superior, dossier, receive())).toBeNull();
    const notTheirs = [
      saveSection(superior, dossier, 'presentation', { presentation: 'x' }, 1, receive()),
      submitDossier(superior, dossier, 1, receive()),
      deleteDraft(superior, dossier, receive()),
      writeMessage(superior, dossier, { text: 'x', seenId: null }, receive()),
      askVisa(superior, dossier, to(lead), receive()),
      requireVisa(superior, dossier, true, receive()),
    ];
    for (const result of await Promise.all(notTheirs)) expect(result).toMatchObject({ refusal: 'notFound' });

    expect(await answer(dossier, 'maybe')).toMatchObject({ problems: { reponse: expect.any(String) } });
    expect(await answer(dossier, 'refused')).toMatchObject({ problems: { commentaire: expect.any(String) } });
    await must(answer(dossier, 'refused', 'Le budget manque.'));
    expect(await visaOf(dossier)).toMatchObject({ answer: { value: 'refused', comment: 'Le budget manque.', outdated: false } });
    expect(await answer(dossier)).toMatchObject({ refusal: 'visaAnswered' });
    expect((await prisma().mail.findFirst({ where: { toAddress: lead.email }, orderBy: { id: 'desc' } }))?.text).toContain(
      'Le budget manque.',
    );
  });

  it('is for what was shown: written afterwards, even before the answer, the dossier is another one; empty pages say nothing', async () => {
    const dossier = await givenDossier(lead, call);
    await ask(dossier);
    const sha256 = await shown(dossier);
    await write(dossier, 'Écrit pendant la lecture');
    await must(answerVisa(superior, dossier, { answer: 'given', comment: '', sha256 }, receive()));
    expect((await visaOf(dossier))?.answer).toMatchObject({ value: 'given', outdated: true });
    await ask(dossier);
    await must(answer(dossier));
    expect((await visaOf(dossier))?.answer?.outdated).toBe(false);
    await prisma().dossierSection.create({
      data: { dossierId: dossier, code: 'vide', answers: { texte: '', autre: null }, updatedById: lead.userId },
    });
    expect((await visaOf(dossier))?.answer?.outdated).toBe(false);
    await write(dossier, 'Autre');
    expect((await visaOf(dossier))?.answer?.outdated).toBe(true);
  });

  it('blocks only when the lead required it, until two hours before the closing', async () => {
    const own = await givenOpenCall();
    const dossier = await givenDossier(lead, own);
    await must(attachFile(lead, dossier, letterPlace, await givenPdf(), receive()));
    await must(requireVisa(lead, dossier, true, receive()));
    expect(await submitDossier(lead, dossier, 1, receive())).toMatchObject({ refusal: 'visaMissing' });
    await ask(dossier);
    await must(answer(dossier, 'refused', 'Non.'));
    expect(await submitDossier(lead, dossier, 1, receive())).toMatchObject({ refusal: 'visaMissing' });
    await ask(dossier);
    await must(answer(dossier));
    await write(dossier, 'Modifié depuis');
    expect(await submitDossier(lead, dossier, 1, receive())).toMatchObject({ refusal: 'visaMissing' });
    await ask(dossier);
    await must(answer(dossier));
    await must(submitDossier(lead, dossier, 1, receive()));
    await write(dossier, 'Modifié encore');
    expect(await submitDossier(lead, dossier, 2, receive())).toMatchObject({ refusal: 'visaMissing' });
    await closeAt(own, new Date(Date.now() + 7_190_000));
    await must(submitDossier(lead, dossier, 2, receive()));
    expect(await prisma().journalEntry.count({ where: { dossierId: dossier, act: 'requireVisa' } })).toBe(1);
  });

  it('taken back, no longer opens the dossier; nor after the closing; nor to the Mission, ever', async () => {
    const own = await givenOpenCall();
    const dossier = await givenDossier(lead, own);
    const reviewer = await givenPerson('reviewer');
    await ask(dossier, reviewer);
    expect(await dossierForVisa(reviewer, dossier, receive())).toBeNull();
    await ask(dossier);
    expect(await prisma().visa.count({ where: { dossierId: dossier, withdrawnAt: null } })).toBe(1);
    await must(withdrawVisa(lead, dossier, receive()));
    expect(await withdrawVisa(lead, dossier, receive())).toMatchObject({ refusal: 'notFound' });
    expect(await dossierForVisa(superior, dossier, receive())).toBeNull();
    await ask(dossier);
    await close(own);
    expect(await dossierForVisa(superior, dossier, receive())).toMatchObject({ answers: null, refusal: 'depositClosed' });
    expect(await answerVisa(superior, dossier, { answer: 'given', comment: '', sha256: 'a'.repeat(64) }, receive())).toMatchObject({
      refusal: 'depositClosed',
    });
    expect(await askVisa(lead, dossier, to(superior), receive())).toMatchObject({ refusal: 'depositClosed' });
  });

  it('given, keeps its author from judging the dossier, should they receive a role', async () => {
    const own = await givenOpenCall();
    const dossier = await givenDossier(lead, own);
    const future = await givenPerson();
    await must(attachFile(lead, dossier, letterPlace, await givenPdf(), receive()));
    await ask(dossier, future);
    await must(answer(dossier, 'given', '', future));
    await must(submitDossier(lead, dossier, 1, receive()));
    await close(own);
    const named = { ...future, grants: [{ role: 'reviewer' as const, callId: null }] };
    expect(await examinedDossier(await givenPerson('reviewer'), dossier)).not.toBeNull();
    expect(await examinedDossier(named, dossier)).toBeNull();
  });

  it('never changes once answered, and goes with a draft that is deleted', async () => {
    const dossier = await givenDossier(lead, call);
    await ask(dossier);
    await must(answer(dossier));
    const where = { dossierId: dossier };
    await expect(prisma().visa.updateMany({ where, data: { answer: 'refused' } })).rejects.toThrow(/frozen/);
    await expect(prisma().visa.deleteMany({ where })).rejects.toThrow(/frozen/);
    await must(deleteDraft(lead, dossier, receive()));
    expect(await prisma().visa.count({ where })).toBe(0);
  });

  it('is asked from somebody else, a few times an hour', async () => {
    const dossier = await givenDossier(lead, call);
    expect(await askVisa(lead, dossier, to(lead), receive())).toMatchObject({ problems: { courriel: expect.any(String) } });
    for (let n = 0; n < 5; n += 1) await ask(dossier);
    expect(await askVisa(lead, dossier, to(superior), receive())).toMatchObject({ refusal: 'tooOften' });
  });
});
