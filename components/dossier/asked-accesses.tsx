import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';
import { identifierInWords, identifierKey, type OrganisationIdentifier } from '#lib/domain/organisation-identifier.ts';

type Asked = { id: string; callCode: string; callTitle: string; identifier: OrganisationIdentifier; askedAt: Date };

/** The accesses this person asked for and nobody has answered: without a trace, one would believe the request lost. */
export function AskedAccesses({ asked }: { asked: Asked[] }) {
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="acces-demandes" className="mb-10">
      <h2 className="fr-h4" id="acces-demandes">
        {asked.length > 1 ? 'Vos demandes d’accès' : 'Votre demande d’accès'}
      </h2>
      <ul className="fr-raw-list">
        {asked.map(({ id, callCode, callTitle, identifier, askedAt }) => (
          <li key={id} className="mb-3 border border-(--border-default-grey) p-4">
            <p className="mb-1 font-bold">
              {callTitle}, structure {identifierInWords(identifier)}
            </p>
            <p className="fr-text--sm m-0">
              Envoyée le {frenchInstant(askedAt)}, sans réponse pour le moment.{' '}
              <Link href={`/candidature/acces?${new URLSearchParams({ appel: callCode, structure: identifierKey(identifier) })}` as Route}>
                Que faire sans réponse&nbsp;?
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
