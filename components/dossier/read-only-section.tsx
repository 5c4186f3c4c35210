import type { RecapSection } from '#lib/domain/form.ts';

/** The questions of a page and what was answered, when it is read and not written. */
export function ReadOnlySection({ recap }: { recap: RecapSection | undefined }) {
  return (
    <dl className="m-0 p-0">
      {recap?.questions.map(({ question, lines }) => (
        <div key={question.code} className="mb-6">
          <dt className="font-bold">{question.label}</dt>
          <dd className="m-0 p-0">{lines.length === 0 ? <p className="fr-hint-text">Non renseigné</p> : <WrittenText lines={lines} />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Paragraphs people typed, with their own line ends. */
export function WrittenText({ lines }: { lines: string[] }) {
  return <p className="written-text mb-3">{lines.join('\n\n')}</p>;
}
