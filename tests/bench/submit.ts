import type { Bench } from './bench.ts';
import { hiddenFields, page, sendForm } from './browser.ts';
import { alternate, load } from './load.ts';
import { type Row, rowOf } from './report.ts';
import { leads } from './seed.ts';
import { direct, emptyQueue, signIn, tokenHash } from './service.ts';

/** The same rows in one statement: the version with its fingerprint, the dossier, the journal, two papers, a mail, three jobs. */
const RAW = `
  WITH asking AS (
    SELECT u.id, u.email FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()
  ), dossier AS (
    SELECT d.id, d.call_id, d.submitted_version + 1 AS version, asking.id AS user_id, asking.email, c.definition_sha256,
      coalesce(d.number, 'RAW-' || nextval('dossier_number')) AS number,
      (SELECT jsonb_object_agg(a.code, a.answers) FROM dossier_sections a WHERE a.dossier_id = d.id) AS answers
    FROM asking JOIN dossier_members m ON m.user_id = asking.id AND m.role = 'lead' JOIN dossiers d ON d.id = m.dossier_id
    JOIN calls c ON c.id = d.call_id
    WHERE d.id = $2 AND d.status IN ('draft', 'submitted') AND clock_timestamp() < c.closes_at FOR UPDATE OF d
  ), frozen AS (
    INSERT INTO dossier_versions (id, dossier_id, version, snapshot, definition_sha256, sha256, submitted_by_id, received_at)
    SELECT gen_random_uuid(), id, version, jsonb_build_object('number', number, 'answers', answers), definition_sha256,
      encode(sha256(convert_to(answers::text, 'UTF8')), 'hex'), user_id, clock_timestamp() FROM dossier
  ), moved AS (
    UPDATE dossiers d SET status = 'submitted', number = dossier.number, submitted_version = dossier.version, submitted_at = clock_timestamp()
    FROM dossier WHERE d.id = dossier.id
  ), told AS (
    INSERT INTO journal (act, actor_id, call_id, dossier_id) SELECT 'submitDossier', user_id, call_id, id FROM dossier
  ), papers AS (
    INSERT INTO issued_documents (id, code, kind, dossier_id, title, data)
    SELECT gen_random_uuid(), gen_random_uuid()::text, kind::document_kind, id, 'raw', answers FROM dossier, unnest(ARRAY['receipt', 'dossier']) AS kind
    RETURNING id
  ), mailed AS (
    INSERT INTO mails (id, to_address, subject, text, html, dossier_id)
    SELECT gen_random_uuid(), email, 'raw', repeat('texte ', 200), repeat('texte ', 400), id FROM dossier RETURNING id
  ), jobs AS (
    INSERT INTO pgboss.job (name, data, start_after)
    SELECT 'composeDocument', jsonb_build_object('documentId', id), now() + interval '1 day' FROM papers
    UNION ALL SELECT 'sendMail', jsonb_build_object('mailId', id), now() + interval '1 day' FROM mailed
  ) SELECT id FROM dossier`;

/**
 * W2: a complete dossier is submitted, by the form a browser without scripts sends. The worker composes the papers meanwhile,
 * as it does in life; what it has not done at the end of a round is thrown away.
 */
export async function submit({ service, open, rounds, seconds, connections }: Bench): Promise<Row[]> {
  const dossiers = (await leads(service, open)).slice(20);
  const half = Math.floor(dossiers.length / 2);
  const cookies = await signIn(
    service,
    dossiers.map(({ userId }) => userId),
  );

  const oneRound = async (c: number) => {
    const times = Math.min(half, Math.ceil(seconds * 10) + c);
    // A dossier that has not changed makes no new version: something is written in each between two submissions.
    await service.sql(
      `UPDATE dossier_sections SET answers = jsonb_set(answers, '{2-1}', to_jsonb('Texte ' || version)), version = version + 1
       WHERE code = 'fiche-2' AND dossier_id = ANY($1)`,
      [dossiers.slice(0, times).map(({ dossierId }) => dossierId)],
    );
    const ready = await Promise.all(
      dossiers.slice(0, times).map(async ({ dossierId }, index) => {
        const url = `${service.url}/candidature/${dossierId}/verifier`;
        const html = await page(url, cookies[index] ?? '', 'Déposer le dossier');
        return { url, cookie: cookies[index] ?? '', fields: hiddenFields(html, 'Déposer le dossier de candidature') };
      }),
    );
    const sample = await load(c, { times }, async () => {
      const next = ready.pop();
      if (next) await sendForm(next.url, next.cookie, next.fields, '/depot');
    });
    await emptyQueue(service);
    return sample;
  };

  const rows: Row[] = [];
  for (const c of connections) {
    const database = await direct(service, c);
    let next = 0;
    const raw = async (connection: number) => {
      next = (next + 1) % half;
      await database.run(connection, 'submit', RAW, [tokenHash(cookies[half + next] ?? ''), dossiers[half + next]?.dossierId]);
    };
    const pair = await alternate(
      rounds,
      () => oneRound(c),
      () => load(c, { seconds: seconds / 2 }, raw),
    );
    rows.push(rowOf('W2', 'submit a complete dossier', c, pair));
    await emptyQueue(service);
    await database.end();
  }
  return rows;
}
