import type { RecapSection } from '#lib/domain/form.ts';
import type { FileAnswer } from '#lib/domain/question-kinds.ts';
import { fileSize, plural, withFrenchSpaces } from '#lib/domain/text.ts';

/** The questions of a page and what was answered, when it is read and not written. */
export function ReadOnlySection({ recap }: { recap: RecapSection | undefined }) {
  return (
    <dl className="m-0 p-0">
      {recap?.questions.map(({ question, label, lines, file }) => (
        <div key={question.code} className="mb-6">
          <dt className="font-bold">{withFrenchSpaces(label)}</dt>
          <dd className="m-0 p-0">
            {file && <JoinedFile file={file} />}
            {!file && lines.length > 0 && <WrittenText lines={lines} />}
            {lines.length === 0 && <p className="fr-hint-text">Non renseigné</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A document to be read again; what proves it is there for who looks for it. */
function JoinedFile({ file: { fileId, name, pages, bytes, sha256 } }: { file: FileAnswer }) {
  return (
    <>
      <p className="mb-1">
        <a href={`/api/fichiers/${fileId}`} className="break-all">
          {name}
        </a>{' '}
        ({plural(pages, 'page', 'pages')}, {fileSize(bytes)})
      </p>
      <details className="fr-text--sm m-0">
        <summary className="cursor-pointer">Empreinte SHA-256</summary>
        <code className="break-all">{sha256}</code>
      </details>
    </>
  );
}

/** Paragraphs people typed, with their own line ends. */
export function WrittenText({ lines }: { lines: string[] }) {
  return <p className="written-text mb-3">{lines.join('\n\n')}</p>;
}
