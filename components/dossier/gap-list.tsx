import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Gap } from '#lib/domain/completeness.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

type Props = { severity: 'warning' | 'info'; title: string; gaps: Gap[]; dossierId: string; testId: string };

/** What a dossier lacks, page by page, each with the way to the page where it is given. */
export function GapList({ severity, title, gaps, dossierId, testId }: Props) {
  if (gaps.length === 0) return null;
  return (
    <Alert severity={severity} title={title}>
      <ul data-testid={testId}>
        {[...Map.groupBy(gaps, ({ sectionCode }) => sectionCode)].map(([code, ofPage]) => (
          <li key={code}>
            <Link href={`/candidature/${dossierId}/${code}` as Route}>{ofPage[0]?.sectionTitle}</Link>
            <ul className="mt-0 mb-1">
              {ofPage.map((gap) => (
                <li key={`${gap.questionCode}-${gap.message}`}>{withFrenchSpaces(toDo(gap))}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Under its page, a question that is not answered needs no other words than its own. */
function toDo({ missing, label, message }: Gap): string {
  return missing && message.endsWith(label) ? label : message;
}
