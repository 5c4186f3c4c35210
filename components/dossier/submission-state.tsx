import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Call } from '#lib/domain/call.ts';
import { daysLeft, frenchClosed, frenchClosing, frenchInstant, frenchInstantToTheSecond } from '#lib/domain/dates.ts';
import type { DossierStatus } from '#lib/domain/dossier-status.ts';
import { closingThere, placeOf } from '#lib/domain/local-time.ts';
import type { Phase } from '#lib/domain/phase.ts';
import { organisationKindFor } from '#lib/domain/registry/structure.ts';
import { plural } from '#lib/domain/text.ts';

type Props = {
  dossier: { id: string; number: string | null; status: DossierStatus; placeCode: string | null; organisationKind: string };
  call: Call;
  submitted: { version: number; receivedAt: Date } | null;
  changes: readonly { code: string; title: string }[];
  correctionDueAt?: Date | null;
  phase: Phase;
  now: Date;
};

/** Whether the dossier is submitted, in words nobody can take for others, and until when it can be. */
export function SubmissionState({ dossier, call, submitted, changes, correctionDueAt, phase, now }: Props) {
  if (!submitted) {
    return phase === 'deposit' ? (
      <Alert severity="warning" title="Votre dossier n’est pas encore déposé">
        <p>
          Il peut être déposé {closingThere(call.closesAt, placeOf(dossier.placeCode))} (
          {plural(daysLeft(call.closesAt, now), 'jour restant', 'jours restants')}).
        </p>
        <LocalHour dossier={dossier} />
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
          {submitted.version > 1 && (
            <>
              {' '}
              – <Link href={`/candidature/${dossier.id}/versions`}>Comparer les versions déposées</Link>
            </>
          )}
        </p>
        {phase === 'deposit' && (
          <p>Vous pouvez encore le modifier et le déposer à nouveau {closingThere(call.closesAt, placeOf(dossier.placeCode))}.</p>
        )}
      </Alert>
      {changes.length > 0 && (
        <NotSubmitted
          dossierId={dossier.id}
          {...{ submitted, phase, changes, correctionDueAt }}
          checkHref={`/candidature/${dossier.id}/verifier` as Route}
        />
      )}
    </>
  );
}

/** For those who are overseas, or may be: the way to have the closing told in their own hour. */
function LocalHour({ dossier: { id, placeCode, organisationKind } }: Pick<Props, 'dossier'>) {
  if (!placeCode && organisationKind !== organisationKindFor('OM')) return null;
  return (
    <p>
      <Link href={`/candidature/${id}/heure-locale`}>
        {placeCode ? 'Changer de territoire pour l’heure locale' : 'Lire aussi l’heure de votre territoire'}
      </Link>
    </p>
  );
}

/** A dossier that was refused is still submitted, but nothing green belongs under a refusal. */
const turnedDown: DossierStatus[] = ['inadmissible', 'reserve', 'notSelected'];

type NotSubmittedProps = {
  dossierId: string;
  submitted: { version: number; receivedAt: Date };
  phase: Phase;
  /** The pages that differ from the submitted version. */
  changes: readonly { code: string; title: string }[];
  /** Until when what is corrected may be deposited, when the Mission has asked for it. */
  correctionDueAt?: Date | null;
  /** The page from which it is deposited; none on that page itself. */
  checkHref?: Route;
};

/** What was written after the last deposit, page by page: still to be deposited, or out of the dossier once it is too late. */
export function NotSubmitted({
  dossierId,
  submitted: { version, receivedAt },
  phase,
  changes,
  correctionDueAt,
  checkHref,
}: NotSubmittedProps) {
  const deposited = `La version ${version}, déposée le ${frenchInstant(receivedAt)},`;
  const pages = (
    <>
      <ul className="mb-2" data-testid="pages-modifiees">
        {changes.map(({ code, title }) => (
          <li key={code}>
            <Link href={`/candidature/${dossierId}/${code}` as Route}>{title}</Link>
          </li>
        ))}
      </ul>
      <p>
        {checkHref && (phase === 'deposit' || correctionDueAt) && (
          <>
            <Link href={checkHref}>{phase === 'deposit' ? 'Vérifier et déposer à nouveau' : 'Vérifier et déposer mes corrections'}</Link> –{' '}
          </>
        )}
        <Link href={`/candidature/${dossierId}/versions`}>Voir ce qui diffère, mot à mot</Link>
      </p>
    </>
  );
  if (phase === 'deposit') {
    return (
      <Alert severity="warning" title="Des modifications ne sont pas déposées">
        <p>{deposited} reste celle qui compte tant que vous n’avez pas déposé à nouveau. Ces pages ont changé depuis&nbsp;:</p>
        {pages}
      </Alert>
    );
  }
  if (correctionDueAt) {
    return (
      <Alert severity="warning" title="Vos corrections ne sont pas encore déposées">
        <p>
          {deposited} reste celle qui compte tant que vous n’avez pas déposé vos corrections, {frenchClosing(correctionDueAt)}. Ces pages
          ont changé depuis&nbsp;:
        </p>
        {pages}
      </Alert>
    );
  }
  return (
    <Alert severity="warning" title="Vos dernières modifications n’ont pas été déposées">
      <p>
        La Mission lit la version {version}, déposée le {frenchInstant(receivedAt)}&nbsp;: c’est elle que montre votre dossier. Ce que vous
        avez écrit ensuite n’en fait pas partie&nbsp;; vous le retrouvez au bas de chaque page concernée&nbsp;:
      </p>
      {pages}
    </Alert>
  );
}
