import { beforeAll, describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { categoryOf } from '../../lib/domain/call.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { decideAdmissibility, decideEligibility, setCategory } from '../../lib/operations/examination.ts';
import { receive } from '../../lib/operations/reception.ts';
import { deliverReview, recuse } from '../../lib/operations/review.ts';
import { freezeSelection, moveDossier, releaseSelection, reopenSelection } from '../../lib/operations/selection.ts';
import { settleFindings, type TypedSettlement } from '../../lib/operations/settlement.ts';
import { callById } from '../../lib/queries/call.ts';
import { boardsFor } from '../../lib/queries/committee.ts';
import { liveBoard } from '../../lib/queries/selection.ts';
import { setUpDatabase } from '../support/database.ts';
import { admit, close, closeAt, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';
import { reviewFinding } from '../support/posted-review.ts';

setUpDatabase();

const categoryCode = 'travaux-engages';

describe('choosing a category from its reviews', () => {
  let chair: Actor;
  let member: Actor;
  let administrator: Actor;
  let reviewers: [Actor, Actor];
  let call: string;
  const dossiers: string[] = [];

  beforeAll(async () => {
    [chair, member, administrator] = [await givenPerson('chair'), await givenPerson('committee'), await givenPerson('administrator')];
    reviewers = [await givenPerson('reviewer'), await givenPerson('reviewer')];
    // Two seats are enough to draw a line.
    const categories = tani2020.categories.map((category) => ({ ...category, seats: 2 }));
    call = await givenOpenCall({ categories });
    for (let n = 0; n < 5; n += 1) dossiers.push(await givenSubmittedDossier(await givenPerson(), call));
    await close(call);
    await admit(reviewers[0], ...dossiers);
  });

  const board = async () => {
    const loaded = await callById(call);
    const category = loaded && categoryOf(loaded.definition, categoryCode);
    if (!loaded || !category) throw new Error('the call was just made');
    return liveBoard(loaded, category);
  };
  const lineOf = async (dossierId: string | undefined) => (await board()).find((line) => line.dossierId === dossierId);
  /** A dossier left unexamined, as an incident could leave one. */
  const givenSubmittedLate = async (chosen: string) => {
    await closeAt(call, new Date(Date.now() + 60_000));
    const dossierId = await givenSubmittedDossier(await givenPerson(), call);
    await prisma().dossier.update({ where: { id: dossierId }, data: { categoryCode: chosen } });
    await close(call);
    return dossierId;
  };
  const place = () => ({ callId: call, categoryCode });

  it('shows nothing of a dossier to a committee member who may still review it, until they have delivered', async () => {
    const loaded = await callById(call);
    const both: Actor = await givenPerson('reviewer', 'committee');
    const boards = loaded && (await boardsFor(both, loaded));
    const seen = boards?.find(({ category }) => category.code === categoryCode);
    expect(seen?.lines).toEqual([]);
    expect(seen?.toReviewFirst).toHaveLength(5);
    const onlyMember = loaded && (await boardsFor(member, loaded));
    expect(onlyMember?.find(({ category }) => category.code === categoryCode)).toMatchObject({ toReviewFirst: [], lines: { length: 5 } });
  });

  it('cannot be frozen before every dossier has its two reviews', async () => {
    expect(await freezeSelection(chair, place(), receive())).toMatchObject({ ok: false, refusal: 'dossiersNotReady' });
    expect((await board()).map((line) => line.problem)).toEqual(Array(5).fill('Il manque 2\u00a0évaluations sur 2.'));
  });

  it('orders by criteria met in common, then by appreciation, and cuts after the seats', async () => {
    const met: [string[], string[], string, string][] = [
      [['C1', 'C2', 'C3'], ['C1', 'C2', 'C3'], '4', '4'],
      [['C1', 'C2'], ['C1', 'C2'], '4', '3'],
      [['C1', 'C2'], ['C1', 'C2'], '2', '2'],
      [['C1'], ['C1'], '4', '4'],
      [['C1', 'C2'], ['C1'], '1', '1'],
    ];
    for (const [n, [a, b, x, y]] of met.entries()) {
      await must(deliverReview(reviewers[0], dossiers[n] ?? '', reviewFinding(a, x), receive()));
      await must(deliverReview(reviewers[1], dossiers[n] ?? '', reviewFinding(b, y), receive()));
    }
    const lines = await board();
    expect(lines.slice(0, 3).map((line) => line.dossierId)).toEqual(dossiers.slice(0, 3));
    expect(lines.map((line) => line.place)).toEqual(['laureate', 'laureate', 'reserve', 'notSelected', 'notSelected']);
    expect(lines[1]?.separation).toBe('meanAppreciation');
    expect(await lineOf(dossiers[4])).toMatchObject({ problem: expect.stringContaining('départagez') });
  });

  it('a disagreement that decides the gate is settled by the chair, with a reason, and only by the chair', async () => {
    const settled = { criterionCode: 'C2', finding: 'met' as const, reason: 'Le schéma est cité page 2.' };
    const disputed = dossiers[4] ?? '';
    expect(await freezeSelection(chair, place(), receive())).toMatchObject({ refusal: 'dossiersNotReady' });
    const settle = (actor: Actor, ...typed: TypedSettlement[]) => settleFindings(actor, disputed, typed, receive());
    expect(await settle(member, settled)).toMatchObject({ refusal: 'notFound' });
    expect(await settle(chair, { ...settled, reason: '' })).toMatchObject({ problems: { 'raison:C2': expect.any(String) } });
    expect(await settle(chair, { ...settled, finding: null })).toMatchObject({ problems: { 'constat:C2': expect.any(String) } });
    expect(await settle(chair, { ...settled, criterionCode: 'C9' })).toMatchObject({ refusal: 'notFound' });
    expect(await settle(chair, { ...settled, criterionCode: 'C1' })).toMatchObject({ refusal: 'readersAgree' });
    expect(await settle(chair, settled, { ...settled, criterionCode: 'C1' })).toMatchObject({ refusal: 'readersAgree' });
    expect(await prisma().settledFinding.count({ where: { dossierId: disputed } })).toBe(0);
    expect(await must(settle(chair, settled))).toEqual(['C2']);
    expect(await must(settle(chair, settled))).toEqual([]);
    expect(await lineOf(disputed)).toMatchObject({ problem: null, gate: { passes: true, met: 2 }, place: 'reserve' });
  });

  it('moving a dossier asks for a reason, respects the gate and the seats, and everybody else follows the order', async () => {
    const [first, , third, gateClosed] = dossiers;
    expect(await moveDossier(member, third ?? '', { place: 'laureate', reason: ' ' }, receive())).toMatchObject({
      refusal: 'reasonMissing',
    });
    expect(await moveDossier(member, gateClosed ?? '', { place: 'laureate', reason: 'x' }, receive())).toMatchObject({
      refusal: 'moveRefused',
      problems: { place: expect.stringMatching(/^Ce dossier remplit 1\scritère\s; l’appel en demande au moins 2\.$/) },
    });
    await must(moveDossier(member, first ?? '', { place: 'reserve', reason: 'Se retire.' }, receive()));
    expect(await lineOf(first)).toMatchObject({ place: 'reserve', moved: true });
    expect(await lineOf(third)).toMatchObject({ place: 'laureate', moved: false });
    await must(moveDossier(member, first ?? '', { place: null, reason: 'Revient.' }, receive()));
    expect(await lineOf(first)).toMatchObject({ place: 'laureate', moved: false });
    expect(await prisma().boardMove.count({ where: { dossierId: first } })).toBe(2);
  });

  it('is not frozen while a submitted dossier of the category, or without one, is not examined; the board names it', async () => {
    const loaded = await callById(call);
    const unexamined = async (actor: Actor) => (loaded ? (await boardsFor(actor, loaded))?.[0] : undefined)?.unexamined;
    const refusal = { refusal: 'dossiersNotExamined' };
    const waiting = await givenSubmittedLate(categoryCode);
    expect(await freezeSelection(chair, place(), receive())).toMatchObject(refusal);
    expect(await unexamined(member)).toMatchObject({ total: 1, named: [{ dossierId: waiting }] });
    await prisma().dossier.update({ where: { id: waiting }, data: { categoryCode: null } });
    expect(await freezeSelection(chair, place(), receive())).toMatchObject(refusal);
    const withdrawn = await givenPerson('committee');
    await must(recuse(withdrawn, waiting, '', receive()));
    expect(await unexamined(withdrawn)).toEqual({ total: 1, named: [] });
    await must(decideAdmissibility(reviewers[0], waiting, { verdict: 'inadmissible', reason: 'Hors délai.' }, receive()));
    expect(await unexamined(member)).toEqual({ total: 0, named: [] });
  });

  it('a review delivered while the proposal is being frozen waits for it, then is refused', async () => {
    const late = await givenPerson('reviewer');
    let delivery: ReturnType<typeof deliverReview> | undefined;
    await prisma().$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM selections WHERE call_id = ${call}::uuid AND category_code = ${categoryCode} FOR UPDATE`;
      delivery = deliverReview(late, dossiers[0] ?? '', reviewFinding(['C1', 'C2', 'C3', 'C4', 'C5']), receive());
      await new Promise((resolve) => setTimeout(resolve, 300));
      await transaction.$executeRaw`UPDATE selections SET status = 'frozen' WHERE call_id = ${call}::uuid AND category_code = ${categoryCode}`;
    });
    expect(await delivery).toMatchObject({ ok: false, refusal: 'selectionFrozen' });
    expect(await prisma().review.count({ where: { reviewerId: late.userId, deliveredAt: { not: null } } })).toBe(0);
    await prisma().$executeRaw`UPDATE selections SET status = 'open' WHERE call_id = ${call}::uuid AND category_code = ${categoryCode}`;
  });

  it('is frozen by one person and released by another; the frozen board no longer moves', async () => {
    expect(await releaseSelection(administrator, place(), receive())).toMatchObject({ refusal: 'selectionNotFrozen' });
    expect(await freezeSelection(administrator, place(), receive())).toMatchObject({ refusal: 'notFound' });
    await must(freezeSelection(chair, place(), receive()));
    expect(await releaseSelection(chair, place(), receive())).toMatchObject({ refusal: 'samePerson' });
    expect(await moveDossier(member, dossiers[0] ?? '', { place: 'reserve', reason: 'x' }, receive())).toMatchObject({
      refusal: 'selectionFrozen',
    });
    await must(reopenSelection(administrator, place(), 'Une pièce à relire.', receive()));
    await must(moveDossier(member, dossiers[2] ?? '', { place: 'notSelected', reason: 'Porté par un voisin déjà lauréat.' }, receive()));
    expect(await lineOf(dossiers[2])).toMatchObject({ computedPlace: 'reserve', move: { by: member.name } });
    await must(freezeSelection(chair, place(), receive()));
  });

  it('who withdrew from one of its dossiers neither sees that dossier nor freezes nor releases the category', async () => {
    const partial = await givenPerson('chair', 'administrator');
    await must(recuse(partial, dossiers[0] ?? '', '', receive()));
    const loaded = await callById(call);
    const [view] = (loaded && (await boardsFor(partial, loaded))) ?? [];
    expect(view?.lines.map((line) => line.dossierId)).not.toContain(dossiers[0]);
    expect(view).toMatchObject({ hidden: 1, mayRelease: false, mayFreeze: false });
    expect(await releaseSelection(partial, place(), receive())).toMatchObject({ refusal: 'recusedInCategory' });
  });

  it('once frozen or released, nothing joins the category any more', async () => {
    const late = await givenSubmittedLate(categoryCode);
    await must(decideEligibility(reviewers[0], late, { verdict: 'eligible', reason: 'Article 3.1.' }, receive()));
    const admissible = { verdict: 'admissible', reason: 'Complet.' } as const;
    expect(await decideAdmissibility(reviewers[0], late, admissible, receive())).toMatchObject({ refusal: 'selectionFrozen' });
    const elsewhere = await givenSubmittedLate('travaux-a-engager');
    const joining = { categoryCode, reason: 'Travaux engagés.' };
    expect(await setCategory(reviewers[0], elsewhere, joining, receive())).toMatchObject({ refusal: 'selectionFrozen' });
    for (const dossierId of [late, elsewhere]) {
      await must(decideAdmissibility(reviewers[0], dossierId, { verdict: 'inadmissible', reason: 'Hors délai.' }, receive()));
    }
  });

  it('releasing tells every candidate once, with reasons and remedies, and gives every dossier its final status', async () => {
    const results = await Promise.all([1, 2, 3].map(() => releaseSelection(administrator, place(), receive())));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const rows = await prisma().dossier.findMany({
      where: { id: { in: dossiers } },
      orderBy: { id: 'asc' },
      include: { decision: true, mails: true },
    });
    expect(rows.map((row) => row.status)).toEqual(['laureate', 'laureate', 'notSelected', 'notSelected', 'reserve']);
    for (const row of rows) {
      const told = row.mails.filter((mail) => /lauréat|complémentaire|retenu/.test(mail.subject));
      expect(told).toHaveLength(1);
      expect(told[0]?.text).toContain('Pass numériques\u00a0: rempli');
      expect(row.decision?.outcome).toBe(row.status);
    }
    const refused = rows[2]?.decision?.reasons ?? [];
    expect(refused).toEqual([
      'Décision du comité, différente de l’ordre annoncé. Raison\u00a0: Porté par un voisin déjà lauréat.',
      expect.stringMatching(/^Dans l’ordre annoncé, le dossier est 3e des 4 dossiers/),
    ]);
    for (const reason of refused) expect(rows[2]?.mails.at(-1)?.text).toContain(reason);
    expect(rows[4]?.decision?.reasons).toEqual([expect.stringContaining('4e des 4 dossiers')]);
    expect(rows[3]?.decision?.reasons).toEqual([]);
    expect(rows[3]?.mails.at(-1)?.text).toContain('Voies et délais de recours');
    await expect(prisma().decision.deleteMany({ where: { dossierId: dossiers[0] } })).rejects.toThrow(/frozen/);
  });
});
