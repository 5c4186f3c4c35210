import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { AccessRequests } from '#components/dossier/access-requests.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { RoleTable } from '#components/ui/role-table.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { holdsRole, isOfTheMission } from '#lib/domain/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import type { Call } from '#lib/domain/call.ts';
import { frenchClosed, frenchClosing } from '#lib/domain/dates.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { plural } from '#lib/domain/text.ts';
import { administersEverything, draftCount, givenRoles, type Laureate, laureates, waitingWork } from '#lib/queries/administration.ts';
import { databaseNow } from '#lib/queries/call.ts';
import { waitingQuestionCount } from '#lib/queries/call-question.ts';
import { callsOfTheMission } from '#lib/queries/instruction.ts';
import { type WaitingRequest, waitingRequests } from '#lib/queries/team.ts';
import { answerRequest } from '../candidature/[dossierId]/equipe/actions.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Administration' };

const doneSentences = {
  cloture: 'Le dépôt est clos\u00a0: l’instruction peut commencer.',
  'role-donne': 'Le rôle est donné.',
  'role-retire': 'Le rôle est retiré.',
  charte: 'La charte est émise\u00a0: elle est en préparation, puis scellée.',
};

export default async function AdministrationPage({ searchParams }: PageProps<'/administration'>) {
  const actor = await signedInActor('/administration');
  if (!isOfTheMission(actor, ['administrator'])) notFound();
  const query = await searchParams;
  const done = knownWord(doneSentences, query.fait);
  const [calls, now, roles, work] = await Promise.all([callsOfTheMission(actor), databaseNow(), givenRoles(actor), waitingWork(actor)]);
  const byCall = await Promise.all(
    calls.map(async (call) => ({
      call,
      laureates: await laureates(actor, call),
      drafts: await draftCount(actor, call),
      requests: await waitingRequests(actor, call.id),
      questions: await waitingQuestionCount(actor, call.id),
    })),
  );
  return (
    <>
      <PageTitle title="Administration" />
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(query.refus) && <Alert severity="error" role="alert" title={refusalSentence(query.refus)} />}
      <section aria-labelledby="appels" className="mb-10">
        <h2 className="fr-h4" id="appels">
          Les appels
        </h2>
        {byCall.map(({ call, laureates: laureatesOfCall, drafts, requests, questions }) => {
          const situation = { actor, now, call: { ...call, fictitious: call.definition.fictitious } };
          return (
            <article key={call.id} className="mb-4 border border-(--border-default-grey) p-4">
              <h3 className="fr-h6 mb-1">{call.definition.shortTitle}</h3>
              <p className="mb-2">
                {phaseAt(call, now) === 'closed'
                  ? `Dépôt clos ${frenchClosed(call.closesAt)}`
                  : `Dépôt ouvert ${frenchClosing(call.closesAt)}`}
                .
              </p>
              <ul className="fr-raw-list mb-2 flex flex-wrap gap-x-6 gap-y-1">
                <li>
                  <Link href={`/appel/${call.definition.code}`}>Lire l’appel</Link>
                </li>
                <li>
                  <Link href={`/administration/delais?appel=${call.definition.code}`}>Incidents et autorisations de dépôt</Link>
                </li>
                {holdsRole(actor, 'administrator', call.id) && (
                  <>
                    <li>
                      <Link href={`/administration/saisies?appel=${call.definition.code}`}>Dossiers reçus par courriel ou sur papier</Link>
                    </li>
                    <li>
                      <Link href={`/administration/questions?appel=${call.definition.code}`}>
                        Questions des candidats{questions > 0 && ` (${questions} à traiter)`}
                      </Link>
                    </li>
                  </>
                )}
              </ul>
              {obstacle('closeDeposit', situation) === null && (
                <Confirmation label="Clore avant la date" secondary>
                  <p>
                    Le dépôt s’arrêtera aussitôt pour tous les candidats de cet appel d’essai&nbsp;:{' '}
                    {plural(drafts, 'brouillon ne pourra plus être déposé', 'brouillons ne pourront plus être déposés')}. La date ne se
                    remet pas.
                  </p>
                  <form action={actions.closeNow.bind(null, call.id)} className="mb-2">
                    <SubmitButton small secondary>
                      Avancer la clôture à maintenant
                    </SubmitButton>
                  </form>
                </Confirmation>
              )}
              <LaureateList call={call} laureates={laureatesOfCall} />
              <RequestList requests={requests} readerId={actor.userId} />
            </article>
          );
        })}
      </section>
      {administersEverything(actor) && (
        <section aria-labelledby="roles" className="mb-10">
          <h2 className="fr-h4" id="roles">
            Les rôles
          </h2>
          <RoleTable roles={roles} calls={calls} grant={actions.giveRole} revoke={actions.takeRoleBack} />
        </section>
      )}
      {administersEverything(actor) && (
        <section aria-labelledby="elus" className="mb-10">
          <h2 className="fr-h4" id="elus">
            Les élus
          </h2>
          <p>
            <Link href="/administration/elus">Répertoire national des élus&nbsp;: charger un fichier</Link>
          </p>
        </section>
      )}
      {work && (
        <section aria-labelledby="travaux">
          <h2 className="fr-h4" id="travaux">
            Travaux en attente
          </h2>
          <p>
            {plural(work.documents, 'document en préparation', 'documents en préparation')},{' '}
            {plural(work.mails, 'courriel à envoyer', 'courriels à envoyer')}.
          </p>
          {[
            ...work.failedDocuments.map((d) => `${d.title}\u00a0: ${d.lastError}`),
            ...work.failedMails.map((m) => `${m.subject}\u00a0: ${m.lastError}`),
          ].map((line) => (
            <Alert key={line} severity="warning" title="Un essai a échoué&nbsp;; un autre aura lieu">
              <p>{line}</p>
            </Alert>
          ))}
        </section>
      )}
    </>
  );
}

/** Access asked to dossiers whose leads may have left: the Mission can answer in their place. */
function RequestList({ requests, readerId }: { requests: WaitingRequest[]; readerId: string }) {
  if (requests.length === 0) return null;
  return (
    <>
      <h4 className="mt-4 mb-1 text-base">Demandes d’accès à un dossier</h4>
      <p className="fr-text--sm">Les responsables du dossier y répondent. Ne répondez à leur place que s’ils ont quitté la structure.</p>
      {requests.map((request) => (
        <AccessRequests
          key={request.id}
          requests={[request]}
          answer={answerRequest.bind(null, request.dossierId, readerId)}
          dossier={request.organisationName}
          comeBack="administration"
        />
      ))}
    </>
  );
}

function LaureateList({ call, laureates: list }: { call: Call; laureates: Laureate[] }) {
  if (list.length === 0) return null;
  return (
    <>
      <h4 className="mb-1 text-base">Lauréats et chartes</h4>
      <ul className="fr-raw-list">
        {list.map((laureate) => (
          <li key={laureate.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-(--border-default-grey) py-2">
            <span className="min-w-[16rem] flex-1">
              {laureate.organisationName} ({laureate.number},{' '}
              {call.definition.categories.find((c) => c.code === laureate.categoryCode)?.shortLabel.toLowerCase()})
            </span>
            {!laureate.charter && <Link href={`/administration/chartes/${laureate.id}` as Route}>Préparer la charte</Link>}
            {laureate.charter && !laureate.charter.ready && <span>Charte en préparation</span>}
            {laureate.charter?.ready && (
              <>
                <a href={`/api/documents/${laureate.charter.code}`}>Télécharger la charte (PDF)</a>
                <Link href={`/verifier/${laureate.charter.code}`}>Vérifier</Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
