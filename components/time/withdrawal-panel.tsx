import type { Route } from 'next';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { frenchClosing, frenchInstant } from '#lib/domain/dates.ts';

type Props = {
  dossier: { id: string; number: string | null };
  withdrawal: { reason: string; withdrawnAt: Date; by: string };
  closesAt: Date;
  /** Null: this person may not, or not any more. */
  cancel: (() => Promise<void>) | null;
  open: boolean;
};

/** Of a withdrawn dossier: when, by whom and why it was withdrawn, and whether that can still be taken back. */
export function WithdrawalPanel({ dossier, withdrawal, closesAt, cancel, open }: Props) {
  return (
    <Alert severity="warning" title={`Votre dossier n° ${dossier.number} est retiré`}>
      <p>
        Retiré le {frenchInstant(withdrawal.withdrawnAt)} par {withdrawal.by}. La Mission ne l’examinera pas.{' '}
        <Link href={`/candidature/${dossier.id}/depot` as Route}>Voir l’accusé de réception</Link>
      </p>
      <p className="written-text">Raison&nbsp;: {withdrawal.reason}</p>
      {open ? (
        <p>Ce retrait peut être annulé {frenchClosing(closesAt)}, par une personne responsable du dossier.</p>
      ) : (
        <p>Le dépôt est clos&nbsp;: ce retrait est définitif.</p>
      )}
      {cancel && (
        <form action={cancel}>
          <SubmitButton small>Annuler le retrait</SubmitButton>
        </form>
      )}
    </Alert>
  );
}
