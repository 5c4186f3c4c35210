import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { AssistedFacts } from '#components/dossier/assisted-facts.tsx';
import { DepositForTerritory } from '#components/dossier/deposit-for-territory.tsx';
import { FileField } from '#components/form/file-field.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { TextField } from '#components/form/text-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { maxOriginalBytes } from '#lib/domain/assisted-deposit.ts';
import { blockingGaps } from '#lib/domain/completeness.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { isUploadRefusal, uploadRefusalSentence } from '#lib/domain/upload.ts';
import { originalField } from '#lib/operations/assisted-original.ts';
import { receive } from '#lib/operations/reception.ts';
import { administeredAssistance } from '#lib/queries/assisted-deposit.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Dossier saisi pour un territoire' };

const doneSentences = {
  depot: 'Le dossier est déposé, à la date de sa réception. Le territoire est invité à le confirmer.',
  invitation: 'Le courriel est parti\u00a0: le territoire est invité à confirmer.',
  original: 'L’original est joint.',
};

export default async function AssistedDepositPage({ params, searchParams }: PageProps<'/administration/saisies/[dossierId]'>) {
  const { dossierId } = await params;
  const query = await searchParams;
  const actor = await signedInActor(`/administration/saisies/${dossierId}`);
  const assisted = await administeredAssistance(actor, dossierId);
  if (!assisted) notFound();
  const own = assisted.own && assisted.state === 'entering' ? await ownDossier(actor, dossierId, receive()) : null;
  const gaps = own ? blockingGaps(own.call.definition, own.answers) : [];
  const done = knownWord(doneSentences, query.fait);
  const upload = isUploadRefusal(query.envoi) ? uploadRefusalSentence(query.envoi, maxOriginalBytes) : null;
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title={assisted.organisationName}
        back={{ href: `/administration/saisies?appel=${assisted.callCode}`, label: 'Dossiers saisis' }}
      />
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(query.refus) && <Alert severity="error" role="alert" title={refusalSentence(query.refus)} />}
      <AssistedFacts assisted={assisted} />
      {own && (
        <>
          <h2 className="fr-h4">1. Joindre l’original</h2>
          <form action={`/api/saisies/${dossierId}`} method="post" encType="multipart/form-data">
            <FileField
              code={originalField}
              label="Numérisation de ce qui a été reçu"
              hint="Le courrier numérisé, ou le courriel et ses pièces enregistrés en PDF."
              maxBytes={maxOriginalBytes}
              file={assisted.original}
              error={upload}
            />
            <SubmitButton secondary>Joindre l’original</SubmitButton>
          </form>
          <h2 className="fr-h4 mt-8">2. Saisir le dossier</h2>
          <p>
            <Link href={`/candidature/${dossierId}` as Route}>Ouvrez les pages du dossier</Link> et recopiez ce qui a été reçu, ou{' '}
            <Link href={`/candidature/${dossierId}/importer` as Route}>faites-le lire</Link> s’il est dans un traitement de texte. N’ajoutez
            et ne corrigez rien.
          </p>
          <h2 className="fr-h4 mt-8">3. Déposer tel que reçu</h2>
          <DepositForTerritory dossierId={dossierId} assisted={assisted} gaps={gaps} deposit={actions.deposit.bind(null, dossierId)} />
          <Confirmation label="Abandonner la saisie" secondary>
            <p>Tout ce qui a été saisi et l’original joint seront effacés. Le journal garde la trace de la saisie et de son abandon.</p>
            <form action={actions.giveUp.bind(null, dossierId)}>
              <SubmitButton secondary small>
                Abandonner et tout effacer
              </SubmitButton>
            </form>
          </Confirmation>
        </>
      )}
      {assisted.state === 'entering' && !own && <p>La saisie est en cours&nbsp;: seule la personne qui l’a commencée peut la continuer.</p>}
      {assisted.state === 'awaiting' && (
        <form action={actions.inviteAgain.bind(null, dossierId)} className="mt-8">
          <h2 className="fr-h4">Demander à nouveau la confirmation</h2>
          <p>Si l’adresse était fausse, corrigez-la&nbsp;: l’ancienne invitation sera retirée.</p>
          <TextField
            name="courriel"
            label="Courriel de la personne du territoire"
            type="email"
            defaultValue={assisted.contactEmail}
            autoComplete="off"
          />
          <SubmitButton secondary>Envoyer la demande de confirmation</SubmitButton>
        </form>
      )}
    </div>
  );
}
