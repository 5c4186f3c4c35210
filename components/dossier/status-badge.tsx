import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { type DossierStatus, statusLabels } from '#lib/domain/dossier-status.ts';

const severities = {
  draft: 'new',
  submitted: 'info',
  admissible: 'info',
  inadmissible: 'error',
  laureate: 'success',
  reserve: 'warning',
  notSelected: undefined,
  withdrawn: undefined,
} as const satisfies Record<DossierStatus, string | undefined>;

/** Where a dossier stands, in one word. */
export function StatusBadge({ status, label }: { status: DossierStatus; label?: string }) {
  return (
    <Badge as="span" small noIcon severity={severities[status]}>
      {label ?? statusLabels[status]}
    </Badge>
  );
}
