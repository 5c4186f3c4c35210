import type { FileAnswer } from '#lib/domain/question-kinds.ts';
import { PieceNotes } from './piece-notes.tsx';

type Props = {
  file: FileAnswer;
  pictures: { page: number; width: number; height: number }[];
} & Parameters<typeof PieceNotes>[0];

/** The pages of an uploaded PDF as pictures: a foreign PDF is never opened inside our pages. */
export function UploadedPages({ file, pictures, signatures, otherUses }: Props) {
  return (
    <section aria-labelledby={`pages-${file.fileId}`} className="mt-8">
      <h2 className="fr-h6" id={`pages-${file.fileId}`}>
        Pages du document
      </h2>
      <PieceNotes signatures={signatures} otherUses={otherUses} />
      {pictures.length === 0 && (
        <p>L’aperçu est en préparation. Le document est bien reçu&nbsp;; rechargez la page dans quelques secondes pour le voir.</p>
      )}
      {pictures.map(({ page, width, height }) => (
        <img
          key={page}
          src={`/api/fichiers/${file.fileId}/pages/${page}`}
          alt={`Page ${page} sur ${file.pages} de ${file.name}`}
          width={width}
          height={height}
          loading="lazy"
          className="mb-4 h-auto w-full border border-(--border-default-grey)"
        />
      ))}
    </section>
  );
}
