import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Call } from '#lib/domain/call.ts';
import { daysLeft, frenchClosed, frenchClosing, frenchInstant, frenchInstantToTheSecond } from '#lib/domain/dates.ts';
import type { DossierStatus } from '#lib/domain/dossier-status.ts';
import type { Phase } from '#lib/domain/phase.ts';
import { plural } from '#lib/domain/text.ts';

type Props = {
  dossier: { id: string; number: string | null; status: DossierStatus };
  call: Call;
  submitted: { version: number; receivedAt: Date } | null;
  changed: boolean;
  phase: Phase;
  now: Date;
};

/** Whether the dossier is submitted, in words nobody can take for others, and until when it can be. */
export function SubmissionState({ dossier, call, submitted, changed, phase, now }: Props) {
  if (!submitted) {
    return phase === 'deposit' ? (
      <Alert severity="warning" title="Votre dossier n’est pas encore déposé">
        <p>
          Vous pouvez le déposer {frenchClosing(call.closesAt)} ({plural(daysLeft(call.closesAt, now), 'jour restant', 'jours restants')}).
        </p>
      </Alert>
    ) : (
      <Alert severity="error" title="Ce dossier n’a pas été déposé">
        <p>Le dépôt est clos {frenchClosed(call.closesAt)}. Votre texte reste lisible ici.</p>
      </Alert>
    );
  }
  return (
    <>
      <Alert
        severity={turnedDown.includes(dossier.status) ? 'info' : 'success'}
        title={`Votre dossier est déposé sous le numéro ${dossier.number}`}
      >
        <p>
          Version {submitted.version}, reçue le {frenchInstantToTheSecond(submitted.receivedAt)}.{' '}
          <Link href={`/candidature/${dossier.id}/depot`}>Voir l’accusé de réception</Link>
        </p>
        {phase === 'deposit' && <p>Vous pouvez encore le modifier et le déposer à nouveau {frenchClosing(call.closesAt)}.</p>}
      </Alert>
      {changed && <NotSubmitted submitted={submitted} phase={phase} />}
    </>
  );
}

/** A dossier that was refused is still submitted, but nothing green belongs under a refusal. */
const turnedDown: DossierStatus[] = ['inadmissible', 'reserve', 'notSelected'];

type NotSubmittedProps = { submitted: { version: number; receivedAt: Date }; phase: Phase };

/** What was written after the last deposit: still to be deposited before the closing, out of the dossier after it. */
export function NotSubmitted({ submitted: { version, receivedAt }, phase }: NotSubmittedProps) {
  if (phase === 'deposit') {
    return (
      <Alert severity="warning" title="Des modifications ne sont pas déposées">
        <p>
          La version {version}, déposée le {frenchInstant(receivedAt)}, reste celle qui compte tant que vous n’avez pas déposé à nouveau.
        </p>
      </Alert>
    );
  }
  return (
    <Alert severity="warning" title="Vos dernières modifications n’ont pas été déposées">
      <p>
        La Mission lit la version {version}, déposée le {frenchInstant(receivedAt)} : c’est elle que montre votre dossier. Ce que vous avez
        écrit ensuite n’en fait pas partie ; vous le retrouvez au bas de chaque page concernée.
      </p>
    </Alert>
  );
}
