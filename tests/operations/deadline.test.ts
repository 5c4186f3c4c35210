import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { setUpDatabase } from '../support/database.ts';
import { closeAt, freshSiren, givenDossier, givenOpenCall, givenPdf, givenPerson, letterPlace, must } from '../support/given.ts';

setUpDatabase();

const SUBMISSIONS = 400;
const SPREAD_MS = 2000;
/** How many dossiers are held by somebody else’s lock over the closing. */
const HELD = 20;
/** What measuring one clock from another can miss: nearer to the closing than this, no verdict is called wrong. */
const BLIND_MS = 5;

describe('four hundred submissions spread two seconds around the closing', () => {
  let lead: Actor;
  let callId: string;
  let model: string;
  beforeAll(async () => {
    [lead, callId] = [await givenPerson(), await givenOpenCall()];
    model = await givenDossier(lead, callId);
    await must(attachFile(lead, model, letterPlace, await givenPdf(), receive()));
  });

  it('every verdict follows the instant of reception on the database clock, even behind locks and in a queue', async () => {
    const dossiers = await copies(model, SUBMISSIONS);
    const databaseAt = await databaseClock();
    const closing = Date.now() + SPREAD_MS + 500;
    await closeAt(callId, new Date(closing));
    const held = new pg.Client({ connectionString: await ownUrl() });
    await held.connect();
    await held.query('BEGIN');
    await held.query('SELECT 1 FROM dossiers WHERE id = ANY($1::uuid[]) FOR UPDATE', [everyTwentieth(dossiers)]);
    const released = sleep(closing - Date.now() + 1000).then(() => held.query('COMMIT'));

    const answers = await Promise.all(
      dossiers.map(async (dossierId, index) => {
        await sleep(closing - SPREAD_MS + (index * 2 * SPREAD_MS) / SUBMISSIONS - Date.now());
        const reception = receive();
        const result = await submitDossier(lead, dossierId, 1, reception);
        return { dossierId, result, before: closing - databaseAt(reception.monotonic), held: index % 20 === 0 };
      }),
    );
    await released;
    await held.end();

    const rows = await prisma().dossierVersion.findMany({ where: { dossierId: { in: dossiers } } });
    const versions = new Map(rows.map((row) => [row.dossierId, row]));
    const judged = answers.filter(({ before }) => Math.abs(before) > BLIND_MS);
    const wrong = judged.filter(({ dossierId, result, before }) => {
      const verdict = result.ok ? 'in time' : result.refusal;
      return verdict !== (before > 0 ? 'in time' : 'depositClosed') || versions.has(dossierId) !== before > 0;
    });
    expect(wrong).toEqual([]);
    expect(judged.length).toBeGreaterThan(SUBMISSIONS * 0.95);
    // Both sides were tried, and so was the wait: accepted after the closing what had been received before it.
    const accepted = answers.filter(({ result }) => result.ok);
    expect(accepted.length).toBeGreaterThan(SUBMISSIONS * 0.4);
    expect(accepted.length).toBeLessThan(SUBMISSIONS * 0.6);
    const waited = accepted.filter((answer) => answer.held);
    expect(waited.length).toBeGreaterThan(HELD / 4);
    expect(waited.filter(({ dossierId }) => (versions.get(dossierId)?.recordedAt.getTime() ?? 0) <= closing)).toEqual([]);
    // What is written is the reception, not the end of the wait.
    const misdated = accepted.filter(({ dossierId, before }) => {
      const receivedAt = versions.get(dossierId)?.receivedAt.getTime() ?? 0;
      return receivedAt >= closing || Math.abs(closing - before - receivedAt) > BLIND_MS + 1;
    });
    expect(misdated).toEqual([]);
  }, 60_000);

  it('a page sent before the closing is saved after it, a page sent after it is not', async () => {
    const [early = '', late = ''] = await copies(model, 2);
    await closeAt(callId, new Date(Date.now() + 60_000));
    const before = receive();
    await sleep(600);
    await closeAt(callId, new Date(Date.now() - 200));
    const text = { '3-1': 'Dernières lignes' };
    expect(await saveSection(lead, early, 'fiche-3', text, 1, before)).toMatchObject({ ok: true });
    expect(await saveSection(lead, late, 'fiche-3', text, 1, receive())).toMatchObject({ ok: false, refusal: 'depositClosed' });
  });
});

/** Dossiers ready to be submitted, each of another structure, written at once. */
async function copies(dossierId: string, count: number): Promise<string[]> {
  const sirens = Array.from({ length: count }, freshSiren);
  const rows = await prisma().$queryRaw<{ id: string }[]>`
    WITH made AS (
      INSERT INTO dossiers (id, call_id, identifier_scheme, identifier, organisation_kind, organisation_name, territory_name, population, category_code)
      SELECT gen_random_uuid(), call_id, identifier_scheme, s, organisation_kind, organisation_name, territory_name, population, category_code
      FROM dossiers, unnest(${sirens}::text[]) AS s WHERE id = ${dossierId}::uuid RETURNING id, identifier
    ), joined AS (
      INSERT INTO dossier_members (dossier_id, user_id, role)
      SELECT made.id, m.user_id, m.role FROM made, dossier_members m WHERE m.dossier_id = ${dossierId}::uuid
    ), written AS (
      INSERT INTO dossier_sections (dossier_id, code, answers, updated_by_id)
      SELECT made.id, s.code, CASE s.code WHEN 'structure' THEN jsonb_set(s.answers, '{siren}', to_jsonb(made.identifier)) ELSE s.answers END, s.updated_by_id FROM made, dossier_sections s WHERE s.dossier_id = ${dossierId}::uuid
    ) SELECT id FROM made`;
  return rows.map(({ id }) => id);
}

/** The database clock at a moment of this process’s monotonic clock, from the quickest of many exchanges. */
async function databaseClock(): Promise<(monotonic: number) => number> {
  let best = { roundTrip: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const asked = performance.now();
    const [row] = await prisma().$queryRaw<{ ms: number }[]>`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
    const roundTrip = performance.now() - asked;
    if (roundTrip < best.roundTrip) best = { roundTrip, ahead: (row?.ms ?? 0) - (asked + roundTrip / 2) };
  }
  return (monotonic) => monotonic + best.ahead;
}

function everyTwentieth(ids: string[]): string[] {
  return ids.filter((_, index) => index % 20 === 0);
}

async function ownUrl(): Promise<string> {
  const [row] = await prisma().$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  return inject('postgresUrl').replace(/[^/]+$/, row?.name ?? '');
}
