import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TextField } from '#components/form/text-field.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { cleanText } from '#lib/domain/text.ts';
import { publicPaper } from '#lib/queries/verification.ts';

export const metadata: Metadata = { title: 'Vérifier un document' };

/** What to do about a code no document carries; null when nothing was typed yet. */
function errorOf(typed: string | null): string | null {
  if (typed === null) return null;
  if (typed === '') return 'Écrivez le code qui figure au bas du document.';
  return 'Aucun document ne porte ce code. Vérifiez chaque caractère\u00a0; s’il est exact, ce document ne vient pas de ce service.';
}

export default async function VerifyPage({ searchParams }: PageProps<'/verifier'>) {
  const { code } = await searchParams;
  const typed = typeof code === 'string' ? cleanText(code).trim() : null;
  const paper = typed ? await publicPaper(typed) : null;
  if (paper) redirect(`/verifier/${paper.code}`);
  return (
    <div className="max-w-[36rem]">
      <PageTitle title="Vérifier un document">
        <p>
          Chaque charte, chaque dossier déposé et chaque accusé de réception porte un code. Il permet à tout le monde de savoir quel service
          l’a scellé, quand, et si le fichier est le bon. Pour une charte, il dit aussi qui doit la signer et à quoi le territoire s’engage.
        </p>
      </PageTitle>
      <form method="get" noValidate>
        <TextField
          name="code"
          label="Code de vérification"
          hint="Par exemple K7QF-3M9D-XW2P."
          autoComplete="off"
          defaultValue={typed ?? ''}
          error={errorOf(typed)}
          className="max-w-[18rem]"
        />
        <button type="submit" className="fr-btn mt-4">
          Vérifier
        </button>
      </form>
    </div>
  );
}
