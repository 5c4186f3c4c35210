import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { DossierTable } from '#components/review/dossier-table.tsx';
import { FilterForm } from '#components/review/filter-form.tsx';
import { StillAuthorisedNotice } from '#components/time/still-authorised-notice.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { CallPicker } from '#components/ui/call-picker.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { isOfTheMission } from '#lib/domain/actor.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { plural } from '#lib/domain/text.ts';
import { databaseNow } from '#lib/queries/call.ts';
import { stillAuthorisedIn } from '#lib/queries/closing.ts';
import { callsOfTheMission, isFiltered, listDossiers, pageSize, readFilters, sealedCount, writeFilters } from '#lib/queries/instruction.ts';
import { threadsOfCall } from '#lib/queries/message.ts';

export const metadata: Metadata = { title: 'Instruction' };

export default async function ExaminationListPage({ searchParams }: PageProps<'/instruction'>) {
  const actor = await signedInActor('/instruction');
  if (!isOfTheMission(actor)) notFound();
  const query = await searchParams;
  const [calls, now] = await Promise.all([callsOfTheMission(actor), databaseNow()]);
  const call = calls.find((c) => c.definition.code === query.appel) ?? calls.find((c) => phaseAt(c, now) === 'closed') ?? calls[0];
  if (!call) notFound();
  const filters = readFilters(query);
  const sealed = phaseAt(call, now) !== 'closed';
  const [{ rows, total }, threads, authorised, withdrawn] = await Promise.all([
    listDossiers(actor, call, filters),
    threadsOfCall(actor, call),
    stillAuthorisedIn(call.id),
    listDossiers(actor, call, readFilters({ statut: 'withdrawn' })),
  ]);
  const waiting = threads?.filter(({ state }) => state !== 'answered').length ?? 0;
  const code = call.definition.code;
  return (
    <>
      <PageTitle title="Instruction des dossiers" />
      {query.fait === 'deport' && (
        <Alert severity="success" role="status" title="Vous vous êtes déporté">
          <p>Le dossier n’apparaît plus sur vos écrans, et vous ne prenez plus part à rien qui le concerne.</p>
        </Alert>
      )}
      <CallPicker calls={calls} current={call} path="/instruction" />
      {threads && threads.length > 0 && (
        <p>
          <Link href={`/instruction/messages?appel=${code}` as Route}>Messages des candidats</Link>
          {waiting > 0 && `\u00a0: ${plural(waiting, 'attend une réponse', 'attendent une réponse')}`}
        </p>
      )}
      {sealed ? (
        <Alert severity="info" title={`${plural(await sealedCount(call.id), 'dossier déposé', 'dossiers déposés')} à ce jour`}>
          <p>
            Les dossiers s’ouvriront à la clôture&nbsp;: le dépôt est ouvert {frenchClosing(call.closesAt)}. Jusque-là, personne ne les
            lit&nbsp;: les candidats peuvent encore les modifier.
          </p>
        </Alert>
      ) : (
        <>
          <StillAuthorisedNotice authorised={authorised} />
          <FilterForm definition={call.definition} filters={filters} filtered={isFiltered(filters)} />
          <p role="status" className="mb-2 font-bold">
            {plural(total, 'dossier', 'dossiers')}
            {withdrawn.total > 0 && filters.status !== 'withdrawn' && (
              <span className="font-normal">
                {' '}
                et{' '}
                <a href={`?${writeFilters(code, { status: 'withdrawn' })}`}>
                  {plural(withdrawn.total, 'dossier retiré', 'dossiers retirés')}
                </a>
              </span>
            )}
          </p>
          <DossierTable
            definition={call.definition}
            rows={rows}
            query={writeFilters(code, filters).toString()}
            filtered={isFiltered(filters)}
          />
          <Pager
            page={filters.page}
            pages={Math.ceil(total / pageSize)}
            href={(page) => `/instruction?${writeFilters(code, { ...filters, page })}`}
          />
        </>
      )}
    </>
  );
}
