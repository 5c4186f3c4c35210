import type { Bench } from './bench.ts';
import { page } from './browser.ts';
import { alternate, load } from './load.ts';
import { type Row, rowOf } from './report.ts';
import { seedPeople } from './seed.ts';
import { direct, signIn, tokenHash } from './service.ts';

/** What the page shows, in one statement. */
const RAW = `
  SELECT d.*, c.closes_at, v.snapshot, v.sha256, e.verdict, e.reason, a.verdict AS admissible, a.reason AS why, a.points,
    (SELECT count(*) FROM reviews r WHERE r.dossier_id = d.id AND r.delivered_at IS NOT NULL) AS delivered,
    (SELECT jsonb_agg(f) FROM reviews r JOIN review_findings f ON f.review_id = r.id WHERE r.dossier_id = d.id AND r.reviewer_id = s.user_id) AS own
  FROM sessions s JOIN dossiers d ON d.id = $2 JOIN calls c ON c.id = d.call_id
  JOIN dossier_versions v ON v.dossier_id = d.id AND v.version = d.submitted_version
  LEFT JOIN eligibilities e ON e.dossier_id = d.id LEFT JOIN admissibilities a ON a.dossier_id = d.id
  WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()
    AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.dossier_id = d.id AND r.user_id = s.user_id)`;

/** W4: a reviewer opens a dossier of fifteen answers, with the grid of their own review beside it. */
export async function dossierPage({ service, closed, sizes, rounds, seconds, connections }: Bench): Promise<Row[]> {
  const cookies = await signIn(service, await seedPeople(service, 'reviewer', Math.max(...connections), 'page'));
  const call = closed.get(sizes[0] ?? 0);
  const dossiers = await service.sql<{ id: string }>('SELECT id FROM dossiers WHERE call_id = $1 ORDER BY population LIMIT 100', [
    call?.id,
  ]);
  let opened = 0;
  const next = () => {
    opened += 1;
    return dossiers[opened % dossiers.length]?.id ?? '';
  };
  const rows: Row[] = [];
  for (const c of connections) {
    const database = await direct(service, c);
    const ours = (connection: number) => page(`${service.url}/instruction/${next()}`, cookies[connection] ?? '', 'Mon évaluation');
    const raw = (connection: number) => database.run(connection, 'dossier', RAW, [tokenHash(cookies[connection] ?? ''), next()]);
    const pair = await alternate(
      rounds,
      () => load(c, { seconds }, ours),
      () => load(c, { seconds: seconds / 2 }, raw),
    );
    rows.push(rowOf('W4', 'open a dossier', c, pair));
    await database.end();
  }
  return rows;
}
