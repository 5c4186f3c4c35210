import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Snapshot } from '../../lib/domain/snapshot.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { restoreSection } from '../../lib/operations/restoration.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { setUpDatabase } from '../support/database.ts';
import { givenDossier, givenOpenCall, givenPdf, givenPerson, givenSubmittedDossier, letterPlace, must } from '../support/given.ts';

setUpDatabase();

let lead: Actor;
let call: string;
beforeAll(async () => {
  [lead, call] = [await givenPerson(), await givenOpenCall()];
});

describe('a page saved while the dossier is being submitted', () => {
  it('leaves the columns of lists as they were submitted, whichever comes first', async () => {
    for (let delay = 0; delay < 30; delay += 3) {
      const id = await givenDossier(lead, call);
      await must(attachFile(lead, id, letterPlace, await givenPdf(), receive()));
      const save = async () => {
        await sleep(delay);
        return saveSection(lead, id, 'categorie', { categorie: 'travaux-a-engager' }, 1, receive());
      };
      const [submitted, saved] = await Promise.all([submitDossier(lead, id, 1, receive()), save()]);
      expect([submitted.ok, saved.ok]).toEqual([true, true]);
      await columnsTellTheVersion(id);
    }
  });

  it('waits for the deposit that holds the dossier, then is saved without touching what was submitted', async () => {
    const id = await givenDossier(lead, call);
    await must(attachFile(lead, id, letterPlace, await givenPdf(), receive()));
    const [{ name } = { name: '' }] = await prisma().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
    const other = new pg.Client({ connectionString: inject('postgresUrl').replace(/[^/]+$/, name) });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM dossiers WHERE id = $1 FOR UPDATE', [id]);
    const submitting = submitDossier(lead, id, 1, receive());
    await sleep(100); // the deposit waits for the dossier, the save comes after it
    const saving = saveSection(lead, id, 'categorie', { categorie: 'travaux-a-engager' }, 1, receive());
    await sleep(100);
    await other.query('COMMIT');
    await other.end();
    expect([(await submitting).ok, (await saving).ok]).toEqual([true, true]);
    await columnsTellTheVersion(id);
    const { answers } = await prisma().dossierSection.findUniqueOrThrow({
      where: { dossierId_code: { dossierId: id, code: 'categorie' } },
    });
    expect(answers).toMatchObject({ categorie: 'travaux-a-engager' });
  });
});

it('saving a page while it goes back to what was submitted never ends in a deadlock', async () => {
  for (let delay = 0; delay < 24; delay += 2) {
    const id = await givenSubmittedDossier(lead, call);
    await must(saveSection(lead, id, 'presentation', { presentation: 'Nouveau' }, 1, receive()));
    const save = async () => {
      await sleep(delay % 12);
      return saveSection(lead, id, 'presentation', { presentation: 'Autre' }, 2, receive());
    };
    const outcomes = await Promise.all([restoreSection(lead, id, 'presentation', 2, receive()), save()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: 'conflict' });
  }
});

async function columnsTellTheVersion(id: string): Promise<void> {
  const dossier = await prisma().dossier.findUniqueOrThrow({ where: { id }, include: { versions: { orderBy: { version: 'desc' } } } });
  const snapshot = dossier.versions[0]?.snapshot as unknown as Snapshot | undefined;
  expect(dossier.categoryCode).toBe(snapshot?.categoryCode);
}
