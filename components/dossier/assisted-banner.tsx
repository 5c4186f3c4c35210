import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';

type Props = { banner: 'entering' | 'toConfirm' | 'awaitingLead'; dossierId: string };

/** Says, above every page, that a dossier was not written here by the territory itself. */
export function AssistedBanner({ banner, dossierId }: Props) {
  if (banner === 'entering')
    return (
      <Alert severity="warning" title="Saisie assistée">
        <p>
          Vous recopiez le dossier d’un territoire, tel qu’il a été reçu&nbsp;: n’ajoutez et ne corrigez rien.{' '}
          <Link href={`/administration/saisies/${dossierId}` as Route}>Revenir à la saisie pour déposer</Link>
        </p>
      </Alert>
    );
  return (
    <Alert severity="warning" title="Ce dossier a été saisi par la Mission, à partir de ce que vous avez envoyé">
      {banner === 'toConfirm' ? (
        <p>
          Relisez-le, puis <Link href={`/candidature/${dossierId}/confirmation` as Route}>confirmez-le ou refusez-le</Link>.
        </p>
      ) : (
        <p>Un responsable du dossier doit le relire, puis le confirmer ou le refuser.</p>
      )}
    </Alert>
  );
}
