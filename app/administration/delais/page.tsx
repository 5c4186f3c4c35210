import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuthorisationForm, IncidentForm } from '#components/time/closing-forms.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { CallPicker } from '#components/ui/call-picker.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { holdsRole } from '#lib/domain/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchClosed, frenchClosing, frenchInstant } from '#lib/domain/dates.ts';
import { authorisationSentence, incidentSentence } from '#lib/domain/extension.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { databaseNow } from '#lib/queries/call.ts';
import { authorisationsOf, examinationsOfCall, incidentsOf } from '#lib/queries/closing.ts';
import { callsOfTheMission } from '#lib/queries/instruction.ts';
import { authorise, extend } from './actions.ts';

export const metadata: Metadata = { title: 'Clôture, incidents et autorisations' };

const doneSentences = {
  prolonge: 'Le dépôt est prolongé pour tous. Chaque personne de chaque dossier en est prévenue par courriel.',
  autorise: 'L’autorisation est donnée. Les personnes du dossier en sont prévenues par courriel.',
};

/** Where the closing of a call is moved for all, after an incident, or for one dossier. */
export default async function ClosingPage({ searchParams }: PageProps<'/administration/delais'>) {
  const query = await searchParams;
  const actor = await signedInActor('/administration/delais');
  const calls = (await callsOfTheMission(actor)).filter((one) => holdsRole(actor, 'administrator', one.id));
  const call = calls.find(({ definition }) => definition.code === query.appel) ?? calls[0];
  if (!call) notFound();
  const now = await databaseNow();
  const situation = { actor, now, call: { ...call, fictitious: call.definition.fictitious } };
  const [incidents, authorisations, examinations] = await Promise.all([
    incidentsOf(call.id),
    authorisationsOf(actor, call.id),
    examinationsOfCall(call.id),
  ]);
  const refusal = obstacle('recordIncident', { ...situation, examinations });
  const closed = phaseAt(call, now) === 'closed';
  const done = knownWord(doneSentences, query.fait);
  const reference = { id: call.id, code: call.definition.code };
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Clôture, incidents et autorisations" back={{ href: '/administration', label: 'Administration' }} />
      {done && <Alert severity="success" role="status" title={done} />}
      <CallPicker calls={calls} current={call} path="/administration/delais" />
      <p>{closed ? `Dépôt clos ${frenchClosed(call.closesAt)}.` : `Dépôt ouvert ${frenchClosing(call.closesAt)}.`}</p>
      <section aria-labelledby="incident" className="mb-10">
        <h2 className="fr-h4" id="incident">
          Prolonger le dépôt pour tous après un incident
        </h2>
        {refusal ? (
          <p>{refusalSentence(refusal)}</p>
        ) : (
          <>
            <p>
              Quand le service n’a pas permis de déposer, tous les candidats reçoivent le même délai. L’incident et la nouvelle clôture sont
              publiés sur la page de l’appel et envoyés à toutes les personnes de tous les dossiers. Un incident enregistré ne s’efface pas.
              {closed && ' Le dépôt est clos\u00a0: il rouvrira, et les dossiers ne se liront plus avant la nouvelle clôture.'}
            </p>
            {/* Begun anew once an incident is recorded. */}
            <IncidentForm key={`${call.id} ${incidents.length}`} action={extend.bind(null, reference)} />
          </>
        )}
        {incidents.length > 0 && (
          <>
            <h3 className="fr-h6 mt-6">Incidents enregistrés</h3>
            <ul>
              {incidents.map((incident) => (
                <li key={incident.id} className="written-text mb-2">
                  {incidentSentence(incident)} Dépôt prolongé {frenchClosing(incident.closesAt)}. Enregistré le{' '}
                  {frenchInstant(incident.recordedAt)}.
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="autorisation">
        <h2 className="fr-h4" id="autorisation">
          Autoriser un seul dossier à être déposé plus tard
        </h2>
        <p>
          Pour un empêchement propre à une structure. Son dossier reste scellé jusqu’à la fin de l’autorisation, et aucune proposition de
          sélection ne peut être figée avant. Ce n’est plus possible une fois le dossier examiné. Une nouvelle autorisation remplace la
          précédente.
        </p>
        <AuthorisationForm key={`${call.id} ${authorisations.length}`} action={authorise.bind(null, reference)} />
        {authorisations.length > 0 && (
          <>
            <h3 className="fr-h6 mt-6">Autorisations données</h3>
            <ul>
              {authorisations.map((given) => (
                <li key={given.id} className="written-text mb-2">
                  <strong>{given.organisationName}</strong>
                  {given.replaced && ' (remplacée)'}&nbsp;: {authorisationSentence(given)} (Par {given.by}.)
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}
