import { frenchDay } from '#lib/domain/dates.ts';
import type { ComparedFact } from '#lib/domain/registry/comparison.ts';
import type { RegistrySource } from '#lib/domain/registry/structure.ts';

type Props = { facts: ComparedFact[]; source: RegistrySource; chosen: boolean };

/** What the registry says of the structure beside what is declared: for whoever examines, never a verdict. */
export function RegistryComparison({ facts, source, chosen }: Props) {
  return (
    <section aria-labelledby="registre" className="mb-6">
      <h2 className="fr-h6 mb-2" id="registre">
        D’après le registre des structures
      </h2>
      <ul className="fr-raw-list mb-1" data-testid="registre">
        {facts.map(({ label, declared, registered, agrees }) => (
          <li key={label} className="fr-text--sm mb-1">
            <strong>{agrees ? '✓' : 'Diffère'}</strong> {label}&nbsp;: {registered}
            {!agrees && `, ${declared} dans le dossier`}.
          </li>
        ))}
      </ul>
      <p className="fr-hint-text m-0">
        {source.name}, {frenchDay(new Date(source.date))}
        {chosen ? ', tel qu’il était quand le candidat a choisi sa structure' : ', d’après le SIREN déclaré'}.
      </p>
    </section>
  );
}
