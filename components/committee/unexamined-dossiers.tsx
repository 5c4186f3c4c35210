import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { BoardView } from '#lib/domain/board-view.ts';
import { plural } from '#lib/domain/text.ts';

/** What still prevents a category from being frozen: dossiers nobody has examined, each with the way to it. */
export function UnexaminedDossiers({ unexamined }: { unexamined: BoardView['unexamined'] }) {
  const { total, named } = unexamined;
  if (total === 0) return null;
  const hidden = total - named.length;
  return (
    <Alert
      severity="warning"
      title={plural(
        total,
        'dossier qui peut relever de cette catégorie n’est pas encore instruit',
        'dossiers qui peuvent relever de cette catégorie ne sont pas encore instruits',
      )}
    >
      <p>Il faut d’abord décider s’ils sont recevables. Jusque-là, la proposition ne peut pas être figée.</p>
      <ul>
        {named.map(({ dossierId, number, organisationName, categoryCode }) => (
          <li key={dossierId}>
            <Link href={`/instruction/${dossierId}` as Route}>{organisationName}</Link> ({number}
            {categoryCode === null && ', catégorie non choisie'})
          </li>
        ))}
        {hidden > 0 && <li>{plural(hidden, 'dossier dont vous vous êtes déporté', 'dossiers dont vous vous êtes déporté')}</li>}
      </ul>
    </Alert>
  );
}
