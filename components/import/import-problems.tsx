import { fieldId } from '#components/form/field-parts.tsx';
import { Alert } from '#components/ui/alert.tsx';
import type { ReviewRow } from '#lib/domain/import/review.ts';

type Props = { sentence: string; problems: Record<string, string>; rows: readonly ReviewRow[]; changedPages: readonly string[] };

/** Why nothing was taken, and where to look; every choice is still on the page. */
export function ImportProblems({ sentence, problems, rows, changedPages }: Props) {
  const labelOf = (name: string) => rows.find(({ place }) => name.endsWith(`:${place}`))?.question.label ?? 'Un passage';
  const entries = Object.entries(problems);
  return (
    <Alert severity="error" role="alert" title={sentence}>
      <p>Rien n’a été repris. Vos choix et vos corrections sont toujours dans la page.</p>
      {changedPages.length > 0 && (
        <p>
          {changedPages.length > 1 ? 'Pages modifiées' : 'Page modifiée'}&nbsp;: {changedPages.join('\u00a0; ')}. Les réponses qui s’y
          trouvent maintenant sont affichées plus bas.
        </p>
      )}
      {entries.length > 0 && (
        <ul>
          {entries.map(([name, problem]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>
                {labelOf(name)}&nbsp;: {problem}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  );
}
