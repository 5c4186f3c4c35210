import type { CallDefinition } from '#lib/domain/call.ts';
import { dossierStatuses, statusLabels } from '#lib/domain/dossier-status.ts';

type Filters = { search: string; status: string; category: string; kind: string; toReview: boolean; sorting: string };

/** Search, filters and order as one plain form: its address can be kept and shared. */
export function FilterForm({ definition, filters, filtered }: { definition: CallDefinition; filters: Filters; filtered: boolean }) {
  const statuses = dossierStatuses.filter((status) => status !== 'draft').map((status) => [status, statusLabels[status]] as const);
  const categories = [
    ...definition.categories.map(({ code, shortLabel }) => [code, shortLabel] as const),
    ['aucune', 'Non choisie'] as const,
  ];
  const kinds = definition.organisationKinds.map(({ code, label }) => [code, label] as const);
  const sortings = [['numero', 'Numéro'] as const, ['nom', 'Nom de la structure'] as const, ['depot', 'Date de dépôt'] as const];
  return (
    // Closed at first on a narrow screen, so that the list is in view; always open where there is room for it.
    <details open={filtered} className="mb-6 lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:block">
      <summary className="cursor-pointer font-bold lg:supports-[selector(::details-content)]:hidden">Rechercher, filtrer, trier</summary>
      <form method="get" className="mt-4 grid items-end gap-4 sm:grid-cols-2 lg:mt-0 lg:grid-cols-6">
        <input type="hidden" name="appel" value={definition.code} />
        <div className="lg:col-span-2">
          <label className="fr-label" htmlFor="q">
            Rechercher un nom, un territoire, un numéro ou un SIREN
          </label>
          <input className="fr-input mt-1" type="search" id="q" name="q" defaultValue={filters.search} />
        </div>
        <Choice name="statut" label="Statut" all="Tous" options={statuses} value={filters.status} />
        <Choice name="categorie" label="Catégorie" all="Toutes" options={categories} value={filters.category} />
        <Choice name="nature" label="Nature" all="Toutes" options={kinds} value={filters.kind} />
        <Choice name="tri" label="Trier par" options={sortings} value={filters.sorting} />
        <div className="flex flex-wrap items-center gap-x-8 gap-y-4 sm:col-span-2 lg:col-span-6">
          <div className="fr-checkbox-group">
            <input type="checkbox" id="a-evaluer" name="a-evaluer" value="oui" defaultChecked={filters.toReview} />
            <label className="fr-label" htmlFor="a-evaluer">
              Seulement ceux qui attendent mon évaluation&nbsp;: il leur en manque, et je n’ai pas rendu la mienne
            </label>
          </div>
          <div className="flex gap-3">
            <button type="submit" className="fr-btn">
              Afficher
            </button>
            <a href={`?appel=${definition.code}`} className="fr-btn fr-btn--tertiary">
              Tout effacer
            </a>
          </div>
        </div>
      </form>
    </details>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  value: string;
  /** The word for no choice at all; none where one is always made. */
  all?: string;
};

function Choice({ name, label, options, value, all }: ChoiceProps) {
  return (
    <div>
      <label className="fr-label" htmlFor={name}>
        {label}
      </label>
      <select className="fr-select mt-1" id={name} name={name} defaultValue={value}>
        {all && <option value="">{all}</option>}
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
