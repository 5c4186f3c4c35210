import { describedBy, FieldError, fieldId } from '#components/form/field-parts.tsx';
import { documentLimits } from '#lib/domain/import/document.ts';
import { fileSize } from '#lib/domain/text.ts';

const NAME = 'document';
const ACCEPTED = '.docx,.odt,.doc,.pdf,.txt';

/** Where a document written elsewhere is chosen and sent. */
export function DocumentForm({ action, problem }: { action: string; problem: string | null }) {
  const id = fieldId(NAME);
  const hint = `Fichier de traitement de texte (.docx, .odt, .doc), PDF ou texte (.txt), ${fileSize(documentLimits.bytes)} au plus. Un document numérisé, fait d’images, ne peut pas être lu.`;
  return (
    <form action={action} method="post" encType="multipart/form-data">
      <div className={`fr-upload-group mb-4 ${problem ? 'fr-upload-group--error' : ''}`}>
        <label className="fr-label" htmlFor={id}>
          Votre document
        </label>
        <p className="fr-hint-text m-0" id={`${id}-aide`}>
          {hint}
        </p>
        <input
          className="fr-upload mt-2"
          type="file"
          accept={ACCEPTED}
          id={id}
          name={NAME}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(id, hint, problem)}
        />
        <div role={problem ? 'alert' : undefined}>
          <FieldError id={id} error={problem} />
        </div>
      </div>
      <button type="submit" className="fr-btn">
        Lire ce document
      </button>
      <p className="fr-hint-text mt-2">La lecture prend quelques secondes. Vous choisirez ensuite ce que vous reprenez.</p>
    </form>
  );
}
