import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PaperList } from '#components/dossier/paper-list.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { frenchClosing, frenchInstantToTheSecond } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { plural } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { issuedPapers } from '#lib/queries/document.ts';
import { ownDossier } from '#lib/queries/dossier.ts';

export const metadata: Metadata = { title: 'Dossier déposé' };

/** The receipt, at an address that stays good. */
export default async function ReceiptPage({ params }: PageProps<'/candidature/[dossierId]/depot'>) {
  const reception = receive();
  const { dossierId } = await params;
  const actor = await signedInActor(`/candidature/${dossierId}/depot`);
  const own = await ownDossier(actor, dossierId, reception);
  if (!own?.submitted) notFound();
  const { dossier, call, submitted, situation } = own;
  const { files } = submitted.snapshot;
  const papers = (await issuedPapers(dossierId)).filter((paper) => paper.title.endsWith(`version ${submitted.version}`));
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Accusé de réception" back={{ href: `/candidature/${dossierId}`, label: dossier.organisationName }} />
      <Alert severity="success" title="Votre dossier de candidature est déposé" role="status">
        <p>
          Numéro <strong data-testid="numero">{dossier.number}</strong>, version {submitted.version}.
        </p>
        <p>Reçu le {frenchInstantToTheSecond(submitted.receivedAt)}.</p>
      </Alert>
      <h2 className="fr-h4">Ce qui se passe maintenant</h2>
      <ol>
        {phaseAt(call, situation.now) === 'deposit' && (
          <li>
            Vous pouvez encore modifier le dossier et le déposer à nouveau {frenchClosing(call.closesAt)} : la dernière version déposée
            compte.
          </li>
        )}
        <li>
          Après la clôture, la Mission vérifie que le dossier est éligible et recevable, puis au moins deux personnes l’évaluent séparément.
        </li>
        <li>La décision vous sera notifiée par courriel et dans votre espace, avec ses raisons.</li>
      </ol>
      <p>
        Une question ? Écrivez à <a href={`mailto:${call.definition.contact.email}`}>{call.definition.contact.email}</a> en citant le numéro{' '}
        {dossier.number}.
      </p>
      <PaperList papers={papers} />
      <h2 className="fr-h4">Ce qui a été reçu</h2>
      <ul>
        <li>
          Dossier, empreinte SHA-256 : <code className="break-all">{submitted.sha256}</code>
        </li>
        {files.map((file) => (
          <li key={file.fileId}>
            {file.name} ({plural(file.pages, 'page', 'pages')}), empreinte SHA-256 : <code className="break-all">{file.sha256}</code>
          </li>
        ))}
      </ul>
      <p>
        <Link href={`/candidature/${dossierId}`}>Revenir au dossier</Link>
      </p>
    </div>
  );
}
