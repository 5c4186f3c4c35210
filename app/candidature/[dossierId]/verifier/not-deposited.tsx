import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { isRefusal, type Refusal, refusalSentence } from '#lib/domain/refusals.ts';

type Props = { refusal: unknown; dossierId: string; correcting: boolean; blocking: number };

/** Why the button that was just pressed deposited nothing, at the top of the page that comes back. */
export function NotDeposited({ refusal, dossierId, correcting, blocking }: Props) {
  if (!isRefusal(refusal) || (refusal === 'incomplete' && blocking === 0)) return null;
  const title = correcting ? 'Vos corrections n’ont pas été déposées' : 'Le dossier n’a pas été déposé';
  return (
    <Alert severity="error" title={title} role="alert">
      <p>
        {sentenceFor(refusal)}{' '}
        {refusal === 'visaMissing' && <Link href={`/candidature/${dossierId}/visa` as Route}>Demander ou voir le visa</Link>}
      </p>
    </Alert>
  );
}

function sentenceFor(refusal: Refusal): string {
  switch (refusal) {
    case 'wrongStatus':
      return 'Il a changé dans une autre fenêtre\u00a0: relisez-le ci-dessous, puis déposez-le.';
    case 'alreadyExists':
      return `${refusalSentence(refusal)} Vérifiez le numéro SIREN de votre structure.`;
    default:
      return refusalSentence(refusal);
  }
}
