import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { PaperList } from '#components/dossier/paper-list.tsx';
import { ReceiptRights } from '#components/dossier/receipt-rights.tsx';
import { NotSubmitted } from '#components/dossier/submission-state.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { channelWords } from '#lib/domain/assisted-deposit.ts';
import { frenchInstantToTheSecond } from '#lib/domain/dates.ts';
import { closingThere, placeOf } from '#lib/domain/local-time.ts';
import { receiptMentions } from '#lib/domain/receipt-mentions.ts';
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
  const { dossier, call, submitted, phase } = own;
  const withdrawn = dossier.status === 'withdrawn';
  const decided = dossier.status !== 'submitted' && dossier.status !== 'admissible';
  const { files } = submitted.snapshot;
  const papers = (await issuedPapers(dossierId)).filter((paper) => paper.title.endsWith(`version ${submitted.version}`));
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Accusé de réception" back={{ href: `/candidature/${dossierId}`, label: dossier.organisationName }} />
      <Alert
        severity={withdrawn ? 'warning' : 'success'}
        title={withdrawn ? `Dossier n° ${dossier.number} retiré` : 'Votre dossier de candidature est déposé'}
        role="status"
      >
        <p>
          Numéro <strong data-testid="numero">{dossier.number}</strong>, version {submitted.version}.
        </p>
        <p>
          {withdrawn ? 'Il avait été reçu' : 'Reçu'}{' '}
          {submitted.snapshot.assisted ? `${channelWords[submitted.snapshot.assisted.channel]} ` : ''}le{' '}
          {frenchInstantToTheSecond(submitted.receivedAt)}.
        </p>
        {submitted.snapshot.assisted && (
          <p>
            Déposé avec l’aide de la Mission, le {frenchInstantToTheSecond(new Date(submitted.snapshot.assisted.depositedAt))}. Référence de
            l’envoi&nbsp;: {submitted.snapshot.assisted.reference}.
          </p>
        )}
      </Alert>
      {own.changed && !withdrawn && (
        <NotSubmitted
          dossierId={dossierId}
          submitted={submitted}
          phase={phase}
          changes={own.changes}
          correctionDueAt={own.correction?.state === 'open' ? own.correction.dueAt : null}
          checkHref={`/candidature/${dossierId}/verifier` as Route}
        />
      )}
      {decided ? (
        <p>
          {withdrawn ? 'Ce dossier a été retiré depuis\u00a0: voyez' : 'La décision prise sur ce dossier se lit sur'}{' '}
          <Link href={`/candidature/${dossierId}`}>la page de votre dossier</Link>.
        </p>
      ) : (
        <>
          <h2 className="fr-h4">Ce qui se passe maintenant</h2>
          <ol>
            {phase === 'deposit' && (
              <li>
                Vous pouvez encore modifier le dossier et le déposer à nouveau {closingThere(call.closesAt, placeOf(dossier.placeCode))}
                &nbsp;: la dernière version déposée compte.
              </li>
            )}
            <li>
              {phase === 'closed' ? 'La' : 'Après la clôture, la'} Mission vérifie que le dossier est éligible et recevable, puis au moins
              deux personnes l’évaluent séparément.
            </li>
            <li>La décision vous sera notifiée par courriel et dans votre espace, avec ses raisons.</li>
          </ol>
        </>
      )}
      <PaperList papers={papers} />
      <h2 className="fr-h4">Ce qui a été reçu</h2>
      <ul>
        <li>Votre dossier, version {submitted.version}.</li>
        {files.map((file) => (
          <li key={file.fileId}>
            <a href={`/api/fichiers/${file.fileId}`}>{file.name}</a> ({plural(file.pages, 'page', 'pages')}).
          </li>
        ))}
      </ul>
      <details className="mb-6">
        <summary className="cursor-pointer">Empreintes SHA-256 de ce qui a été reçu</summary>
        <p className="mt-2">Ces nombres changeraient si une seule lettre changeait&nbsp;: ils prouvent ce que vous avez déposé.</p>
        <ul>
          <li>
            Dossier&nbsp;: <code className="break-all">{submitted.sha256}</code>
          </li>
          {files.map((file) => (
            <li key={file.fileId}>
              {file.name}&nbsp;: <code className="break-all">{file.sha256}</code>
            </li>
          ))}
        </ul>
      </details>
      <ReceiptRights
        mentions={receiptMentions(call.definition, submitted.receivedAt, call.closesAt)}
        email={call.definition.contact.email}
        number={dossier.number ?? ''}
        decided={decided}
      />
      <p>
        <Link href={`/candidature/${dossierId}`}>Revenir au dossier</Link>
      </p>
    </div>
  );
}
