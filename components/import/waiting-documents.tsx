import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';
import { importLimits } from '#lib/domain/import/document.ts';

type Props = { dossierId: string; documents: readonly { id: string; name: string; createdAt: Date }[] };

const DAY_MS = 86_400_000;

/** On the dossier's own page: a document was read, and nobody has said yet what is taken of it. */
export function WaitingDocuments({ dossierId, documents }: Props) {
  return documents.map(({ id, name, createdAt }) => (
    <Alert key={id} severity="info" title="Un document lu attend vos choix">
      <p>
        <span className="break-all">{name}</span>. Il sera effacé le{' '}
        {frenchInstant(new Date(createdAt.getTime() + importLimits.days * DAY_MS))}.{' '}
        <Link href={`/candidature/${dossierId}/importer/${id}` as Route}>Choisir les réponses à reprendre</Link>
      </p>
    </Alert>
  ));
}
