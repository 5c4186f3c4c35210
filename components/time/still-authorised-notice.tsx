import { Alert } from '#components/ui/alert.tsx';
import { frenchClosing } from '#lib/domain/dates.ts';
import { plural } from '#lib/domain/text.ts';

type Props = { authorised: { count: number; until: Date | null }; children?: string };

/** In a closed call: dossiers that may still be submitted. They are counted, and stay sealed until then. */
export function StillAuthorisedNotice({ authorised: { count, until }, children = '' }: Props) {
  if (count === 0 || !until) return null;
  const title = plural(count, 'dossier peut encore être déposé', 'dossiers peuvent encore être déposés');
  return (
    <Alert severity="info" title={title}>
      <p>
        {plural(count, 'autorisation individuelle court', 'autorisations individuelles courent')} {frenchClosing(until)}. Jusque-là,
        personne ne lit ce que {count > 1 ? 'ces dossiers contiennent' : 'ce dossier contient'}. {children}
      </p>
    </Alert>
  );
}
