import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { type CallDefinition, sectionOf } from '#lib/domain/call.ts';
import type { CorrectionPoint } from '#lib/domain/correction.ts';
import { frenchClosed } from '#lib/domain/dates.ts';
import { closingThere, placeOf } from '#lib/domain/local-time.ts';

type Correction = { points: CorrectionPoint[]; dueAt: Date; state: 'open' | 'overdue' };
type Props = {
  dossierId: string;
  /** Where an overseas territory is, to tell its own hour. */
  placeCode: string | null;
  definition: CallDefinition;
  correction: Correction | null;
  /** Something has been corrected and is not deposited. */
  changed: boolean;
  version: number;
};

/** What the Mission asks to correct, in its words, with the way to each page; then the way to deposit. */
export function CorrectionBanner({ dossierId, placeCode, definition, correction, changed, version }: Props) {
  if (!correction) return null;
  if (correction.state === 'overdue') {
    return (
      <Alert severity="info" title="Le délai pour corriger est passé">
        <p>
          Des corrections vous étaient demandées&nbsp;; le délai est passé {frenchClosed(correction.dueAt)}. La version {version}, déposée,
          est celle que lit la Mission.
        </p>
      </Alert>
    );
  }
  return (
    <Alert
      severity="warning"
      title={`La Mission vous demande des corrections, à déposer ${closingThere(correction.dueAt, placeOf(placeCode))}`}
    >
      <p>Vous pouvez modifier ces pages, et elles seules&nbsp;:</p>
      <ul className="mb-2" data-testid="corrections">
        {correction.points.map(({ section, text }) => (
          <li key={section}>
            <Link href={`/candidature/${dossierId}/${section}` as Route}>{sectionOf(definition, section)?.title}</Link>
            <MissionWords text={text} />
          </li>
        ))}
      </ul>
      <p>
        {changed ? (
          <Link href={`/candidature/${dossierId}/verifier`}>Vérifier et déposer mes corrections</Link>
        ) : (
          `Rien n’est encore corrigé. Sans nouveau dépôt de votre part, la version ${version} reste celle qui compte.`
        )}
      </p>
    </Alert>
  );
}

type PageProps = { dossierId: string; correction: Correction | null; code: string; placeCode: string | null };

/** On a page to correct: what is asked of it. */
export function PageToCorrect({ dossierId, correction, code, placeCode }: PageProps) {
  const point = correction?.state === 'open' ? correction.points.find(({ section }) => section === code) : null;
  if (!correction || !point) return null;
  return (
    <Alert
      severity="warning"
      title={`La Mission vous demande de corriger cette page ${closingThere(correction.dueAt, placeOf(placeCode))}`}
    >
      <MissionWords text={point.text} />
      <p>
        Quand toutes les pages demandées sont corrigées,{' '}
        <Link href={`/candidature/${dossierId}/verifier`}>vérifiez votre dossier et déposez vos corrections</Link>.
      </p>
    </Alert>
  );
}

function MissionWords({ text }: { text: string }) {
  return <blockquote className="written-text m-0 mb-2 border-l-4 border-(--border-default-grey) pl-3">{text}</blockquote>;
}
