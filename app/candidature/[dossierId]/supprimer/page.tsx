import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { remove } from './actions.ts';

export const metadata: Metadata = { title: 'Supprimer ce brouillon' };

/** Asks to be sure, on a page of its own: the question is the same with and without scripts. */
export default async function DeleteDraftPage({ params }: PageProps<'/candidature/[dossierId]/supprimer'>) {
  const reception = receive();
  const { dossierId } = await params;
  const actor = await signedInActor(`/candidature/${dossierId}/supprimer`);
  const own = await ownDossier(actor, dossierId, reception);
  if (!own || obstacle('deleteDraft', own.situation)) notFound();
  const { organisationName } = own.dossier;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Supprimer ce brouillon&nbsp;?" back={{ href: `/candidature/${dossierId}`, label: organisationName }} />
      <Alert severity="warning" title="Cette suppression est définitive">
        <p>
          Tout ce qui est écrit dans le dossier de «&nbsp;{organisationName}&nbsp;» et le document joint seront effacés. Personne ne pourra
          les retrouver. Un autre dossier pourra ensuite être commencé pour cette structure.
        </p>
      </Alert>
      <form action={remove.bind(null, dossierId, actor.userId)} className="flex flex-wrap gap-4">
        <SubmitButton secondary>Supprimer définitivement</SubmitButton>
        <Link href={`/candidature/${dossierId}`} className="fr-btn">
          Garder ce brouillon
        </Link>
      </form>
    </div>
  );
}
