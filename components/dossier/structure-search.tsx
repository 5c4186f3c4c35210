import type { Route } from 'next';
import { describedBy, FieldError } from '#components/form/field-parts.tsx';
import { Link } from '#components/ui/link.tsx';
import { frenchDay } from '#lib/domain/dates.ts';
import { type FoundStructure, isNumberSearch, longestSearch, mostFound } from '#lib/domain/registry/search.ts';
import { describeStructure, type RegistrySource, type RegistryStructure } from '#lib/domain/registry/structure.ts';
import { displaySiren } from '#lib/domain/siren.ts';

type Props = {
  /** What every address of this step keeps: the call, and the kind already known. */
  kept: Record<string, string>;
  typed: string;
  /** The search was sent, with nothing in it. */
  nothingTyped: boolean;
  /** Null before anything was searched. */
  answer: { found: FoundStructure[]; live: RegistryStructure[]; source: RegistrySource } | null;
};

/** The first step of a dossier: finding one’s structure rather than typing it. A plain form, whose address can be kept. */
export function StructureSearch({ kept, typed, nothingTyped, answer }: Props) {
  const address = (more: Record<string, string>) => `/candidature/nouveau?${new URLSearchParams({ ...kept, ...more })}` as Route;
  return (
    <>
      <form method="get" action="/candidature/nouveau">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className={`fr-input-group ${nothingTyped ? 'fr-input-group--error' : ''}`}>
          <label className="fr-label" htmlFor="q">
            Cherchez votre structure
          </label>
          <p className="fr-hint-text m-0" id="q-aide">
            Son nom, une de ses communes, son département ou son numéro SIREN.
          </p>
          <div className="mt-2 flex flex-wrap gap-3">
            <input
              className="fr-input max-w-[30rem]"
              type="search"
              id="q"
              name="q"
              defaultValue={typed}
              maxLength={longestSearch}
              // biome-ignore lint/a11y/noAutofocus: after an empty search only, the field to fill
              autoFocus={nothingTyped}
              aria-invalid={nothingTyped || undefined}
              aria-describedby={describedBy('q', 'aide', nothingTyped ? 'erreur' : null)}
            />
            <button type="submit" className="fr-btn">
              Chercher
            </button>
          </div>
          <FieldError id="q" error={nothingTyped ? 'Écrivez un nom, une commune ou un SIREN.' : null} />
        </div>
      </form>
      {answer && <Results answer={answer} typed={typed} address={address} />}
      <p className="mt-6">
        <Link href={address({ saisie: 'libre' })} className={answer ? 'fr-btn fr-btn--secondary' : ''}>
          {answer ? 'Remplir sans le registre' : 'Remplir sans chercher\u00a0: syndicat mixte, GIP ou autre structure'}
        </Link>
      </p>
    </>
  );
}

type ResultsProps = { answer: NonNullable<Props['answer']>; typed: string; address: (more: Record<string, string>) => Route };

function Results({ answer: { found, live, source }, typed, address }: ResultsProps) {
  if (found.length + live.length === 0) {
    return (
      <p className="mt-6" role="status">
        {isNumberSearch(typed)
          ? 'Ce numéro n’est pas dans le registre. Vérifiez ses neuf chiffres, ou remplissez sans le registre.'
          : `Aucune structure trouvée pour « ${typed} ». Vérifiez l’orthographe, essayez un seul mot ou le nom d’une commune.`}{' '}
        Les syndicats mixtes, les pôles territoriaux et les GIP ne sont pas dans ce registre.
      </p>
    );
  }
  return (
    <section aria-labelledby="trouvees" className="mt-6">
      <h2 className="fr-h5" id="trouvees">
        Choisissez votre structure
      </h2>
      <ul className="fr-raw-list" data-testid="structures-trouvees">
        {found.map(({ structure, through }) => (
          <Found key={structure.key} structure={structure} through={through} href={address({ registre: structure.key })} />
        ))}
        {live.map((structure) => (
          <Found key={structure.key} structure={structure} through={null} href={address({ registre: structure.key })} />
        ))}
      </ul>
      {found.length === mostFound && <p>Il y en a peut-être d’autres&nbsp;: précisez le nom pour les voir.</p>}
      <p className="fr-text--sm">
        Registre du {frenchDay(new Date(source.date))}&nbsp;: {source.name}. {source.licence}.
        {live.length > 0 && ' Complété en ligne par l’API Recherche d’entreprises.'}
      </p>
    </section>
  );
}

function Found({ structure, through, href }: { structure: RegistryStructure; through: string | null; href: Route }) {
  return (
    <li className="border-b border-(--border-default-grey) py-3">
      <Link href={href} className="font-bold">
        {structure.name}
      </Link>
      <span className="fr-hint-text block">
        {describeStructure(structure)}
        {structure.siren && `, SIREN ${displaySiren(structure.siren)}`}.{through && ` Comprend ${through}.`}
      </span>
    </li>
  );
}
