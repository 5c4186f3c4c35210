import { Link } from '#components/ui/link.tsx';

/** Said once, to who has just begun: what is written elsewhere need not be typed again. */
export function TakeUpInvitation({ dossierId }: { dossierId: string }) {
  return (
    <div className="mb-8 max-w-[48rem] border-l-4 border-(--border-default-blue-france) pl-4">
      <h2 className="fr-h6 mb-1">Votre candidature est déjà écrite ailleurs&nbsp;?</h2>
      <p className="mb-3">
        Envoyez le document, Word, LibreOffice ou PDF&nbsp;: ses réponses vous sont proposées question par question. Vous pouvez aussi la
        préparer hors connexion.
      </p>
      <p className="m-0">
        <Link href={`/candidature/${dossierId}/importer`} className="fr-btn fr-btn--secondary">
          Importer un document déjà écrit
        </Link>
      </p>
    </div>
  );
}
