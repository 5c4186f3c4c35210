import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Gap } from '#lib/domain/completeness.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

type Props = { severity: 'warning' | 'info'; title: string; gaps: Gap[]; dossierId: string; testId: string };

/** What a dossier lacks, each with the way to the page where it is given. */
export function GapList({ severity, title, gaps, dossierId, testId }: Props) {
  if (gaps.length === 0) return null;
  return (
    <Alert severity={severity} title={title}>
      <ul data-testid={testId}>
        {gaps.map((gap) => (
          <li key={`${gap.questionCode}-${gap.message}`}>
            <Link href={`/candidature/${dossierId}/${gap.sectionCode}` as Route}>{gap.sectionTitle}</Link> : {withFrenchSpaces(gap.message)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
