import { WrittenText } from '#components/dossier/read-only-section.tsx';
import { UploadedPages } from '#components/dossier/uploaded-pages.tsx';
import type { RecapSection } from '#lib/domain/form.ts';

type Props = { recap: RecapSection[]; files: Parameters<typeof UploadedPages>[0][] };

/** The submitted dossier, to be read and quoted: its answers are the only thing a quotation can be taken from. */
export function CandidateDossier({ recap, files }: Props) {
  return (
    <article aria-label="Le dossier" className="min-w-0">
      <nav aria-label="Sections du dossier" className="mb-6">
        <ul className="fr-raw-list flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {recap.map(({ section, title }) => (
            <li key={section.code}>
              <a href={`#lecture-${section.code}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {recap.map(({ section, title, questions }) => (
        <section key={section.code} id={`lecture-${section.code}`} aria-labelledby={`titre-${section.code}`} className="mb-8">
          <h2 className="fr-h5" id={`titre-${section.code}`}>
            {title}
          </h2>
          <dl className="m-0 p-0">
            {questions.map(({ question, label, lines }) => (
              <div key={question.code} className="mb-4">
                <dt className="font-bold">{label}</dt>
                <dd className="m-0 p-0" data-quotable={lines.length > 0 ? 'true' : undefined}>
                  {lines.length === 0 ? <p className="fr-hint-text">Non renseigné</p> : <WrittenText lines={lines} />}
                </dd>
              </div>
            ))}
          </dl>
          {files
            .filter(({ file }) =>
              questions.some(({ question }) => question.kind === 'file' && 'questionCode' in file && file.questionCode === question.code),
            )
            .map((piece) => (
              <div key={piece.file.fileId}>
                <a href={`/api/fichiers/${piece.file.fileId}`}>Télécharger «&nbsp;{piece.file.name}&nbsp;»</a>
                <UploadedPages {...piece} />
              </div>
            ))}
        </section>
      ))}
    </article>
  );
}
