import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { decideAdmissibility, decideEligibility, setCategory } from '../../lib/operations/examination.ts';
import { receive } from '../../lib/operations/reception.ts';
import { recuse } from '../../lib/operations/review.ts';
import { examinedDossier } from '../../lib/queries/instruction.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

const eligible = { verdict: 'eligible', reason: 'Article 3.1.' } as const;
const admissible = { verdict: 'admissible', reason: 'Complet.' } as const;

describe('examining a submitted dossier', () => {
  let lead: Actor;
  let reviewer: Actor;
  let call: string;
  let dossierId: string;
  beforeAll(async () => {
    lead = await givenPerson();
    reviewer = await givenPerson('reviewer');
  });

  async function submitted(answers = {}) {
    call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(lead, call, answers);
    await close(call);
  }

  it('is sealed until the closing, and closed to whoever has no role', async () => {
    call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(lead, call);
    expect(await decideEligibility(reviewer, dossierId, eligible, receive())).toMatchObject({ ok: false, refusal: 'depositStillOpen' });
    expect(await examinedDossier(reviewer, dossierId)).toBeNull();
    await close(call);
    expect(await examinedDossier(reviewer, dossierId)).not.toBeNull();
    for (const stranger of [lead, await givenPerson(), await givenPerson('committee')]) {
      expect(await decideEligibility(stranger, dossierId, eligible, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    }
  });

  it('« recevable » is refused while a point is open, « irrecevable » is not', async () => {
    await submitted();
    expect(await decideAdmissibility(reviewer, dossierId, admissible, receive())).toMatchObject({ ok: false, refusal: 'blockingPoints' });
    await must(decideEligibility(reviewer, dossierId, eligible, receive()));
    await must(decideAdmissibility(reviewer, dossierId, admissible, receive()));
    expect(await prisma().dossier.findUnique({ where: { id: dossierId } })).toMatchObject({ status: 'admissible' });
  });

  it('every decision asks for its reason', async () => {
    await submitted();
    const refusal = { ok: false, refusal: 'reasonMissing' };
    expect(await decideEligibility(reviewer, dossierId, { ...eligible, reason: ' ' }, receive())).toMatchObject(refusal);
    expect(await setCategory(reviewer, dossierId, { categoryCode: 'travaux-a-engager', reason: '' }, receive())).toMatchObject(refusal);
    expect(await decideAdmissibility(reviewer, dossierId, { verdict: 'inadmissible', reason: '' }, receive())).toMatchObject(refusal);
  });

  it('tells the candidates that the dossier is not admissible, why, and how to contest it', async () => {
    await submitted();
    await must(decideAdmissibility(reviewer, dossierId, { verdict: 'inadmissible', reason: 'La lettre n’est pas signée.' }, receive()));
    const mail = await prisma().mail.findFirstOrThrow({ where: { dossierId, subject: { contains: 'recevable' } } });
    expect(mail.toAddress).toBe(lead.email);
    expect(mail.text).toContain('La lettre n’est pas signée.');
    expect(mail.text).toContain('deux mois');
    expect(await decideAdmissibility(reviewer, dossierId, { verdict: 'inadmissible', reason: 'Encore' }, receive())).toMatchObject({
      refusal: 'wrongStatus',
    });
  });

  it('a dossier without category waits for the Mission to choose one, with a reason', async () => {
    await submitted({ categorie: { categorie: '' } });
    await must(decideEligibility(reviewer, dossierId, eligible, receive()));
    expect(await decideAdmissibility(reviewer, dossierId, admissible, receive())).toMatchObject({ refusal: 'blockingPoints' });
    expect(await setCategory(reviewer, dossierId, { categoryCode: 'nothing', reason: 'x' }, receive())).toMatchObject({
      refusal: 'invalid',
    });
    await must(setCategory(reviewer, dossierId, { categoryCode: 'travaux-engages', reason: 'Les travaux sont engagés.' }, receive()));
    await must(decideAdmissibility(reviewer, dossierId, admissible, receive()));
    expect(await prisma().categoryChange.findUnique({ where: { dossierId } })).toMatchObject({
      chosenCode: null,
      fixedCode: 'travaux-engages',
    });
  });

  it('withdrawing hides the dossier from that person only, for every role they hold', async () => {
    await submitted();
    const both = await givenPerson('reviewer', 'administrator');
    await must(recuse(both, dossierId, 'Ma sœur y travaille', receive()));
    expect(await examinedDossier(both, dossierId)).toBeNull();
    expect(await decideEligibility(both, dossierId, eligible, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
    expect(await examinedDossier(reviewer, dossierId)).not.toBeNull();
  });

  it('nobody judges their own dossier, whatever their roles', async () => {
    const insider = await givenPerson('reviewer', 'administrator');
    call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(insider, call);
    await close(call);
    expect(await examinedDossier(insider, dossierId)).toBeNull();
    expect(await decideEligibility(insider, dossierId, eligible, receive())).toMatchObject({ ok: false, refusal: 'notFound' });
  });
});
