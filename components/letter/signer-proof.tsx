import { frenchDay, frenchInstant } from '#lib/domain/dates.ts';
import { lowerFirst } from '#lib/domain/text.ts';

type Props = {
  name: string;
  mandate: string;
  /** How the official confirmed it; null for a letter that was uploaded. */
  confirmed: { at: Date; email: string } | null;
  register: { known: boolean; matches: { name: string; held: string; place: string; publishedOn: Date }[] };
};

/** Who signed the support letter, how that is known, and whether the Répertoire national des élus bears the name. It decides nothing. */
export function SignerProof({ name, mandate, confirmed, register: { known, matches } }: Props) {
  return (
    <section aria-labelledby="signataire" className="mb-6 border border-(--border-default-grey) p-4">
      <h2 className="fr-h6 mb-2" id="signataire">
        Qui signe la lettre de soutien
      </h2>
      <p className="mb-2 break-words">
        <strong>{name || 'Nom non indiqué'}</strong>
        {mandate && `, ${mandate}`}
      </p>
      <p className="fr-text--sm mb-2">
        {confirmed
          ? `Confirmée le ${frenchInstant(confirmed.at)} par un code envoyé à ${confirmed.email}, puis scellée.`
          : 'Lettre jointe par le candidat\u00a0: la signature se vérifie à la lecture.'}
      </p>
      {name && known && matches.length > 0 && (
        <>
          <p className="fr-text--sm m-0 font-bold">✓ Figure au Répertoire national des élus</p>
          <ul className="fr-text--sm m-0">
            {matches.map(({ name: found, held, place, publishedOn }) => (
              <li key={`${found} ${held} ${place}`}>
                {found}, {lowerFirst(held)}
                {place && ` (${place})`}, fichier du {frenchDay(publishedOn)}
              </li>
            ))}
          </ul>
          <p className="fr-hint-text m-0">Seul le nom est comparé&nbsp;: vérifiez la fonction et le lieu.</p>
        </>
      )}
      {name && known && matches.length === 0 && (
        <p className="fr-text--sm m-0">
          <strong>À vérifier</strong>&nbsp;: ce nom ne figure pas dans les fichiers chargés du Répertoire national des élus.
        </p>
      )}
      {!known && <p className="fr-hint-text m-0">Le Répertoire national des élus n’est pas chargé.</p>}
    </section>
  );
}
