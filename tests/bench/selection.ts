import type { Bench } from './bench.ts';
import { hiddenFields, page, sendForm } from './browser.ts';
import { alternate, load } from './load.ts';
import { atMost, type Bar, type Row, rowOf } from './report.ts';
import { type SeededCall, seedPeople } from './seed.ts';
import { direct, emptyQueue, type Service, signIn } from './service.ts';

/** The order of a category: criteria met by every reader, mean appreciation, number. */
const ORDER = `
  WITH found AS (
    SELECT r.dossier_id, f.criterion_code, bool_and(f.finding = 'met') AS met FROM reviews r JOIN review_findings f ON f.review_id = r.id
    JOIN dossiers d ON d.id = r.dossier_id WHERE d.call_id = $1 AND r.delivered_at IS NOT NULL GROUP BY 1, 2
  ), mean AS (
    SELECT r.dossier_id, avg(f.appreciation) AS mean FROM reviews r JOIN review_findings f ON f.review_id = r.id
    JOIN dossiers d ON d.id = r.dossier_id WHERE d.call_id = $1 AND r.delivered_at IS NOT NULL GROUP BY 1
  ), gate AS (SELECT dossier_id, count(*) FILTER (WHERE met) AS met FROM found GROUP BY 1
  ), board AS (
    SELECT d.id, d.number, d.organisation_name, g.met, m.mean, row_number() OVER (ORDER BY g.met >= 2 DESC, g.met DESC, m.mean DESC, d.number) AS rank
    FROM dossiers d JOIN gate g ON g.dossier_id = d.id JOIN mean m ON m.dossier_id = d.id
    WHERE d.call_id = $1 AND d.category_code = 'travaux-engages' AND d.status = 'admissible'
  )`;
const RAW_VIEW = `${ORDER} SELECT * FROM board ORDER BY rank LIMIT 50`;
/** Everything the acts must leave behind: the frozen board, the decisions, the statuses, and a mail with its job for each member. */
const RAW_WRITE = `${ORDER}, frozen AS (
    UPDATE selections SET board = (SELECT jsonb_agg(board ORDER BY rank) FROM board) WHERE call_id = $1 AND category_code = 'travaux-engages'
  ), placed AS (
    SELECT id, rank, CASE WHEN met < 2 THEN 'notSelected' WHEN rank <= 7 THEN 'laureate' ELSE 'reserve' END AS place FROM board
  ), decided AS (
    INSERT INTO decisions (dossier_id, outcome, rank, findings, released_by_id) SELECT id, place::outcome, rank, '[]', $2::uuid FROM placed
  ), moved AS (
    UPDATE dossiers d SET status = placed.place::dossier_status FROM placed WHERE d.id = placed.id
  ), mailed AS (
    INSERT INTO mails (id, to_address, subject, text, html, dossier_id)
    SELECT gen_random_uuid(), u.email, 'raw', repeat('texte ', 200), repeat('texte ', 400), placed.id
    FROM placed JOIN dossier_members m ON m.dossier_id = placed.id JOIN users u ON u.id = m.user_id RETURNING id
  ), jobs AS (
    INSERT INTO pgboss.job (name, data, start_after) SELECT 'sendMail', jsonb_build_object('mailId', id), now() + interval '1 day' FROM mailed
  ) SELECT count(*) FROM placed`;

/** W6: a category is put in order and shown, then proposed and released; for each number of dossiers. */
export async function selection({ service, closed, sizes, rounds, seconds }: Bench): Promise<Row[]> {
  const [chair = ''] = await seedPeople(service, 'chair', 1);
  const [administrator = ''] = await seedPeople(service, 'administrator', 1);
  const [chairCookie = '', administratorCookie = ''] = await signIn(service, [chair, administrator]);
  const rows: Row[] = [];
  for (const size of sizes) {
    const call = closed.get(size) as SeededCall;
    const url = `${service.url}/comite?appel=${call.code}`;
    const atThisSize =
      (wanted: number) =>
      (ratio: number): Bar =>
        size === 10_000 ? atMost(wanted)(ratio) : { text: `≤ ${wanted} at 10 000`, holds: null };
    const database = await direct(service, 1);
    const view = await alternate(
      rounds,
      () => load(1, { seconds }, () => page(url, chairCookie, 'Figer la proposition')),
      () => load(1, { seconds: seconds / 2 }, () => database.run(0, 'view', RAW_VIEW, [call.id])),
    );
    rows.push(rowOf('W6', `see the board of ${size} dossiers`, 1, view, atThisSize(1.5)));

    const freezeAndRelease = async () => {
      const open = await page(url, chairCookie, 'Figer la proposition');
      let frozen = '';
      const sample = await load(1, { times: 1 }, async () => {
        await sendForm(url, chairCookie, hiddenFields(open, 'Figer la proposition'), 'appel=');
      });
      frozen = await page(url, administratorCookie, 'Publier les décisions');
      const release = await load(1, { times: 1 }, () =>
        sendForm(url, administratorCookie, hiddenFields(frozen, 'Publier les décisions'), 'appel='),
      );
      await page(url, administratorCookie, 'Décisions publiées');
      await reopen(service, call);
      return { ...sample, p50: sample.p50 + release.p50, p95: sample.p95 + release.p95, errors: sample.errors + release.errors };
    };
    const rawWrite = async () => {
      const sample = await load(1, { times: 1 }, () => database.run(0, 'write', RAW_WRITE, [call.id, chair]));
      await reopen(service, call);
      return sample;
    };
    rows.push(rowOf('W6', `freeze and release ${size} dossiers`, 1, await alternate(rounds, freezeAndRelease, rawWrite), atThisSize(2)));
    await database.end();
  }
  return rows;
}

/** Undoes a release, which the service itself never does: its triggers are put to sleep for it. */
async function reopen(service: Service, { id }: SeededCall): Promise<void> {
  await emptyQueue(service);
  await service.sql(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    DELETE FROM mails WHERE dossier_id IN (SELECT id FROM dossiers WHERE call_id = '${id}');
    DELETE FROM decisions WHERE dossier_id IN (SELECT id FROM dossiers WHERE call_id = '${id}');
    UPDATE dossiers SET status = 'admissible' WHERE call_id = '${id}';
    UPDATE selections SET status = 'open', board = NULL, board_sha256 = NULL, frozen_by_id = NULL, frozen_at = NULL, released_by_id = NULL,
      released_at = NULL WHERE call_id = '${id}';
  END $$`);
  await service.sql('VACUUM ANALYZE dossiers, decisions, mails, selections');
}
