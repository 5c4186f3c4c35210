import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { type FollowedLetter, LetterStatus } from './letter-status.tsx';

type Props = {
  dossierId: string;
  sectionCode: string;
  letter: FollowedLetter | null;
  /** The dossier holds its letter already, whichever way it came. */
  there: boolean;
  /** Until when the letter may follow the dossier, in words; null when it comes with it. */
  until: string | null;
  submitted: boolean;
};

/** On the dossier's own page: what the team has to know of its letter, as long as it is not there. */
export function LetterNotice({ dossierId, sectionCode, letter, there, until, submitted }: Props) {
  if (there) return null;
  return (
    <section aria-label="La lettre de soutien" className="max-w-[48rem]">
      {until && (
        <Alert severity={submitted ? 'warning' : 'info'} title={submitted ? 'La lettre de soutien manque encore' : undefined}>
          <p>
            {submitted
              ? `Elle peut rejoindre votre dossier déposé ${until}.`
              : `Dans cet appel, la lettre de soutien peut arriver après le dépôt, ${until}.`}{' '}
            <Link href={`/candidature/${dossierId}/${sectionCode}` as Route}>Obtenir ou joindre la lettre</Link>
          </p>
        </Alert>
      )}
      {letter && (
        <>
          <LetterStatus letter={letter} />
          <p className="mb-6">
            <Link href={`/candidature/${dossierId}/demande-lettre` as Route}>Suivre ou refaire la demande de lettre</Link>
          </p>
        </>
      )}
    </section>
  );
}
