// Prepares a database at each start: the queue's tables, the published calls, and the first time the demonstration.
//   node --conditions=react-server prisma/seed.ts
import { tani2020 } from '../lib/calls/tani-2020/call.ts';
import { prisma } from '../lib/infra/prisma.ts';
import { prepareQueue } from '../lib/infra/queue.ts';
import { settings } from '../lib/infra/settings.ts';
import { publishCall } from '../lib/operations/call.ts';
import { databaseNow } from '../lib/queries/call.ts';
import { hasDemonstration } from '../lib/queries/persona.ts';
import { playDemonstration } from './demonstration/scenario.ts';

await prepareQueue();
await publishCall(tani2020);
if (settings().DEMONSTRATION && !(await hasDemonstration())) {
  console.log('› Préparation de la démonstration…');
  await playDemonstration(await databaseNow());
}
await prisma().$disconnect();
process.exit(0);
