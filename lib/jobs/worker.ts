// The process that does what no request should wait for: sending mails, composing and sealing documents.
//   node --conditions=react-server lib/jobs/worker.ts
import { errorText, log } from '../infra/log.ts';
import { startWorking } from '../infra/queue.ts';
import { sendDueCorrectionReminders } from '../operations/correction-reminder.ts';
import { removeOldDrafts } from '../operations/draft.ts';
import { removeOldImports } from '../operations/import.ts';
import { sendDueLetterReminders } from '../operations/letter-reminder.ts';
import { sendDueReminders } from '../operations/reminder.ts';
import { jobs } from './registry.ts';

const stop = await startWorking(jobs);
log('info', 'worker ready');

/** Often enough for a reminder three hours before a closing to arrive three hours before. */
const REMINDERS_MS = 5 * 60_000;
const remind = () => sendDueReminders().catch((error) => log('error', 'reminders', { error: errorText(error) }));
const remindCorrections = () =>
  sendDueCorrectionReminders().catch((error) => log('error', 'correction reminders', { error: errorText(error) }));
const remindOfficials = () => sendDueLetterReminders().catch((error) => log('error', 'letter reminders', { error: errorText(error) }));
for (const send of [remind, remindOfficials, remindCorrections]) {
  void send();
  setInterval(send, REMINDERS_MS).unref();
}

const CLEANING_MS = 60 * 60_000;
const clean = async () => {
  await removeOldImports().catch((error) => log('error', 'old imports', { error: errorText(error) }));
  await removeOldDrafts().catch((error) => log('error', 'old drafts', { error: errorText(error) }));
};
void clean();
setInterval(clean, CLEANING_MS).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stop();
    process.exit(0);
  });
}
