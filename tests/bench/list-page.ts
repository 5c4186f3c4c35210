import { plural } from '../../lib/domain/text.ts';
import type { Bench } from './bench.ts';
import { page } from './browser.ts';
import { alternate, load, type Pair } from './load.ts';
import { atMost, figure, type Row, rowOf } from './report.ts';
import { seedPeople } from './seed.ts';
import { direct, signIn, tokenHash } from './service.ts';

/** The same rows and the same count, in one statement. */
const RAW = `
  WITH asking AS (
    SELECT s.user_id AS id FROM sessions s WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()
      AND EXISTS (SELECT 1 FROM role_grants g WHERE g.user_id = s.user_id)
  ), allowed AS NOT MATERIALIZED (
    SELECT d.* FROM dossiers d
    WHERE d.call_id = $2 AND d.status = 'admissible' AND EXISTS (SELECT 1 FROM asking)
      AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = d.id AND r.user_id = (SELECT id FROM asking))
      AND NOT EXISTS (SELECT 1 FROM dossier_members m WHERE m.dossier_id = d.id AND m.user_id = (SELECT id FROM asking))
  )
  SELECT (SELECT count(*) FROM allowed) AS total, a.id, a.number, a.status, a.organisation_name, a.territory_name, a.organisation_kind,
    a.category_code, a.submitted_at,
    (SELECT count(*) FROM reviews v WHERE v.dossier_id = a.id AND v.delivered_at IS NOT NULL) AS delivered
  FROM allowed a ORDER BY a.organisation_name, a.id LIMIT 50`;

/** W3: the list of a reviewer, filtered, sorted and counted, fifty dossiers a page; for each number of dossiers. */
export async function listPage({ service, closed, listSizes, rounds, seconds, connections }: Bench): Promise<Row[]> {
  const cookies = await signIn(service, await seedPeople(service, 'reviewer', Math.max(...connections), 'list'));
  const rows: Row[] = [];
  const alone: Pair[] = [];
  for (const size of listSizes) {
    const call = closed.get(size);
    const url = `${service.url}/instruction?appel=${call?.code}&statut=admissible&tri=nom`;
    for (const c of connections) {
      const database = await direct(service, c);
      const ours = (connection: number) => page(url, cookies[connection] ?? '', plural(size, 'dossier', 'dossiers'));
      const raw = (connection: number) => database.run(connection, 'list', RAW, [tokenHash(cookies[connection] ?? ''), call?.id]);
      const pair = await alternate(
        rounds,
        () => load(c, { seconds }, ours),
        () => load(c, { seconds: seconds / 2 }, raw),
      );
      if (c === 1) alone.push(pair);
      rows.push(rowOf('W3', `list of ${size} dossiers`, c, pair));
      await database.end();
    }
  }
  const [first, last] = [alone.at(0)?.ours.p50, alone.at(-1)?.ours.p50];
  if (first && last && listSizes.length > 1) {
    const growth = last / first;
    const bar = atMost(1.5)(growth);
    rows.push(figure({ workload: 'W3', what: `growth, ${listSizes[0]} → ${listSizes.at(-1)} dossiers`, unit: '×', ours: growth, bar }));
  }
  return rows;
}
