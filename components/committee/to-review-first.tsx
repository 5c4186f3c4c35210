import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { BoardView } from '#lib/domain/board-view.ts';
import { plural } from '#lib/domain/text.ts';

/** For who reviews and also sits on the committee: nobody reads the others' findings before having delivered their own. */
export function ToReviewFirst({ dossiers }: { dossiers: BoardView['toReviewFirst'] }) {
  if (dossiers.length === 0) return null;
  return (
    <Alert
      severity="info"
      title={plural(
        dossiers.length,
        'dossier n’est pas montré\u00a0: vous pouvez encore l’évaluer',
        'dossiers ne sont pas montrés\u00a0: vous pouvez encore les évaluer',
      )}
    >
      <p>Rendez votre évaluation, ou déportez-vous&nbsp;: vous verrez ensuite ce que les autres ont constaté.</p>
      <ul>
        {dossiers.map(({ dossierId, number, organisationName }) => (
          <li key={dossierId}>
            <Link href={`/instruction/${dossierId}` as Route}>{organisationName}</Link> ({number})
          </li>
        ))}
      </ul>
    </Alert>
  );
}
