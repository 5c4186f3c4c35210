import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ExtensionNotice } from '#components/time/extension-notice.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { currentActor } from '#lib/auth/actor.ts';
import { safeReturnPath } from '#lib/domain/sign-in.ts';
import { openExtension } from '#lib/queries/closing.ts';
import { site } from '#lib/queries/site.ts';
import { askForCode } from './actions.ts';
import { EmailForm } from './email-form.tsx';

export const metadata: Metadata = { title: 'Se connecter' };

export default async function SignInPage({ searchParams }: PageProps<'/connexion'>) {
  const { suite, erreur } = await searchParams;
  const returnTo = safeReturnPath(typeof suite === 'string' ? suite : '');
  if (await currentActor()) redirect(returnTo as '/');
  return (
    <div className="max-w-[36rem]">
      <PageTitle title="Se connecter">
        <p>Nous vous envoyons un code par courriel. Il n’y a pas de mot de passe à retenir, ni de compte à créer avant.</p>
      </PageTitle>
      <ExtensionNotice incident={await openExtension()} />
      {erreur && (
        <Alert severity="error" title="Ce lien ne peut plus servir">
          <p>Un lien sert une seule fois, pendant dix minutes. Demandez un nouveau code ci-dessous.</p>
        </Alert>
      )}
      <EmailForm action={askForCode} returnTo={returnTo} />
      {site().demonstration && (
        <p className="fr-text--sm mt-6">
          Démonstration&nbsp;: <a href="/demo">entrez d’un clic avec un rôle</a>, ou lisez le code dans{' '}
          <a href="/demo/courrier">le courrier</a>.
        </p>
      )}
    </div>
  );
}
