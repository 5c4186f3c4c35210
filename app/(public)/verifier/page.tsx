import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TextField } from '#components/form/text-field.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';

export const metadata: Metadata = { title: 'Vérifier un document' };

export default async function VerifyPage({ searchParams }: PageProps<'/verifier'>) {
  const { code } = await searchParams;
  if (typeof code === 'string' && code.trim()) redirect(`/verifier/${encodeURIComponent(code.trim().toUpperCase())}`);
  return (
    <div className="max-w-[36rem]">
      <PageTitle title="Vérifier un document">
        <p>
          Chaque charte et chaque accusé de réception porte un code. Il permet à tout le monde de savoir qui l’a signé, quand, et si le
          fichier est le bon.
        </p>
      </PageTitle>
      <form method="get">
        <TextField
          name="code"
          label="Code de vérification"
          hint="Par exemple K7QF-3M9D-XW2P."
          autoComplete="off"
          className="max-w-[18rem]"
        />
        <button type="submit" className="fr-btn mt-4">
          Vérifier
        </button>
      </form>
    </div>
  );
}
