import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { isSuspect, type PdfSignature, signatureSentences } from '#lib/domain/signature.ts';

type Props = { signatures: PdfSignature[]; otherUses: { label: string; callTitle: string; href: string }[] };

/** What was found in an attached file: its electronic signatures, and the other dossiers that hold the same one. Nothing here refuses it. */
export function PieceNotes({ signatures, otherUses }: Props) {
  return (
    <>
      {signatures.map((signature, index) => {
        const sentences = signatureSentences(signature);
        return isSuspect(signature) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the signatures of a stored file never change nor move
          <Alert key={index} severity="warning" title="La signature est à vérifier">
            <p>{sentences.join(' ')}</p>
          </Alert>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same
          <p key={index} className="fr-text--sm my-2">
            {sentences.join(' ')}
          </p>
        );
      })}
      {otherUses.length > 0 && (
        <Alert severity="warning" title="Ce même fichier est joint à un autre dossier">
          <p>La lettre de soutien doit être écrite pour cette candidature. Vérifiez que c’est le bon fichier.</p>
          <ul>
            {otherUses.map(({ label, callTitle, href }) => (
              <li key={href}>
                <Link href={href as Route}>{label}</Link> ({callTitle})
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}
