import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import { canonicalJson } from '../../lib/domain/snapshot.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { modelAnswers, PLACE_OF_NUMBER, QUOTE } from './seed-answers.ts';
import type { Service } from './service.ts';

type Sql = Pick<Service, 'sql'>;
export type SeededCall = { id: string; code: string };
/** `open`: drafts, complete, nothing submitted. `closed`: admissible dossiers, with this many delivered reviews each. */
export type Wanted = { name: string; dossiers: number; state: 'open' | 'closed'; reviewers: readonly string[] };

const DAY_MS = 86_400_000;
const MODELS = 8;
export const CRITERIA = ['C1', 'C2', 'C3', 'C4', 'C5'];

/** People of the Mission with this role for every call. Returns their identifiers. */
export async function seedPeople({ sql }: Sql, role: string, count: number, name = role): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `WITH person AS (
       INSERT INTO users (id, email, name) SELECT gen_random_uuid(), $3 || '-' || n || '@bench.example', initcap($3) || ' ' || n FROM generate_series(1, $2) n
       RETURNING id)
     INSERT INTO role_grants (id, user_id, role) SELECT gen_random_uuid(), id, $1::mission_role FROM person RETURNING user_id AS id`,
    [role, count, name],
  );
  return rows.map(({ id }) => id);
}

/** A call with its dossiers, their answers, their submitted version and their reviews, written in bulk. */
export async function seedCall({ sql }: Sql, { name, dossiers, state, reviewers }: Wanted): Promise<SeededCall> {
  const call = await publish({ sql }, name, state);
  const status = state === 'open' ? 'draft' : 'admissible';
  await sql(
    `INSERT INTO dossiers (id, call_id, number, status, identifier_scheme, identifier, organisation_kind, organisation_name, territory_name, population, category_code,
       search_text, submitted_version, submitted_at)
     SELECT gen_random_uuid(), $1, CASE WHEN $3 = 'draft' THEN NULL ELSE upper($2) || '-' || lpad(n::text, 6, '0') END, $3::dossier_status,
       'siren', lpad(n::text, 9, '0'), 'intercommunalite', 'Communauté de communes ' || md5(n::text), 'Territoire ' || n, n, 'travaux-engages',
       'communaute de communes ' || md5(n::text) || ' territoire ' || n, CASE WHEN $3 = 'draft' THEN 0 ELSE 1 END,
       CASE WHEN $3 = 'draft' THEN NULL ELSE clock_timestamp() - n * interval '1 second' END
     FROM generate_series(1, $4::int) n`,
    [call.id, name, status, dossiers],
  );
  await seedMembersAndAnswers({ sql }, call);
  if (state === 'closed') {
    await seedVersions({ sql }, call);
    await seedReviews({ sql }, call, reviewers);
  }
  await sql('ANALYZE');
  return call;
}

/** The leads of a call's dossiers with their dossier, in a fixed order. */
export function leads({ sql }: Sql, call: SeededCall): Promise<{ dossierId: string; userId: string }[]> {
  return sql(
    `SELECT m.dossier_id AS "dossierId", m.user_id AS "userId" FROM dossier_members m JOIN dossiers d ON d.id = m.dossier_id
     WHERE d.call_id = $1 ORDER BY d.population`,
    [call.id],
  );
}

async function publish({ sql }: Sql, name: string, state: Wanted['state']): Promise<SeededCall> {
  const now = Date.now();
  const closesAt = new Date(state === 'open' ? now + 30 * DAY_MS : now - DAY_MS);
  const opensAt = new Date(now - 60 * DAY_MS);
  const content = { ...demonstrationCall({ code: name, promotion: 9, labelYear: 2030, opensAt, closesAt }), shortTitle: `Appel ${name}` };
  const fingerprint = sha256(canonicalJson(content));
  await sql('INSERT INTO call_definitions (sha256, content) VALUES ($1, $2)', [fingerprint, content]);
  const [call] = await sql<{ id: string }>(
    `INSERT INTO calls (id, code, definition_sha256, fictitious, opens_at, closes_at) VALUES (gen_random_uuid(), $1, $2, true, $3, $4) RETURNING id`,
    [name, fingerprint, opensAt, closesAt],
  );
  const id = call?.id ?? '';
  const categories = content.categories.map(({ code }) => code);
  await sql('INSERT INTO selections (id, call_id, category_code) SELECT gen_random_uuid(), $1, unnest($2::text[])', [id, categories]);
  return { id, code: name };
}

/** Each dossier has a lead of its own, and the answers of one of a few models with its own number in them. */
async function seedMembersAndAnswers({ sql }: Sql, { id, code }: SeededCall): Promise<void> {
  await sql(
    `WITH lead AS (
       INSERT INTO users (id, email, name) SELECT gen_random_uuid(), 'lead-' || population || '@' || $2 || '.example', 'Lead ' || population
       FROM dossiers WHERE call_id = $1 RETURNING id, email)
     INSERT INTO dossier_members (dossier_id, user_id, role)
     SELECT d.id, lead.id, 'lead' FROM dossiers d JOIN lead ON lead.email = 'lead-' || d.population || '@' || $2 || '.example' WHERE d.call_id = $1`,
    [id, code],
  );
  const models = Array.from({ length: MODELS }, (_, rank) =>
    Object.entries(modelAnswers(rank)).map(([section, answers]) => ({ rank, section, answers: JSON.stringify(answers) })),
  );
  await sql(
    `INSERT INTO dossier_sections (dossier_id, code, answers, updated_by_id)
     SELECT d.id, model.section, replace(model.answers, $3, d.population::text)::jsonb, m.user_id
     FROM dossiers d JOIN dossier_members m ON m.dossier_id = d.id
     JOIN jsonb_to_recordset($2::jsonb) AS model(rank int, section text, answers text) ON model.rank = d.population % ${MODELS}
     WHERE d.call_id = $1`,
    [id, JSON.stringify(models.flat()), PLACE_OF_NUMBER],
  );
}

async function seedVersions({ sql }: Sql, { id }: SeededCall): Promise<void> {
  await sql(
    `INSERT INTO dossier_versions (id, dossier_id, version, snapshot, definition_sha256, sha256, submitted_by_id, received_at)
     SELECT gen_random_uuid(), s.id, 1, s.snapshot, s.definition_sha256, encode(sha256(convert_to(s.snapshot::text, 'UTF8')), 'hex'), s.user_id, s.submitted_at
     FROM (
       SELECT d.id, d.submitted_at, c.definition_sha256, m.user_id, jsonb_build_object('format', 'tani-dossier/1', 'callCode', c.code,
         'callFingerprint', c.definition_sha256, 'dossierId', d.id, 'number', d.number, 'version', 1, 'receivedAt', d.submitted_at,
         'submittedBy', jsonb_build_object('name', 'Lead', 'email', 'lead@bench.example'), 'categoryCode', d.category_code,
         'identity', jsonb_build_object('siren', d.identifier, 'organisationKind', d.organisation_kind, 'organisationName', d.organisation_name,
           'territoryName', d.territory_name, 'population', d.population),
         'answers', (SELECT jsonb_object_agg(a.code, a.answers) FROM dossier_sections a WHERE a.dossier_id = d.id),
         'files', '[]'::jsonb) AS snapshot
       FROM dossiers d JOIN calls c ON c.id = d.call_id JOIN dossier_members m ON m.dossier_id = d.id WHERE d.call_id = $1
     ) s`,
    [id],
  );
  for (const [table, columns, values] of [
    ['eligibilities', 'verdict, proposal, reason', `'eligible', 'eligible', 'La structure entre dans la liste.'`],
    ['admissibilities', 'verdict, reason, points', `'admissible', 'Les pièces sont présentes.', '[]'`],
  ]) {
    await sql(
      `INSERT INTO ${table} (dossier_id, ${columns}, decided_by_id)
       SELECT d.id, ${values}, m.user_id FROM dossiers d JOIN dossier_members m ON m.dossier_id = d.id WHERE d.call_id = $1`,
      [id],
    );
  }
}

/** The reviewers of a dossier agree on every finding, so that the category can be proposed; their appreciations differ. */
async function seedReviews({ sql }: Sql, { id }: SeededCall, reviewers: readonly string[]): Promise<void> {
  await sql(
    `WITH delivered AS (
       INSERT INTO reviews (id, dossier_id, reviewer_id, comment, dossier_version, delivered_at)
       SELECT gen_random_uuid(), d.id, reviewer, 'Dossier clair et sincère.', 1, clock_timestamp()
       FROM dossiers d CROSS JOIN unnest($2::uuid[]) AS reviewer WHERE d.call_id = $1 RETURNING id, dossier_id)
     INSERT INTO review_findings (review_id, criterion_code, finding, comment, evidence, appreciation)
     SELECT r.id, criterion, CASE WHEN (d.population * 7 + rank * 13) % 5 < 3 THEN 'met' ELSE 'unmet' END::finding, 'Le dossier le montre, chiffres à l’appui.',
       jsonb_build_array(jsonb_build_object('quote', $4::text, 'sectionCode', 'motivation', 'questionCode', 'criteres')),
       abs(hashtext(r.id::text || criterion)) % 5
     FROM delivered r JOIN dossiers d ON d.id = r.dossier_id CROSS JOIN unnest($3::text[]) WITH ORDINALITY AS c (criterion, rank)`,
    [id, reviewers, CRITERIA, QUOTE],
  );
}
