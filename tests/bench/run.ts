import { cpus } from 'node:os';
import type { Bench, Scale } from './bench.ts';
import { bytes } from './bytes.ts';
import { charter } from './charter.ts';
import { deliverReview } from './deliver-review.ts';
import { dossierPage } from './dossier-page.ts';
import { listPage } from './list-page.ts';
import { memory, type Visit } from './memory.ts';
import { figure, keep, type Row, table } from './report.ts';
import { saveSection } from './save-section.ts';
import { seedCall, seedPeople } from './seed.ts';
import { selection } from './selection.ts';
import { type Service, signIn, startService } from './service.ts';
import { startUp, stopStarted } from './start-up.ts';
import { submit } from './submit.ts';

const scales = {
  quick: { rounds: 2, seconds: 0.3, sizes: [100], listSizes: [100], charters: 5 },
  default: { rounds: 3, seconds: 2, sizes: [1000], listSizes: [100, 1000], charters: 20 },
  full: { rounds: 3, seconds: 3, sizes: [1000, 10_000, 100_000], listSizes: [100, 1000, 10_000, 100_000], charters: 100 },
} satisfies Record<string, Scale>;
export type ScaleName = keyof typeof scales;

/** Those that leave work to the worker come last. */
const workloads: [title: string, measure: (bench: Bench) => Promise<Row[]>][] = [
  ['Octets des pages', bytes],
  ['W1, enregistrer une page du formulaire', saveSection],
  ['W3, liste des dossiers', listPage],
  ['W4, ouvrir un dossier', dossierPage],
  ['W5, rendre une évaluation', deliverReview],
  ['W6, classer et publier', selection],
  ['W2, déposer un dossier', submit],
  ['W7, composer et sceller une charte', charter],
];

/** Measures everything at this scale, prints the table and keeps it. Returns false when something failed to answer. */
export async function runBench(name: ScaleName): Promise<boolean> {
  const scale = scales[name];
  const service = await startService();
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      interrupted = true;
      void finish(service).then(() => process.exit(130));
    });
  }
  const rows: Row[] = [];
  try {
    console.log('› Données inventées');
    const bench = await prepare(service, scale);
    for (const [title, measure] of workloads) {
      console.log(`› ${title}`);
      rows.push(...(await measure(bench)));
    }
    const visit = await aVisit(bench);
    await service.stop();
    console.log('› W8, second démarrage');
    rows.push(...(await startUp(service, scale.rounds)));
    console.log('› W9, mémoire');
    rows.push(...(await memory(service, visit, scale.seconds)));
  } catch (error) {
    if (!interrupted) throw error;
  } finally {
    await finish(service);
  }
  if (interrupted) return false;
  const ordered = withSubmissionsBesideSaves(rows).sort((a, b) => (a.workload < b.workload ? -1 : a.workload > b.workload ? 1 : 0));
  keep(ordered, { scale: name, cores: cpus().length, measuredAt: new Date().toISOString() });
  console.log(`\n${table(ordered)}\n\n› test-results/bench.md, test-results/bench.json`);
  return ordered.every(({ errors }) => errors === 0);
}

/** Leaves neither a process nor a file behind. */
async function finish(service: Service): Promise<void> {
  await service.stop();
  await stopStarted();
  await service.discard();
}

async function prepare(service: Service, scale: Scale): Promise<Bench> {
  const reviewers = await seedPeople(service, 'reviewer', 3);
  const open = await seedCall(service, { name: 'ouvert', dossiers: 100, state: 'open', reviewers });
  const toReview = await seedCall(service, { name: 'a-evaluer', dossiers: 100, state: 'closed', reviewers: [] });
  const closed: Bench['closed'] = new Map();
  for (const size of new Set([...scale.sizes, ...scale.listSizes])) {
    closed.set(size, await seedCall(service, { name: `clos-${size}`, dossiers: size, state: 'closed', reviewers }));
  }
  return { ...scale, service, connections: [1, 8], open, closed, toReview };
}

/** A page to load the service with once it is started again; sessions outlive a start. */
async function aVisit({ service, toReview }: Bench): Promise<Visit> {
  const cookies = await signIn(service, await seedPeople(service, 'reviewer', 8, 'visit'));
  const [dossier] = await service.sql<{ id: string }>('SELECT id FROM dossiers WHERE call_id = $1 LIMIT 1', [toReview.id]);
  return { path: `/instruction/${dossier?.id}`, cookies, words: 'Mon évaluation' };
}

/** How many submissions the service takes in the time of so many saves. */
function withSubmissionsBesideSaves(rows: Row[]): Row[] {
  const at8 = (workload: string) => rows.find((row) => row.workload === workload && row.connections === 8)?.ours ?? 0;
  const ratio = at8('W2') / at8('W1');
  const bar = { text: '≥ 0.6', holds: ratio >= 0.6 };
  return [
    ...rows,
    figure({ workload: 'W2', what: 'submissions beside our own saves (W1)', unit: 'requests/s', ours: at8('W2'), raw: at8('W1'), bar }),
  ];
}
