import type { FileAnswer } from '#lib/domain/question-kinds.ts';
import { fileSize, plural } from '#lib/domain/text.ts';
import { seenFileField } from '#lib/domain/upload.ts';
import { describedBy, FieldError, fieldId } from './field-parts.tsx';
import type { FileState } from './send-file.ts';

type Props = {
  code: string;
  label: string;
  hint?: string;
  maxBytes: number;
  file: FileAnswer | null;
  error?: string | null;
  state?: FileState;
};

/** The document already there, if any, and the way to send one. */
export function FileField({ code, label, hint, maxBytes, file, error, state = 'none' }: Props) {
  const id = fieldId(code);
  const advice = `${hint ? `${hint} ` : ''}Format PDF, ${fileSize(maxBytes)} au plus.`;
  return (
    <div className={`fr-upload-group mb-6 ${error ? 'fr-upload-group--error' : ''}`}>
      {file && (
        <div className="mb-4 border border-(--border-default-grey) p-4">
          <p className="m-0 font-bold break-all">{file.name}</p>
          <p className="fr-text--sm m-0">
            {plural(file.pages, 'page', 'pages')}, {fileSize(file.bytes)}.{' '}
            <a href={`/api/fichiers/${file.fileId}`}>Télécharger le document</a>
          </p>
        </div>
      )}
      <input type="hidden" name={seenFileField} value={file?.fileId ?? ''} readOnly />
      <label className="fr-label" htmlFor={id}>
        {file ? `Remplacer\u00a0: ${label}` : label}
      </label>
      <p className="fr-hint-text m-0" id={`${id}-aide`}>
        {advice}
      </p>
      <input
        className="fr-upload mt-2"
        type="file"
        accept="application/pdf,.pdf"
        id={id}
        name={code}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, advice, error)}
      />
      <p className="fr-text--sm m-0 mt-2" role="status">
        {sentenceOf(state)}
      </p>
      <FieldError id={id} error={error} />
    </div>
  );
}

/** A chosen file is nowhere but on the person's computer: the page says so until the server has it. */
function sentenceOf(state: FileState): string {
  if (typeof state === 'object') return `Envoi du fichier en cours\u00a0: ${state.percent} %. Gardez cette page ouverte.`;
  switch (state) {
    case 'none':
      return '';
    case 'chosen':
      return 'Fichier choisi, pas encore envoyé\u00a0: utilisez «\u00a0Enregistrer et continuer\u00a0».';
    case 'failed':
      return 'Le fichier n’a pas pu être envoyé\u00a0: la connexion semble coupée. Utilisez de nouveau «\u00a0Enregistrer et continuer\u00a0».';
  }
}
