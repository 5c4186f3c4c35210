import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { hasLostSession, LostSession } from '../../lost-session.tsx';
import { withdraw } from './actions.ts';

export const metadata: Metadata = { title: 'Retirer mon dossier' };

const fields: FieldView[] = [
  {
    control: 'paragraphs',
    code: 'raison-retrait',
    label: 'Pourquoi retirez-vous ce dossier\u00a0?',
    hint: 'Les personnes du dossier et la Mission le liront.',
    rows: 3,
  },
];

/** Asks why, on a page of its own, and says until when the withdrawal can be taken back. */
export default async function WithdrawPage({ params }: PageProps<'/candidature/[dossierId]/retirer'>) {
  const reception = receive();
  const { dossierId } = await params;
  const page = `/candidature/${dossierId}/retirer`;
  if (await hasLostSession()) return <LostSession action={withdraw.bind(null, dossierId)} page={page} fields={fields} />;
  const actor = await signedInActor(page);
  const own = await ownDossier(actor, dossierId, reception);
  if (!own || obstacle('withdrawDossier', own.situation)) notFound();
  const { dossier, call, phase } = own;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Retirer mon dossier" back={{ href: `/candidature/${dossierId}`, label: dossier.organisationName }} />
      <Alert severity="warning" title={phase === 'deposit' ? 'Votre dossier ne sera plus candidat' : 'Ce retrait sera définitif'}>
        <p>
          {phase === 'deposit'
            ? `La Mission n’examinera pas le dossier n° ${dossier.number}. Vous pourrez annuler ce retrait ${frenchClosing(call.closesAt)}.`
            : `Le dépôt est clos. La Mission n’examinera pas, ou plus, le dossier n° ${dossier.number}, et vous ne pourrez pas revenir sur ce retrait.`}{' '}
          Les personnes du dossier seront prévenues par courriel.
        </p>
      </Alert>
      <SimpleForm
        fields={fields}
        action={withdraw.bind(null, dossierId)}
        page={page}
        carried={{ auteur: actor.userId }}
        submitLabel="Retirer le dossier"
      />
      <p className="mt-6">
        <Link href={`/candidature/${dossierId}`}>Garder le dossier tel qu’il est</Link>
      </p>
    </div>
  );
}
