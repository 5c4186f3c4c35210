import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TextField } from '#components/form/text-field.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { safeReturnPath, shownEmail, signInMinutes } from '#lib/domain/sign-in.ts';
import { site } from '#lib/queries/site.ts';

export const metadata: Metadata = { title: 'Saisir le code' };

export default async function CodePage({ searchParams }: PageProps<'/connexion/code'>) {
  const { demande, courriel, suite, erreur } = await searchParams;
  const email = shownEmail(courriel);
  if (!email) redirect('/connexion');
  const error = erreur ? 'Ce code n’est pas le bon, ou il ne peut plus servir. Vérifiez-le, ou demandez-en un autre.' : null;
  return (
    <div className="max-w-[36rem]">
      <PageTitle title="Saisir le code">
        <p>
          Un courriel a été envoyé à <strong className="break-all">{email}</strong>. Il contient un code à six chiffres, valable{' '}
          {signInMinutes} minutes.
        </p>
      </PageTitle>
      <form method="post" action="/api/auth/callback/email" noValidate>
        <input type="hidden" name="demande" value={typeof demande === 'string' ? demande : ''} />
        <input type="hidden" name="courriel" value={email} />
        <input type="hidden" name="suite" value={safeReturnPath(typeof suite === 'string' ? suite : '')} />
        <TextField
          name="code"
          label="Code à six chiffres"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          className="max-w-[10rem]"
          error={error}
          // After a wrong code only: the field to correct.
          autoFocus={error !== null}
        />
        <button type="submit" className="fr-btn mt-4">
          Me connecter
        </button>
      </form>
      <p className="mt-6">
        Rien reçu&nbsp;? Regardez dans les courriers indésirables, ou{' '}
        <Link href={`/connexion?${new URLSearchParams({ suite: String(suite ?? '/') })}`}>demandez un autre code</Link>.
      </p>
      {site().demonstration && (
        <p className="fr-text--sm">
          Démonstration&nbsp;: le courriel est dans <a href="/demo/courrier">le courrier</a>.
        </p>
      )}
    </div>
  );
}
