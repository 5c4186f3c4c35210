import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { maxReasonLength } from '../../lib/domain/extension.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { receive } from '../../lib/operations/reception.ts';
import { freezeSelection, releaseSelection, reopenSelection } from '../../lib/operations/selection.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { cancelWithdrawal, withdrawDossier } from '../../lib/operations/withdrawal.ts';
import { callById } from '../../lib/queries/call.ts';
import { boardsFor } from '../../lib/queries/committee.ts';
import { ownDossier, withdrawalOf } from '../../lib/queries/dossier.ts';
import { examinedDossier, listDossiers, readFilters, sealedCount } from '../../lib/queries/instruction.ts';
import { setUpDatabase } from '../support/database.ts';
import { admit, close, givenDossier, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

const reason = 'La commune fusionne avec sa voisine, qui candidate.';
const statusOf = async (id: string) => (await prisma().dossier.findUniqueOrThrow({ where: { id } })).status;
const everything = readFilters({});
let reviewer: Actor;
beforeAll(async () => {
  reviewer = await givenPerson('reviewer');
});

describe('withdrawing a submitted dossier', () => {
  it('before the closing: told to its people, counted no more, nothing in it can change, and it can be taken back', async () => {
    const [call, lead, colleague] = [await givenOpenCall(), await givenPerson(), await givenPerson()];
    const dossier = await givenSubmittedDossier(lead, call);
    await prisma().dossierMember.create({ data: { dossierId: dossier, userId: colleague.userId, role: 'contributor' } });
    expect(await sealedCount(call)).toBe(1);
    await must(withdrawDossier(lead, dossier, `  ${reason}\u0000`, receive()));
    expect(await statusOf(dossier)).toBe('withdrawn');
    expect(await sealedCount(call)).toBe(0);
    expect(await withdrawalOf({ id: dossier, status: 'withdrawn' })).toMatchObject({ reason, by: lead.name });
    for (const { email } of [lead, colleague]) {
      const [mail] = await prisma().mail.findMany({ where: { toAddress: email, subject: { contains: 'est retiré' } } });
      expect(mail?.text).toContain(reason);
      expect(mail?.text).toContain('peut annuler ce retrait');
    }
    expect(await saveSection(lead, dossier, 'fiche-3', { '3-1': 'x' }, 1, receive())).toMatchObject({ refusal: 'wrongStatus' });
    expect(await submitDossier(lead, dossier, 2, receive())).toMatchObject({ refusal: 'wrongStatus' });
    expect(await withdrawDossier(lead, dossier, reason, receive())).toMatchObject({ refusal: 'wrongStatus' });

    await must(cancelWithdrawal(lead, dossier, receive()));
    expect(await statusOf(dossier)).toBe('submitted');
    expect(await withdrawalOf({ id: dossier, status: 'submitted' })).toBeNull();
    expect(await sealedCount(call)).toBe(1);
    expect(await prisma().mail.count({ where: { toAddress: colleague.email, subject: { contains: 'de nouveau déposé' } } })).toBe(1);
    const acts = await prisma().journalEntry.findMany({
      where: { dossierId: dossier, act: { contains: 'ithdraw' } },
      orderBy: { id: 'asc' },
    });
    expect(acts.map(({ act }) => act)).toEqual(['withdrawDossier', 'cancelWithdrawal']);
    await expect(prisma().withdrawal.deleteMany({ where: { dossierId: dossier } })).rejects.toThrow(/frozen/);
    expect((await ownDossier(lead, dossier, receive()))?.submitted?.version).toBe(1);
  });

  it('after the closing it is final, and leaves the list of the Mission, where it is found as withdrawn', async () => {
    const [call, lead] = [await givenOpenCall(), await givenPerson()];
    const dossier = await givenSubmittedDossier(lead, call);
    await close(call);
    await must(withdrawDossier(lead, dossier, reason, receive()));
    expect(await cancelWithdrawal(lead, dossier, receive())).toMatchObject({ refusal: 'depositClosed' });
    const [mail] = await prisma().mail.findMany({ where: { toAddress: lead.email, subject: { contains: 'est retiré' } } });
    expect(mail?.text).toContain('définitif');
    const loaded = await callById(call);
    expect(loaded && (await listDossiers(reviewer, loaded, everything)).total).toBe(0);
    expect(loaded && (await listDossiers(reviewer, loaded, { ...everything, status: 'withdrawn' })).rows.map(({ id }) => id)).toEqual([
      dossier,
    ]);
    expect(await examinedDossier(reviewer, dossier)).not.toBeNull();
  });

  it('needs a reason that can be kept, and a lead; nothing else may be withdrawn, and strangers are told nothing', async () => {
    const [call, lead, colleague] = [await givenOpenCall(), await givenPerson(), await givenPerson()];
    const dossier = await givenSubmittedDossier(lead, call);
    await prisma().dossierMember.create({ data: { dossierId: dossier, userId: colleague.userId, role: 'contributor' } });
    for (const wrong of ['', ' \u0000 ', 'é'.repeat(maxReasonLength + 1)]) {
      expect(await withdrawDossier(lead, dossier, wrong, receive())).toMatchObject({
        refusal: 'invalid',
        problems: { reason: expect.any(String) },
      });
    }
    for (const actor of [colleague, reviewer, await givenPerson(), await givenPerson('administrator')]) {
      expect(await withdrawDossier(actor, dossier, reason, receive())).toMatchObject({ refusal: 'notFound' });
      expect(await cancelWithdrawal(actor, dossier, receive())).toMatchObject({ refusal: 'notFound' });
    }
    expect(await withdrawDossier(lead, 'x', reason, receive())).toMatchObject({ refusal: 'notFound' });
    expect(await withdrawDossier(lead, await givenDossier(lead, call), reason, receive())).toMatchObject({ refusal: 'wrongStatus' });
    expect(await cancelWithdrawal(lead, dossier, receive())).toMatchObject({ refusal: 'wrongStatus' });
    expect(await statusOf(dossier)).toBe('submitted');
  });

  it('an admitted dossier leaves the board; one in a frozen proposal keeps it from being released as it is', async () => {
    const [call, lead, chair, second] = [
      await givenOpenCall(),
      await givenPerson(),
      await givenPerson('chair'),
      await givenPerson('chair'),
    ];
    const dossier = await givenSubmittedDossier(lead, call);
    await close(call);
    await admit(reviewer, dossier);
    const loaded = await callById(call);
    if (!loaded) throw new Error('the call exists');
    const lines = async () => ((await boardsFor(chair, loaded)) ?? []).flatMap((board) => board.lines.map(({ dossierId }) => dossierId));
    expect(await lines()).toEqual([dossier]);
    const { categoryCode } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossier } });
    const place = { callId: call, categoryCode: categoryCode ?? '' };
    await freezeAnyway(place.callId, place.categoryCode, chair.userId, dossier);

    await must(withdrawDossier(lead, dossier, reason, receive()));
    expect(await releaseSelection(second, place, receive())).toMatchObject({ refusal: 'dossierWithdrawn' });
    expect(await prisma().decision.count({ where: { dossierId: dossier } })).toBe(0);
    await must(reopenSelection(second, place, 'Un dossier est retiré.', receive()));
    expect(await lines()).toEqual([]);
    await must(freezeSelection(chair, place, receive()));
    await must(releaseSelection(second, place, receive()));
    expect(await statusOf(dossier)).toBe('withdrawn');
  });
});

/** A proposal that holds this dossier, frozen without the reviews it would take. */
async function freezeAnyway(callId: string, categoryCode: string, frozenById: string, dossierId: string): Promise<void> {
  await prisma().selection.update({
    where: { callId_categoryCode: { callId, categoryCode } },
    data: { status: 'frozen', frozenById, frozenAt: new Date(), board: [{ dossierId }], boardSha256: '0'.repeat(64) },
  });
}
