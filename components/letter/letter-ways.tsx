import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import { type FollowedLetter, LetterStatus } from './letter-status.tsx';

type Props = {
  dossierId: string;
  letter: FollowedLetter | null;
  /** The dossier holds its letter already: how to get one is folded. */
  there: boolean;
  mayAsk: boolean;
  until: string | null;
};

/** The three ways to a letter, on the page that asks for it: by a link, signed by hand, or signed elsewhere. */
export function LetterWays({ dossierId, letter, there, mayAsk, until }: Props) {
  const ways = (
    <ol className="mb-0">
      <li className="mb-3">
        <strong>Par courriel, le plus simple.</strong> L’élu reçoit un lien, relit la lettre sur son téléphone et la confirme avec un code.
        Elle se joint d’elle-même au dossier.
        {mayAsk && (
          <span className="mt-1 block">
            <Link href={`/candidature/${dossierId}/demande-lettre` as Route}>
              {letter ? 'Suivre ou refaire la demande' : 'Demander la lettre par courriel'}
            </Link>
          </span>
        )}
      </li>
      <li className="mb-3">
        <strong>Signée à la main.</strong> Imprimez la lettre préparée, faites-la signer, numérisez-la, puis joignez-la ci-dessous.
        <span className="mt-1 block">
          <a href={`/api/lettres/${dossierId}/docx`}>La lettre à imprimer (traitement de texte, .docx)</a>
        </span>
        <span className="block">
          <a href={`/api/lettres/${dossierId}/pdf`}>La lettre à imprimer (PDF)</a>
        </span>
      </li>
      <li>
        <strong>Signée dans votre parapheur.</strong> Joignez ci-dessous le PDF signé électroniquement, tel qu’il en sort.
      </li>
    </ol>
  );
  return (
    <section aria-labelledby="obtenir" className="mb-8">
      <h2 className="fr-h5" id="obtenir">
        {there ? 'La lettre est jointe' : 'Obtenir la lettre'}
      </h2>
      {until && <p>Dans cet appel, la lettre peut arriver après le dépôt du dossier, {until}.</p>}
      {letter && <LetterStatus letter={letter} />}
      {there ? (
        <details>
          <summary className="cursor-pointer">Remplacer la lettre</summary>
          <div className="mt-3">{ways}</div>
        </details>
      ) : (
        ways
      )}
    </section>
  );
}
