import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { CorrectionHistory } from '#components/review/correction-panel.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { type ActName, obstacle } from '#lib/domain/acts.ts';
import { proposedDay } from '#lib/domain/correction.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { askedCorrections } from '#lib/queries/correction.ts';
import { examinedDossier, readFilters, writeFilters } from '#lib/queries/instruction.ts';
import * as actions from './actions.ts';
import { dayField, dayView, laterDayField, reasonFields, requestFields } from './fields.ts';

export const metadata: Metadata = { title: 'Demander des corrections' };

const doneSentences = {
  demande: 'La demande est envoyée par courriel à toutes les personnes du dossier.',
  prolongation: 'Le délai est prolongé. Les personnes du dossier en sont prévenues par courriel.',
  retrait: 'La demande est retirée. Les personnes du dossier en sont prévenues par courriel.',
};

/** What was asked of the candidates, and the forms to ask, to give more time or to take a request back. */
export default async function CorrectionsPage({ params, searchParams }: PageProps<'/instruction/[dossierId]/corrections'>) {
  const { dossierId } = await params;
  const query = await searchParams;
  const loaded = await examinedDossier(await signedInActor(`/instruction/${dossierId}/corrections`), dossierId);
  if (!loaded) notFound();
  const { dossier, situation } = loaded;
  const { definition } = loaded.call;
  const may = (act: ActName) => obstacle(act, situation) === null;
  const requests = await askedCorrections(dossierId, situation.now);
  const list = writeFilters(definition.code, readFilters(query)).toString();
  const done = knownWord(doneSentences, query.fait);
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title={`Corrections demandées à ${dossier.organisationName}`}
        back={{ href: `/instruction/${dossierId}?${list}` as Route, label: `Dossier ${dossier.number}` }}
      />
      {done && <Alert severity="success" role="status" title={done} />}
      <CorrectionHistory requests={requests} definition={definition} />
      <div className="mb-8 flex flex-wrap gap-4">
        {may('prolongCorrections') && (
          <Confirmation label="Prolonger le délai" secondary>
            <SimpleForm
              fields={[dayView(laterDayField)]}
              values={{ [laterDayField]: proposedDay(situation.now) }}
              action={actions.prolong.bind(null, dossierId, list)}
              submitLabel="Prolonger jusqu’à ce jour"
            />
          </Confirmation>
        )}
        {may('withdrawCorrections') && (
          <Confirmation label="Retirer la demande" secondary>
            <p>Le candidat ne pourra plus rien corriger&nbsp;; sa dernière version déposée est celle qui compte.</p>
            <SimpleForm fields={reasonFields} action={actions.withdraw.bind(null, dossierId, list)} submitLabel="Retirer la demande" />
          </Confirmation>
        )}
      </div>
      {may('askCorrections') && (
        <section aria-labelledby="demander">
          <h2 className="fr-h4" id="demander">
            {requests.length > 0 ? 'Demander d’autres corrections' : 'Demander des corrections'}
          </h2>
          <p>
            Sous chaque page à corriger, écrivez ce que le candidat doit corriger&nbsp;; laissez vides les autres. Il pourra modifier ces
            pages, et elles seules, puis déposer une nouvelle version. Cette demande est conservée et lisible par toutes les personnes qui
            instruisent le dossier.
          </p>
          <SimpleForm
            fields={requestFields(definition)}
            values={{ [dayField]: proposedDay(situation.now) }}
            action={actions.ask.bind(null, dossierId, list)}
            submitLabel="Envoyer la demande au candidat"
          />
        </section>
      )}
      {dossier.status !== 'submitted' && (
        <p>Le dossier n’est plus à l’étape de la recevabilité : aucune correction ne peut plus être demandée.</p>
      )}
    </div>
  );
}
