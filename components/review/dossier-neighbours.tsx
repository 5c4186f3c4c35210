import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';

type Props = { neighbours: { position: number; total: number; previousId: string | null; nextId: string | null } | null; query: string };

/** Back to the list, and on to the next dossier of that very list. */
export function DossierNeighbours({ neighbours, query }: Props) {
  return (
    <nav aria-label="Parcourir la liste" className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-1 text-sm">
      <Link href={`/instruction?${query}` as Route}>← Liste des dossiers</Link>
      {neighbours && (
        <>
          <span>
            Dossier {neighbours.position} sur {neighbours.total}
          </span>
          {neighbours.previousId && <Link href={`/instruction/${neighbours.previousId}?${query}` as Route}>Précédent</Link>}
          {neighbours.nextId && <Link href={`/instruction/${neighbours.nextId}?${query}` as Route}>Suivant</Link>}
        </>
      )}
    </nav>
  );
}
