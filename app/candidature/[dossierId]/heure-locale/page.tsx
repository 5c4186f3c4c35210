import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { placeField, placeFieldName } from '#components/form/place-field.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { choosePlace } from './actions.ts';

export const metadata: Metadata = { title: 'Heure locale' };

export default async function LocalHourPage({ params }: PageProps<'/candidature/[dossierId]/heure-locale'>) {
  const reception = receive();
  const { dossierId } = await params;
  const actor = await signedInActor(`/candidature/${dossierId}/heure-locale`);
  const own = await ownDossier(actor, dossierId, reception);
  if (!own || obstacle('editDossier', own.situation)) notFound();
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Heure locale" back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}>
        <p>La clôture se juge à l’heure de Paris. Elle peut aussi vous être dite à l’heure de votre territoire.</p>
      </PageTitle>
      <SimpleForm
        fields={[placeField()]}
        values={{ [placeFieldName]: own.dossier.placeCode ?? '' }}
        action={choosePlace.bind(null, dossierId)}
        carried={{ auteur: actor.userId }}
        submitLabel="Enregistrer"
      />
    </div>
  );
}
