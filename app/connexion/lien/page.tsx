import type { Metadata } from 'next';
import { PageTitle } from '#components/ui/page-title.tsx';
import { safeReturnPath } from '#lib/domain/sign-in.ts';

export const metadata: Metadata = { title: 'Confirmer la connexion' };

/** Opening the link consumes nothing: mail scanners do it too. The button does. */
export default async function LinkPage({ searchParams }: PageProps<'/connexion/lien'>) {
  const { courriel, jeton, suite } = await searchParams;
  const email = typeof courriel === 'string' ? courriel : '';
  return (
    <div className="max-w-[36rem]">
      <PageTitle title="Confirmer la connexion">
        <p>
          Vous allez vous connecter avec l’adresse <strong className="break-all">{email}</strong>.
        </p>
      </PageTitle>
      <form method="post" action="/api/auth/callback/email">
        <input type="hidden" name="courriel" value={email} />
        <input type="hidden" name="jeton" value={typeof jeton === 'string' ? jeton : ''} />
        <input type="hidden" name="suite" value={safeReturnPath(typeof suite === 'string' ? suite : '')} />
        <button type="submit" className="fr-btn">
          Me connecter
        </button>
      </form>
    </div>
  );
}
