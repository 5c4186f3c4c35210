import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { setCategory } from '../../lib/operations/examination.ts';
import { receive } from '../../lib/operations/reception.ts';
import { deliverReview, saveReview } from '../../lib/operations/review.ts';
import { deliveredReviews, ownReview } from '../../lib/queries/review.ts';
import { dossierSituation } from '../../lib/queries/situation.ts';
import { setUpDatabase } from '../support/database.ts';
import { admit, close, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';
import { postedReview } from '../support/posted-review.ts';

setUpDatabase();

describe('reviewing', () => {
  let first: Actor;
  let second: Actor;
  let call: string;
  let dossierId: string;
  beforeAll(async () => {
    [first, second] = [await givenPerson('reviewer'), await givenPerson('reviewer')];
    const lead = await givenPerson();
    call = await givenOpenCall();
    dossierId = await givenSubmittedDossier(lead, call);
    await close(call);
    await admit(first, dossierId);
  });

  const seenBy = async (actor: Actor) => {
    const loaded = await dossierSituation(actor, dossierId, receive());
    return loaded && deliveredReviews(loaded);
  };

  it('a draft may hold anything; delivery asks for a finding, a comment and, when met, a passage the dossier really says', async () => {
    const draft = postedReview({ C1: { finding: 'met', comment: '', quotes: ['une phrase inventée'] } });
    const { version } = await must(saveReview(first, dossierId, draft, receive()));
    expect((await ownReview(dossierId, first.userId)).rows.find((r) => r.criterionCode === 'C1')).toMatchObject({
      finding: 'met',
      evidence: [{ quote: 'une phrase inventée' }],
    });
    const refused = await deliverReview(first, dossierId, { ...draft, baseVersion: version }, receive());
    expect(refused).toMatchObject({ ok: false, refusal: 'invalid' });
    expect(Object.keys((!refused.ok && refused.problems) || {}).sort()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);

    const invented = postedReview({ C1: { finding: 'met', comment: 'Oui', quotes: ['une phrase inventée'] } }, 'unmet', version);
    const stillRefused = await deliverReview(first, dossierId, invented, receive());
    expect(!stillRefused.ok && stillRefused.problems).toEqual({ C1: expect.stringContaining('n’est pas dans le dossier') });
  });

  it('two windows of one reader do not overwrite each other', async () => {
    const { version } = await ownReview(dossierId, first.userId);
    await must(saveReview(first, dossierId, postedReview({}, 'partial', version), receive()));
    expect(await saveReview(first, dossierId, postedReview({}, 'unmet', version), receive())).toMatchObject({
      ok: false,
      refusal: 'conflict',
    });
  });

  it('nobody reads the others before delivering; afterwards both are read, with the place of each quotation', async () => {
    const { version } = await ownReview(dossierId, first.userId);
    const quote = 'LES PREMIERS carnets de pass   numériques ont été distribués';
    await must(
      deliverReview(
        first,
        dossierId,
        postedReview({ C1: { finding: 'met', comment: 'Oui', quotes: [quote] } }, 'unmet', version),
        receive(),
      ),
    );
    expect(await seenBy(second)).toBeNull();
    expect(await seenBy(first)).toHaveLength(1);
    await must(deliverReview(second, dossierId, postedReview({}, 'unmet'), receive()));
    const [review] = (await seenBy(second)) ?? [];
    expect(review?.rows.find((row) => row.criterionCode === 'C1')?.evidence).toEqual([
      { quote, sectionCode: 'motivation', questionCode: 'criteres' },
    ]);
    expect(await seenBy(await givenPerson('committee'))).toHaveLength(2);
    expect(await seenBy(await givenPerson())).toBeNull();
  });

  it('a delivered review never changes', async () => {
    const { version } = await ownReview(dossierId, second.userId);
    for (const act of [saveReview, deliverReview]) {
      expect(await act(second, dossierId, postedReview({}, 'partial', version), receive())).toMatchObject({
        ok: false,
        refusal: 'reviewDelivered',
      });
    }
    expect(await setCategory(first, dossierId, { categoryCode: 'travaux-a-engager', reason: 'x' }, receive())).toMatchObject({
      refusal: 'alreadyReviewed',
    });
  });

  it('ten simultaneous deliveries of one reader make one delivered review and one line of the journal', async () => {
    const lead = await givenPerson();
    const other = await givenOpenCall();
    const otherDossier = await givenSubmittedDossier(lead, other);
    await close(other);
    await admit(first, otherDossier);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => deliverReview(first, otherDossier, postedReview({}, 'unmet'), receive())),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await prisma().review.count({ where: { dossierId: otherDossier } })).toBe(1);
    expect(await prisma().journalEntry.count({ where: { dossierId: otherDossier, act: 'deliverReview' } })).toBe(1);
  });
});
