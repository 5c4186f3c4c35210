import { describe, expect, it } from 'vitest';
import { prisma } from '../../lib/infra/prisma.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { createAccount, openSession } from '../../lib/operations/session.ts';
import { codeToken, countCodeAttempt, linkToken, redeemSignIn, requestSignIn } from '../../lib/operations/sign-in.ts';
import { actorBySession } from '../../lib/queries/actor.ts';
import { setUpDatabase } from '../support/database.ts';
import { must } from '../support/given.ts';

setUpDatabase({ ADMINISTRATORS: 'chef@test.example' });

const stranger = { knownBrowser: false, clientKey: null };
const hashed = (token: string) => sha256(`${token}${'x'.repeat(40)}`);

/** Asks for a code and reads it in the mail, as its owner would. */
async function asked(email: string) {
  const { requestId } = await must(requestSignIn(email, '/candidature', stranger));
  const { text } = await prisma().mail.findFirstOrThrow({ where: { toAddress: email.toLowerCase() }, orderBy: { id: 'desc' } });
  const code = /(\d{3}) (\d{3})/.exec(text)?.slice(1).join('') ?? '';
  const link = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '');
  return { requestId, code, link };
}

/** Types a code as the page does: the try is counted before the answer is known. */
async function typed(email: string, requestId: string, code: string): Promise<boolean> {
  await countCodeAttempt(requestId);
  return redeemSignIn(email, hashed(codeToken(requestId, code)));
}

describe('signing in by mail', () => {
  it('the code of the mail is good once, in the browser that asked for it', async () => {
    const { requestId, code } = await asked('Jeanne@Test.example');
    expect(code).toMatch(/^\d{6}$/);
    expect(await typed('jeanne@test.example', requestId, code)).toBe(true);
    expect(await typed('jeanne@test.example', requestId, code)).toBe(false);
  });

  it('a code typed under another request, or another address, opens nothing', async () => {
    const mine = await asked('a@test.example');
    const other = await asked('b@test.example');
    expect(await typed('b@test.example', other.requestId, mine.code === other.code ? '000000' : mine.code)).toBe(false);
    expect(await typed('b@test.example', mine.requestId, mine.code)).toBe(false);
  });

  it('the link is good once too, and one of the two uses up the other', async () => {
    const { requestId, code, link } = await asked('c@test.example');
    expect(link.pathname).toBe('/connexion/lien');
    const token = link.searchParams.get('jeton') ?? '';
    const redeemed = await Promise.all(Array.from({ length: 20 }, () => redeemSignIn('c@test.example', hashed(linkToken(token)))));
    expect(redeemed.filter(Boolean)).toHaveLength(1);
    expect(await typed('c@test.example', requestId, code)).toBe(false);
  });

  it('after five wrong codes the right one no longer works; a new request works at once', async () => {
    const { requestId, code } = await asked('d@test.example');
    const wrong = code === '123456' ? '654321' : '123456';
    for (let tries = 0; tries < 5; tries += 1) expect(await typed('d@test.example', requestId, wrong)).toBe(false);
    expect(await typed('d@test.example', requestId, code)).toBe(false);
    const again = await asked('d@test.example');
    expect(await typed('d@test.example', again.requestId, again.code)).toBe(true);
  });

  it('a code presented as a link opens nothing: only tries that are counted are compared with it', async () => {
    const { requestId, code } = await asked('code-as-link@test.example');
    for (const link of [code, `${requestId}.${code}`, codeToken(requestId, code), `${requestId}:${code}`]) {
      expect(await redeemSignIn('code-as-link@test.example', hashed(linkToken(link))), link).toBe(false);
    }
    expect(await typed('code-as-link@test.example', requestId, code)).toBe(true);
  });

  it('counts nothing for an identifier that names nothing', async () => {
    for (const forged of ['', 'x', '\u0000', '01a20054-0000-7000-8000-000000000000']) await countCodeAttempt(forged);
  });

  it('lasts ten minutes on the database clock', async () => {
    const { requestId, code } = await asked('e@test.example');
    const [left] = await prisma().$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM expires_at - clock_timestamp())::float8 AS seconds FROM sign_in_requests WHERE id = ${requestId}::uuid`;
    expect(left?.seconds).toBeGreaterThan(595);
    expect(left?.seconds).toBeLessThanOrEqual(600);
    await prisma().$executeRaw`UPDATE sign_in_requests SET expires_at = clock_timestamp() WHERE id = ${requestId}::uuid`;
    expect(await typed('e@test.example', requestId, code)).toBe(false);
  });

  it('keeps neither the code nor the link', async () => {
    const { requestId, code, link } = await asked('f@test.example');
    const row = JSON.stringify(await prisma().signInRequest.findUnique({ where: { id: requestId } }));
    expect(row).not.toContain(code);
    expect(row).not.toContain(link.searchParams.get('jeton'));
  });

  it('answers the same for a known and an unknown address, and refuses what is not an address', async () => {
    await createAccount('known@test.example');
    const known = await requestSignIn('known@test.example', '/', stranger);
    const unknown = await requestSignIn('unknown@test.example', '/', stranger);
    expect([known.ok, unknown.ok]).toEqual([true, true]);
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    expect(await requestSignIn('pas une adresse', '/', stranger)).toMatchObject({
      ok: false,
      problems: { email: expect.stringContaining('adresse') },
    });
  });

  it('sends at most thirty mails an hour to one address, and says nothing of it', async () => {
    for (let n = 0; n < 32; n += 1) expect((await requestSignIn('g@test.example', '/', stranger)).ok).toBe(true);
    expect(await prisma().mail.count({ where: { toAddress: 'g@test.example' } })).toBe(30);
  });

  it('strangers cannot use up the requests of the browser where the owner has signed in before', async () => {
    for (let n = 0; n < 32; n += 1) await requestSignIn('owner@test.example', '/', stranger);
    const { requestId } = await must(requestSignIn('owner@test.example', '/', { knownBrowser: true, clientKey: null }));
    expect(await prisma().signInRequest.count({ where: { id: requestId } })).toBe(1);
  });

  it('one network address asks for at most one hundred and twenty an hour, for whatever addresses', async () => {
    const client = { knownBrowser: false, clientKey: 'c'.repeat(64) };
    for (let n = 0; n < 125; n += 1) await requestSignIn(`crowd-${n}@test.example`, '/', client);
    expect(await prisma().signInRequest.count({ where: { clientKey: client.clientKey } })).toBe(120);
    await requestSignIn('elsewhere@test.example', '/', { knownBrowser: false, clientKey: 'd'.repeat(64) });
    expect(await prisma().signInRequest.count({ where: { email: 'elsewhere@test.example' } })).toBe(1);
  });

  it('beyond three hundred mails to strangers in ten minutes, only people with an account are still written to', async () => {
    await createAccount('member@test.example');
    await prisma().$executeRaw`INSERT INTO sign_in_requests (id, email, code_hash, link_hash, expires_at)
      SELECT gen_random_uuid(), 'flood-' || n || '@test.example', repeat('0', 64), lpad(n::text, 64, '0'), clock_timestamp() FROM generate_series(1, 300) n`;
    await requestSignIn('one-more@test.example', '/', stranger);
    await requestSignIn('member@test.example', '/', stranger);
    expect(await prisma().signInRequest.count({ where: { email: { in: ['one-more@test.example', 'member@test.example'] } } })).toBe(1);
    await prisma().$executeRaw`DELETE FROM sign_in_requests WHERE email LIKE 'flood-%'`;
  });

  it('a return path leads inside the service only', async () => {
    const { link } = await asked('h@test.example');
    expect(link.searchParams.get('suite')).toBe('/candidature');
    await must(requestSignIn('h@test.example', 'https://evil.example/', stranger));
    const { text } = await prisma().mail.findFirstOrThrow({ where: { toAddress: 'h@test.example' }, orderBy: { id: 'desc' } });
    expect(text).not.toContain('evil');
  });
});

describe('a session', () => {
  it('knows the actor by the hash of its token until it ends; the first administrators come from the settings', async () => {
    const { id } = await createAccount('chef@test.example');
    await openSession(id, sha256('token'));
    expect(await actorBySession(sha256('token'))).toEqual({
      userId: id,
      email: 'chef@test.example',
      name: '',
      grants: [{ role: 'administrator', callId: null }],
    });
    expect(await actorBySession(sha256('other'))).toBeNull();
    await prisma().$executeRaw`UPDATE sessions SET expires_at = clock_timestamp()`;
    expect(await actorBySession(sha256('token'))).toBeNull();
  });
});
