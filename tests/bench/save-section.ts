import type { Bench } from './bench.ts';
import { ask } from './browser.ts';
import { alternate, load } from './load.ts';
import { atLeast, type Row, rowOf } from './report.ts';
import { leads } from './seed.ts';
import { direct, signIn, tokenHash } from './service.ts';

/** The same work in one statement, the least PostgreSQL can do for it. */
const RAW = `
  WITH asking AS (
    SELECT u.id, (SELECT jsonb_agg(g.role) FROM role_grants g WHERE g.user_id = u.id) AS grants
    FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()
  ), allowed AS (
    SELECT d.id, d.call_id, asking.id AS user_id
    FROM asking JOIN dossier_members m ON m.user_id = asking.id JOIN dossiers d ON d.id = m.dossier_id JOIN calls c ON c.id = d.call_id
    WHERE d.id = $2 AND d.status IN ('draft', 'submitted') AND c.opens_at <= clock_timestamp() AND clock_timestamp() < c.closes_at
  ), saved AS (
    UPDATE dossier_sections s SET answers = $4::jsonb, version = s.version + 1, updated_at = clock_timestamp(), updated_by_id = allowed.user_id
    FROM allowed WHERE s.dossier_id = allowed.id AND s.code = $3 AND s.version = $5 RETURNING s.version
  ), touched AS (
    UPDATE dossiers SET updated_at = clock_timestamp() FROM saved WHERE id = $2
  ), told AS (
    INSERT INTO journal (act, actor_id, call_id, dossier_id, data)
    SELECT 'editDossier', user_id, call_id, id, jsonb_build_object('section', $3::text, 'version', version) FROM saved, allowed
  ) SELECT version FROM saved`;

const SECTION = 'fiche-5';
const QUESTIONS = ['5-1', '5-2', '5-3'];

/** W1: a candidate's page of three answers is saved while it is written, by the address the browser uses. */
export async function saveSection({ service, open, rounds, seconds, connections }: Bench): Promise<Row[]> {
  const people = (await leads(service, open)).slice(0, 2 * Math.max(...connections));
  const cookies = await signIn(
    service,
    people.map(({ userId }) => userId),
  );
  const versions = people.map(() => 1);
  let saves = 0;
  const answers = () => {
    saves += 1;
    return Object.fromEntries(QUESTIONS.map((code) => [code, `Enregistrement ${saves}. ${'Deux agents et un budget voté. '.repeat(21)}`]));
  };

  const ours = async (who: number) => {
    const fields = new URLSearchParams({ ...answers(), version: String(versions[who]) });
    const url = `${service.url}/api/brouillons/${people[who]?.dossierId}/${SECTION}`;
    const { status, body } = await ask(url, { cookie: cookies[who], body: String(fields), type: 'application/x-www-form-urlencoded' });
    if (status !== 200) throw new Error(`saving answered ${status}: ${body.slice(0, 200)}`);
    versions[who] = JSON.parse(body).version;
  };

  const rows: Row[] = [];
  for (const c of connections) {
    const database = await direct(service, c);
    const raw = async (connection: number) => {
      const who = connection + Math.max(...connections);
      const values = [tokenHash(cookies[who] ?? ''), people[who]?.dossierId, SECTION, JSON.stringify(answers()), versions[who]];
      const [saved] = await database.run(connection, 'save', RAW, values);
      versions[who] = saved.version;
    };
    const pair = await alternate(
      rounds,
      () => load(c, { seconds }, ours),
      () => load(c, { seconds }, raw),
    );
    rows.push(rowOf('W1', 'save one section', c, pair, c === 8 ? atLeast(0.1) : undefined));
    await database.end();
  }
  return rows;
}
