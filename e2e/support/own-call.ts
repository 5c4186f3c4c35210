import { createHash } from 'node:crypto';
import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import { canonicalJson } from '../../lib/domain/snapshot.ts';

type Sql = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
const DAY_MS = 86_400_000;

/** An invented call of one test's own, open for deposit, so that closing it disturbs nobody. Returns its code. */
export async function ownCall(sql: Sql, name: string, closesIn = 30 * DAY_MS): Promise<string> {
  const code = `${name}-${process.hrtime.bigint()}`;
  const dates = { opensAt: new Date(Date.now() - DAY_MS), closesAt: new Date(Date.now() + closesIn) };
  const definition = { ...demonstrationCall({ code, promotion: 5, labelYear: 2031, ...dates }), shortTitle: `Appel de test ${code}` };
  const sha256 = createHash('sha256').update(canonicalJson(definition)).digest('hex');
  await sql('INSERT INTO call_definitions (sha256, content) VALUES ($1, $2)', [sha256, definition]);
  await sql(
    `WITH made AS (
       INSERT INTO calls (id, code, definition_sha256, fictitious, opens_at, closes_at)
       VALUES (gen_random_uuid(), $1, $2, true, $3, $4) RETURNING id)
     INSERT INTO selections (id, call_id, category_code) SELECT gen_random_uuid(), made.id, category FROM made, unnest($5::text[]) AS category`,
    [code, sha256, dates.opensAt, dates.closesAt, definition.categories.map((category) => category.code)],
  );
  return code;
}
