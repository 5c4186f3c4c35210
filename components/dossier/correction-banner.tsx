import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { type CallDefinition, sectionOf } from '#lib/domain/call.ts';
import type { CorrectionPoint } from '#lib/domain/correction.ts';
import { frenchClosed, frenchClosing } from '#lib/domain/dates.ts';

type Correction = { points: CorrectionPoint[]; dueAt: Date; state: 'open' | 'overdue' };
type Props = {
  dossierId: string;
  definition: CallDefinition;
  correction: Correction | null;
  /** Something has been corrected and is not deposited. */
  changed: boolean;
  version: number;
};

/** What the Mission asks to correct, in its words, with the way to each page; then the way to deposit. */
export function CorrectionBanner({ dossierId, definition, correction, changed, version }: Props) {
  if (!correction) return null;
  if (correction.state === 'overdue') {
    return (
      <Alert severity="info" title="Le délai pour corriger est passé">
        <p>
          Des corrections vous étaient demandées ; le délai est passé {frenchClosed(correction.dueAt)}. La version {version}, déposée, est
          celle que lit la Mission.
        </p>
      </Alert>
    );
  }
  return (
    <Alert severity="warning" title={`La Mission vous demande des corrections, à déposer ${frenchClosing(correction.dueAt)}`}>
      <p>Vous pouvez modifier ces pages, et elles seules :</p>
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

/** On a page to correct: what is asked of it. */
export function PageToCorrect({ correction, code }: { correction: Correction | null; code: string }) {
  const point = correction?.state === 'open' ? correction.points.find(({ section }) => section === code) : null;
  if (!correction || !point) return null;
  return (
    <Alert severity="warning" title={`La Mission vous demande de corriger cette page ${frenchClosing(correction.dueAt)}`}>
      <MissionWords text={point.text} />
      <p>Quand toutes les pages demandées sont corrigées, vérifiez votre dossier et déposez vos corrections.</p>
    </Alert>
  );
}

function MissionWords({ text }: { text: string }) {
  return <blockquote className="written-text m-0 mb-2 border-l-4 border-(--border-default-grey) pl-3">{text}</blockquote>;
}
