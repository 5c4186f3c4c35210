import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AssistedFacts } from '#components/dossier/assisted-facts.tsx';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { receive } from '#lib/operations/reception.ts';
import { assistedDepositOf } from '#lib/queries/assisted-deposit.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { hasLostSession, LostSession } from '../../lost-session.tsx';
import { confirm, refuse } from './actions.ts';

export const metadata: Metadata = { title: 'Confirmer le dossier saisi par la Mission' };

/** What the territory sent, as the Mission entered it: to confirm, or to refuse with the reason. */
export default async function ConfirmationPage({ params }: PageProps<'/candidature/[dossierId]/confirmation'>) {
  const reception = receive();
  const { dossierId } = await params;
  const page = `/candidature/${dossierId}/confirmation`;
  if (await hasLostSession()) return <LostSession action={refuse.bind(null, dossierId)} page={page} fields={reasonField} />;
  const actor = await signedInActor(page);
  const own = await ownDossier(actor, dossierId, reception);
  const assisted = own?.submitted ? await assistedDepositOf(dossierId) : null;
  if (!own || !assisted) notFound();
  const mayAnswer = obstacle('answerAssistedDeposit', own.situation) === null;
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title="Le dossier saisi par la Mission"
        back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}
      />
      {assisted.state === 'confirmed' && <Alert severity="success" role="status" title="Ce dossier est confirmé" />}
      {assisted.state === 'refused' && (
        <Alert severity="warning" role="status" title="Vous avez refusé ce dossier">
          <p>La Mission a reçu votre message. Tant que le dépôt est ouvert, vous pouvez corriger le dossier et le déposer vous-même.</p>
        </Alert>
      )}
      <AssistedFacts assisted={assisted} withOriginal />
      <p>
        <Link href={`/candidature/${dossierId}/verifier`}>Relire le dossier</Link> et le comparer à l’original, ou lire{' '}
        <Link href={`/candidature/${dossierId}/depot`}>l’accusé de réception</Link>.
      </p>
      {mayAnswer && (
        <>
          <h2 className="fr-h4">Confirmer</h2>
          <p>Le dossier dit bien ce que votre territoire a envoyé.</p>
          <form action={confirm.bind(null, dossierId, actor.userId)} className="mb-8">
            <SubmitButton>Confirmer ce dossier</SubmitButton>
          </form>
          <h2 className="fr-h4">Refuser</h2>
          <p>Votre territoire n’a pas envoyé ce dossier, ou il n’a pas été saisi fidèlement.</p>
          <SimpleForm
            fields={reasonField}
            action={refuse.bind(null, dossierId)}
            page={page}
            carried={{ auteur: actor.userId }}
            submitLabel="Refuser ce dossier"
          />
        </>
      )}
    </div>
  );
}

const reasonField: FieldView[] = [
  {
    code: 'raison',
    label: 'Ce qui ne correspond pas à ce que vous avez envoyé',
    hint: 'La Mission lira ce message.',
    control: 'paragraphs',
    rows: 4,
  },
];
