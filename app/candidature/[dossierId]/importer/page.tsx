import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { DocumentForm } from '#components/import/document-form.tsx';
import { KeptDocuments } from '#components/import/kept-documents.tsx';
import { OfflineFormLinks } from '#components/import/offline-form-links.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { importLimits } from '#lib/domain/import/document.ts';
import { documentRefusalSentence, isDocumentRefusal } from '#lib/domain/import/refusal.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { keptDocuments, waitingImports } from '#lib/queries/import.ts';
import { discard } from './actions.ts';

export const metadata: Metadata = { title: 'Importer un document déjà écrit' };

const doneSentences = {
  garde: 'Vos choix sont gardés. Votre dossier n’a pas changé.',
  retire: 'Le document est retiré, avec ce qui y avait été lu.',
  deja: 'Les réponses de ce document ont déjà été reprises, ou le document a été retiré.',
};

export default async function ImportPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/importer'>) {
  const { dossierId } = await params;
  const { fait, refus, envoi } = await searchParams;
  const own = await ownDossier(await signedInActor(`/candidature/${dossierId}/importer`), dossierId, receive());
  if (!own) notFound();
  const [waiting, kept] = await Promise.all([waitingImports(dossierId), keptDocuments(dossierId)]);
  const refusal = obstacle('takeAnswers', own.situation);
  const times = { opensAt: own.call.opensAt, closesAt: own.call.closesAt, now: own.situation.now };
  const done = knownWord(doneSentences, fait);
  const problem = isDocumentRefusal(envoi) ? documentRefusalSentence(envoi) : null;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Importer un document déjà écrit" back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}>
        <p>
          Votre candidature est déjà écrite dans un traitement de texte&nbsp;? Envoyez-la&nbsp;: ses réponses sont retrouvées et vous sont
          proposées question par question. Rien ne change dans votre dossier tant que vous n’avez pas choisi.
        </p>
      </PageTitle>
      {done && <Alert severity={fait === 'deja' ? 'info' : 'success'} role="status" title={done} />}
      {isRefusal(refus) && <Alert severity="error" role="alert" title={refusalSentence(refus, times)} />}
      {waiting.length > 0 && (
        <section aria-labelledby="en-attente" className="mb-8">
          <h2 className="fr-h4" id="en-attente">
            {waiting.length > 1 ? 'Des documents lus attendent vos choix' : 'Un document lu attend vos choix'}
          </h2>
          <ul>
            {waiting.map(({ id, name, createdAt }) => (
              <li key={id}>
                <Link href={`/candidature/${dossierId}/importer/${id}`} className="break-all">
                  {name}
                </Link>
                , lu le {frenchInstant(createdAt)}
              </li>
            ))}
          </ul>
          <p className="fr-text--sm">
            Sans suite de votre part, chaque document est effacé, avec vos choix, {importLimits.days} jours après sa lecture.
          </p>
        </section>
      )}
      {refusal ? (
        <Alert severity="info">
          <p>{refusalSentence(refusal, times)}</p>
        </Alert>
      ) : (
        <>
          <section aria-labelledby="envoyer" className="mb-10">
            <h2 className="fr-h4" id="envoyer">
              Envoyer votre document
            </h2>
            <DocumentForm action={`/api/reprises/${dossierId}`} problem={problem} />
          </section>
          <section aria-labelledby="hors-connexion" className="mb-10">
            <h2 className="fr-h4" id="hors-connexion">
              Préparer la candidature hors connexion
            </h2>
            <p>
              Téléchargez le formulaire, remplissez-le dans votre traitement de texte, seul ou à plusieurs, puis envoyez-le ici&nbsp;:
              chaque réponse revient à sa place.
            </p>
            <OfflineFormLinks code={own.call.definition.code} dossierId={dossierId} />
          </section>
        </>
      )}
      {kept.length > 0 && (
        <KeptDocuments
          documents={kept}
          remove={(fileId, name) =>
            refusal === null && (
              <Confirmation label={`Retirer «\u00a0${name}\u00a0»`} secondary>
                <p>Le document sera effacé. Les réponses que vous en avez reprises restent dans le dossier.</p>
                <form action={discard.bind(null, dossierId, own.situation.actor?.userId ?? '', fileId)}>
                  <SubmitButton>Retirer ce document</SubmitButton>
                </form>
              </Confirmation>
            )
          }
        />
      )}
    </div>
  );
}
