import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { prisma } from '../../lib/infra/prisma.ts';
import { startWorking } from '../../lib/infra/queue.ts';
import { jobs } from '../../lib/jobs/registry.ts';
import { deliverMail, postMail } from '../../lib/operations/outbox.ts';
import { freePort } from '../../scripts/postgres.mjs';
import { setUpDatabase } from '../support/database.ts';

const port = await freePort();
setUpDatabase({ SMTP_URL: `smtp://127.0.0.1:${port}` });

const content = { audience: 'nobody' as const, subject: 'Objet « accentué »', text: 'Bonjour', html: '<p>Bonjour</p>' };
const refusedAddresses: Record<string, string> = {
  'nobody@test.example': '5.1.1 no such user',
  'filtered@test.example': '5.7.1 refused by policy',
};
let server: SMTPServer | undefined;

/** A mail server that keeps what it receives. */
async function mailServer(): Promise<string[]> {
  const received: string[] = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const answer = refusedAddresses[address];
      done(answer ? Object.assign(new Error(answer), { responseCode: 550 }) : null);
    },
    onData: async (stream, _session, done) => {
      let text = '';
      for await (const piece of stream) text += piece;
      received.push(text);
      done();
    },
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  expect((server.server.address() as AddressInfo).port).toBe(port);
  return received;
}

async function posted(to: string): Promise<string> {
  await prisma().$transaction((transaction) => postMail(transaction, to, content));
  return (await prisma().mail.findFirstOrThrow({ where: { toAddress: to } })).id;
}

afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

describe('the outbox', () => {
  it('a mail server that is down loses nothing: the mail waits with its error, and leaves once when the server is back', async () => {
    const id = await posted('a@test.example');
    await expect(deliverMail(id)).rejects.toThrow();
    expect(await prisma().mail.findUnique({ where: { id } })).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: expect.stringContaining('ECONNREFUSED'),
    });
    const received = await mailServer();
    await deliverMail(id);
    await deliverMail(id);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${id}@`);
    expect(await prisma().mail.findUnique({ where: { id } })).toMatchObject({ state: 'sent', lastError: null });
  });

  it('an act that does not happen sends nothing', async () => {
    const failing = prisma().$transaction(async (transaction) => {
      await postMail(transaction, 'b@test.example', content);
      throw new Error('the act fails');
    });
    await expect(failing).rejects.toThrow('the act fails');
    expect(await prisma().mail.count({ where: { toAddress: 'b@test.example' } })).toBe(0);
    const [jobsLeft] = await prisma().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pgboss.job j WHERE j.name = 'sendMail'
        AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.id::text = j.data ->> 'mailId')`;
    expect(jobsLeft?.count).toBe(0);
  });

  it('an address nobody has is not tried again, a mail that a filter refuses is', async () => {
    await mailServer();
    const unknown = await posted('nobody@test.example');
    expect(await deliverMail(unknown)).toBe('addressRefused');
    expect(await prisma().mail.findUnique({ where: { id: unknown } })).toMatchObject({ state: 'failed', attempts: 1 });
    expect(await deliverMail(unknown)).toBe('addressRefused');
    const filtered = await posted('filtered@test.example');
    await expect(deliverMail(filtered)).rejects.toThrow(/5\.7\.1/);
    expect(await prisma().mail.findUnique({ where: { id: filtered } })).toMatchObject({ state: 'waiting' });
  });

  it('the worker takes jobs as soon as they are added', async () => {
    const received = await mailServer();
    const stop = await startWorking(jobs);
    try {
      for (let n = 0; n < 10; n += 1) await posted(`worker-${n}@test.example`);
      await expect.poll(() => received.length, { timeout: 10_000 }).toBe(10);
    } finally {
      await stop();
    }
  });
});
