import 'server-only';
import { fromPrisma, PgBoss } from 'pg-boss';
import { errorText, log } from './log.ts';
import type { Transaction } from './prisma.ts';
import { settings } from './settings.ts';

/** What each job is told: identifiers only, the work itself is in the rows they name. */
export type JobPayloads = {
  sendMail: { mailId: string };
  composeDocument: { documentId: string };
  renderPages: { fileId: string };
};
export type JobName = keyof JobPayloads;
export type JobHandlers = { [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

/** Two days of patience: 10 s, 20 s, 40 s… then one attempt an hour. A mail server may be down for a week-end. */
const RETRIES = { retryLimit: 60, retryDelay: 10, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 300 };
/** Woken as soon as a job is added; a full batch calls for the next one at once. */
const PACE = { batchSize: 4, burstWhenBatchFull: true, pollingIntervalSeconds: 2 };
const JOBS: readonly JobName[] = ['sendMail', 'composeDocument', 'renderPages'];
/** Pages that could not be drawn three times will not be: the file itself can still be downloaded. */
const FEWER_RETRIES: Partial<Record<JobName, { retryLimit: number }>> = { renderPages: { retryLimit: 3 } };

const shared = globalThis as unknown as { queueOfTani?: Promise<PgBoss> };

/** Adds a job in the caller's transaction: no act without its work, no work without its act. An urgent one goes before the others. */
export async function enqueue<Name extends JobName>(
  transaction: Transaction,
  name: Name,
  payload: JobPayloads[Name],
  { urgent = false } = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(name, payload, { db: fromPrisma(transaction), priority: urgent ? 1 : 0 });
}

/** Adds many jobs at once, in the caller's transaction. */
export async function enqueueAll<Name extends JobName>(transaction: Transaction, name: Name, payloads: JobPayloads[Name][]): Promise<void> {
  const boss = await sender();
  const jobs = payloads.map((data) => ({ data }));
  await boss.insert(name, jobs, { db: fromPrisma(transaction) });
}

/** Creates the queue's own tables; to call once before the first act, when the service starts. */
export async function prepareQueue(): Promise<void> {
  const boss = await started({ supervise: false, schedule: false });
  for (const name of JOBS) await boss.createQueue(name, { ...RETRIES, ...FEWER_RETRIES[name], notify: true });
  await boss.stop({ graceful: false });
}

/**
 * Works on jobs as they come, until the returned function is called; it waits for the jobs in progress.
 * A job that throws is tried again later.
 */
export async function startWorking(handlers: JobHandlers): Promise<() => Promise<void>> {
  const boss = await started({ supervise: true, schedule: false, useListenNotify: true });
  const register = <Name extends JobName>(name: Name) =>
    boss.work<JobPayloads[Name]>(name, { ...PACE, perJobResults: true }, (batch) => {
      const work = batch.map(async ({ id, data }) => {
        try {
          await handlers[name](data);
          return { id, status: 'completed' as const };
        } catch (error) {
          log('warning', 'job failed, will be retried', { job: name, id, error: errorText(error) });
          return { id, status: 'failed' as const, output: errorText(error) };
        }
      });
      return Promise.all(work);
    });
  for (const name of JOBS) await register(name);
  return () => boss.stop({ graceful: true, timeout: 20_000 });
}

/** The instance that only adds jobs; kept for the life of the process. */
function sender(): Promise<PgBoss> {
  shared.queueOfTani ??= started({ supervise: false, schedule: false });
  return shared.queueOfTani;
}

async function started(options: ConstructorParameters<typeof PgBoss>[0] & object): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: settings().DATABASE_URL, max: 4, ...options });
  boss.on('error', (error) => log('error', 'queue', { error: errorText(error) }));
  await boss.start();
  return boss;
}
