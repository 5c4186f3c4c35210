// The process that does what no request should wait for: sending mails, composing and sealing documents.
//   node --conditions=react-server lib/jobs/worker.ts
import { log } from '../infra/log.ts';
import { startWorking } from '../infra/queue.ts';
import { jobs } from './registry.ts';

const stop = await startWorking(jobs);
log('info', 'worker ready');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stop();
    process.exit(0);
  });
}
