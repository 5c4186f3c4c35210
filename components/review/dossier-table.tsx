import type { Route } from 'next';
import { StatusBadge } from '#components/dossier/status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { Scrollable } from '#components/ui/scrollable.tsx';
import { assistedTitles } from '#lib/domain/assisted-deposit.ts';
import { type CallDefinition, categoryOf, organisationKindOf } from '#lib/domain/call.ts';
import { frenchDay } from '#lib/domain/dates.ts';
import type { ListedDossier } from '#lib/domain/listed-dossier.ts';
import { reviewCount } from '#lib/domain/review.ts';
import { plural } from '#lib/domain/text.ts';

type Props = { definition: CallDefinition; rows: ListedDossier[]; query: string; filtered: boolean };

const ownLabels = { none: '', draft: ' (la vôtre est commencée)', delivered: ' (la vôtre est rendue)' };

/** The submitted dossiers, one a line. `query`: the filters, so that a dossier knows the list it was opened from. */
export function DossierTable({ definition, rows, query, filtered }: Props) {
  if (rows.length === 0) {
    return <p>{filtered ? 'Aucun dossier ne correspond. Élargissez la recherche ou effacez les filtres.' : 'Aucun dossier déposé.'}</p>;
  }
  return (
    <Scrollable label="Dossiers déposés">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="fr-sr-only">Dossiers déposés</caption>
        <thead>
          <tr className="border-b-2 border-(--border-plain-grey) align-bottom">
            {['Numéro', 'Structure', 'Nature', 'Catégorie', 'Statut', 'Évaluations', 'Déposé le'].map((title) => (
              <th key={title} scope="col" className="px-2 py-2">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-(--border-default-grey) align-top">
              <td className="px-2 py-2 whitespace-nowrap">{row.number}</td>
              <th scope="row" className="px-2 py-2 font-normal">
                <Link href={`/instruction/${row.id}?${query}` as Route} className="font-bold">
                  {row.organisationName}
                </Link>
                <span className="block">{row.territoryName}</span>
                {row.unreadMessages > 0 && (
                  <Link href={`/instruction/${row.id}/messages`} className="block">
                    {plural(row.unreadMessages, 'message non lu', 'messages non lus')}
                    <span className="fr-sr-only"> de «&nbsp;{row.organisationName}&nbsp;»</span>
                  </Link>
                )}
              </th>
              <td className="px-2 py-2">{organisationKindOf(definition, row.organisationKind)?.label ?? '—'}</td>
              <td className="px-2 py-2">{categoryOf(definition, row.categoryCode)?.shortLabel ?? 'Non choisie'}</td>
              <td className="px-2 py-2">
                <StatusBadge status={row.status} />
                {remarksOn(row).map((remark) => (
                  <span key={remark} className="mt-1 block">
                    {remark}
                  </span>
                ))}
              </td>
              <td className="px-2 py-2">
                {reviewCount(row.deliveredReviews, definition.evaluation.reviewsPerDossier)}
                {ownLabels[row.ownReview]}
              </td>
              <td className="px-2 py-2 whitespace-nowrap">{frenchDay(row.submittedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** What a status does not say, and whoever examines must know before opening the dossier. */
function remarksOn({ assistance, corrections }: ListedDossier): string[] {
  return [
    ...(assistance && assistance !== 'confirmed' ? [assistedTitles[assistance]] : []),
    ...(corrections === 'awaited' ? ['Corrections attendues'] : []),
    ...(corrections === 'overdue' ? ['Corrections non reçues à temps'] : []),
  ];
}
