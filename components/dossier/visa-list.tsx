import { Link } from '#components/ui/link.tsx';

type Props = { visas: { dossierId: string; organisationName: string; callTitle: string; answered: boolean }[] };

/** The dossiers on which this person’s visa is asked. */
export function VisaList({ visas }: Props) {
  if (visas.length === 0) return null;
  return (
    <section aria-labelledby="visas" className="mb-10">
      <h2 className="fr-h4" id="visas">
        {visas.length > 1 ? 'Les visas qui vous sont demandés' : 'Un visa vous est demandé'}
      </h2>
      <ul className="fr-raw-list">
        {visas.map(({ dossierId, organisationName, callTitle, answered }) => (
          <li key={dossierId} className="mb-3 border border-(--border-default-grey) p-4">
            <p className="mb-1">
              <Link href={`/candidature/visa/${dossierId}`} className="text-lg font-bold">
                {organisationName}
              </Link>
            </p>
            <p className="fr-text--sm m-0">
              {callTitle}. {answered ? 'Vous avez répondu.' : 'Lisez le dossier, puis donnez ou refusez votre visa.'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
