import type { CallDefinition } from '#lib/domain/call.ts';
import { dossierStatuses, statusLabels } from '#lib/domain/dossier-status.ts';

type Filters = { search: string; status: string; category: string; kind: string; toReview: boolean; sorting: string };

/** Search, filters and order as one plain form: its address can be kept and shared. */
export function FilterForm({ definition, filters }: { definition: CallDefinition; filters: Filters }) {
  const statuses = dossierStatuses.filter((status) => status !== 'draft').map((status) => [status, statusLabels[status]] as const);
  const categories = [
    ...definition.categories.map(({ code, shortLabel }) => [code, shortLabel] as const),
    ['aucune', 'Non choisie'] as const,
  ];
  const kinds = definition.organisationKinds.map(({ code, label }) => [code, label] as const);
  const sortings = [['numero', 'Numéro'] as const, ['nom', 'Nom de la structure'] as const, ['depot', 'Date de dépôt'] as const];
  return (
    <form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-6">
      <input type="hidden" name="appel" value={definition.code} />
      <div className="lg:col-span-2">
        <label className="fr-label" htmlFor="q">
          Rechercher un nom, un territoire, un numéro ou un SIREN
        </label>
        <input className="fr-input mt-1" type="search" id="q" name="q" defaultValue={filters.search} />
      </div>
      <Choice name="statut" label="Statut" options={statuses} value={filters.status} />
      <Choice name="categorie" label="Catégorie" options={categories} value={filters.category} />
      <Choice name="nature" label="Nature" options={kinds} value={filters.kind} />
      <Choice name="tri" label="Trier par" options={sortings} value={filters.sorting} required />
      <div className="fr-checkbox-group sm:col-span-2 lg:col-span-3">
        <input type="checkbox" id="a-evaluer" name="a-evaluer" value="oui" defaultChecked={filters.toReview} />
        <label className="fr-label" htmlFor="a-evaluer">
          Seulement ceux qui attendent mon évaluation
        </label>
      </div>
      <div className="flex gap-3 lg:col-span-3">
        <button type="submit" className="fr-btn">
          Afficher
        </button>
        <a href={`?appel=${definition.code}`} className="fr-btn fr-btn--tertiary">
          Tout effacer
        </a>
      </div>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; options: readonly (readonly [string, string])[]; value: string; required?: boolean };

function Choice({ name, label, options, value, required }: ChoiceProps) {
  return (
    <div>
      <label className="fr-label" htmlFor={name}>
        {label}
      </label>
      <select className="fr-select mt-1" id={name} name={name} defaultValue={value}>
        {!required && <option value="">Tous</option>}
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
