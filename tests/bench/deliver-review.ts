import type { Bench } from './bench.ts';
import { hiddenFields, page, sendForm } from './browser.ts';
import { alternate, load } from './load.ts';
import { atLeast, type Row, rowOf } from './report.ts';
import { CRITERIA, seedPeople } from './seed.ts';
import { QUOTE } from './seed-answers.ts';
import { direct, signIn, tokenHash } from './service.ts';

/** The same work in one statement: session, role, dossier locked, review, findings, journal. */
const RAW = `
  WITH asking AS (
    SELECT s.user_id FROM sessions s WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()
      AND EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = s.user_id AND g.role = 'reviewer')
  ), dossier AS (
    SELECT d.id, d.call_id, d.submitted_version, asking.user_id FROM asking, dossiers d
    WHERE d.id = $2 AND d.status = 'admissible'
      AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = d.id AND r.user_id = asking.user_id) FOR UPDATE OF d
  ), review AS (
    INSERT INTO reviews (id, dossier_id, reviewer_id, comment, dossier_version, delivered_at)
    SELECT gen_random_uuid(), id, user_id, $3, submitted_version, clock_timestamp() FROM dossier RETURNING id
  ), findings AS (
    INSERT INTO review_findings (review_id, criterion_code, finding, comment, evidence, appreciation)
    SELECT review.id, f.criterion, f.finding::finding, f.comment, f.evidence, f.appreciation
    FROM review, jsonb_to_recordset($4::jsonb) AS f (criterion text, finding text, comment text, evidence jsonb, appreciation int)
  ), told AS (
    INSERT INTO journal (act, actor_id, call_id, dossier_id) SELECT 'deliverReview', user_id, call_id, id FROM dossier
  ) SELECT id FROM review`;

const COMMENT = 'Le dossier le montre, chiffres à l’appui, et le comité de suivi le confirme dans son dernier relevé.';
const MOST = 24;

/** W5: a reviewer delivers a review of five findings with their passages, by the form a browser without scripts sends. */
export async function deliverReview({ service, toReview, rounds, seconds, connections }: Bench): Promise<Row[]> {
  const cookies = await signIn(service, await seedPeople(service, 'reviewer', 2 * MOST, 'deliver'));
  const dossiers = await service.sql<{ id: string }>('SELECT id FROM dossiers WHERE call_id = $1 ORDER BY population', [toReview.id]);
  // A review is delivered once: every request has a dossier and a reviewer of its own.
  const pairs = (from: number) => cookies.slice(from, from + MOST).flatMap((cookie) => dossiers.map(({ id }) => ({ cookie, id })));
  const [mine, theirs] = [pairs(0), pairs(MOST)];

  const forms = new Map<string, Record<string, string>>();
  for (const { id } of dossiers) {
    const html = await page(`${service.url}/instruction/${id}`, cookies[0] ?? '', 'Mon évaluation');
    forms.set(id, { ...hiddenFields(html, 'Rendre mon évaluation'), ...grid(), comment: COMMENT, version: '0', bouton: 'rendre' });
  }
  const ours = async () => {
    const { cookie, id } = mine.shift() ?? spent();
    await sendForm(`${service.url}/instruction/${id}`, cookie, forms.get(id) ?? {}, 'fait=evaluation');
  };
  const findings = JSON.stringify(
    CRITERIA.map((criterion, rank) => ({
      criterion,
      finding: 'met',
      comment: COMMENT,
      evidence: [{ quote: QUOTE }],
      appreciation: rank % 5,
    })),
  );

  const rows: Row[] = [];
  for (const c of connections) {
    const database = await direct(service, c);
    const raw = async (connection: number) => {
      const { cookie, id } = theirs.shift() ?? spent();
      await database.run(connection, 'review', RAW, [tokenHash(cookie), id, COMMENT, findings]);
    };
    const times = Math.ceil(seconds * 12) * c;
    const pair = await alternate(
      rounds,
      () => load(c, { times }, ours),
      () => load(c, { times }, raw),
    );
    rows.push(rowOf('W5', 'deliver a review', c, pair, c === 8 ? atLeast(0.06) : undefined));
    await database.end();
  }
  return rows;
}

function grid(): Record<string, string> {
  const entries = CRITERIA.flatMap((code, rank) => [
    [`${code}:finding`, 'met'],
    [`${code}:comment`, COMMENT],
    [`${code}:quote`, QUOTE],
    [`${code}:appreciation`, String(rank % 5)],
  ]);
  return Object.fromEntries(entries);
}

function spent(): never {
  throw new Error('no review is left to deliver: seed more dossiers');
}
