import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { rememberEarlyTyping } from '#components/form/early-typing.ts';
import { KeptEarlyTyping } from '#components/form/kept-early-typing.tsx';
import { FreshOnReturn } from '#components/ui/fresh-on-return.tsx';
import { SiteFooter } from '#components/ui/site-footer.tsx';
import { type HeaderLink, SiteHeader } from '#components/ui/site-header.tsx';
import { currentActor } from '#lib/auth/actor.ts';
import { type Actor, isOfTheMission } from '#lib/domain/actor.ts';
import { currentCall } from '#lib/queries/call.ts';
import { site } from '#lib/queries/site.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'TANI – Territoires d’Actions pour un Numérique Inclusif', template: '%s – TANI' },
  description:
    'Candidater au label «\u00a0Territoires d’Actions pour un Numérique Inclusif\u00a0», suivre son dossier, vérifier une charte.',
  robots: { index: false },
};
// Every page depends on who is asking, and carries a fresh nonce.
export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [actor, call, jar, requestHeaders] = await Promise.all([currentActor(), currentCall(), cookies(), headers()]);
  const { demonstration, stateBrand } = site();
  const theme = jar.get('affichage')?.value;
  const chosen = theme === 'light' || theme === 'dark' ? theme : null;
  return (
    <html lang="fr" data-brand={stateBrand ? 'state' : 'neutral'} data-fr-theme={chosen ?? 'light'} suppressHydrationWarning>
      <head>
        <script
          nonce={requestHeaders.get('x-nonce') ?? undefined}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours, which React would otherwise escape
          dangerouslySetInnerHTML={{ __html: `${chosen === null ? followSystemTheme : ''}${rememberEarlyTyping}` }}
          suppressHydrationWarning
        />
      </head>
      <body>
        <div className="fr-skiplinks">
          <nav className="fr-container" aria-label="Accès rapide">
            <ul className="fr-skiplinks__list">
              <li>
                <a className="fr-link" href="#contenu">
                  Contenu
                </a>
              </li>
              <li>
                <a className="fr-link" href="#pied-de-page">
                  Pied de page
                </a>
              </li>
            </ul>
          </nav>
        </div>
        <SiteHeader
          stateBrand={stateBrand}
          sections={sectionsFor(actor)}
          signedIn={actor && { userId: actor.userId, as: actor.name || actor.email }}
        />
        {demonstration && <DemonstrationNotice />}
        <main id="contenu" className="fr-container py-8" tabIndex={-1}>
          {children}
        </main>
        <KeptEarlyTyping />
        <FreshOnReturn page="contenu" />
        <SiteFooter
          service={call?.definition.contact.service ?? 'Mission Société Numérique'}
          email={call?.definition.contact.email ?? 'societe.numerique@finances.gouv.fr'}
        />
      </body>
    </html>
  );
}

/** Before the first paint, so that nobody is dazzled: dark when the system is. */
const followSystemTheme = `if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset.frTheme = 'dark';`;

function sectionsFor(actor: Actor | null): HeaderLink[] {
  const sections: HeaderLink[] = [
    { href: '/appel', label: 'L’appel' },
    { href: '/territoires', label: 'Les territoires' },
  ];
  if (!actor || actor.grants.length === 0) sections.push({ href: '/candidature', label: 'Ma candidature' });
  if (isOfTheMission(actor)) sections.push({ href: '/instruction', label: 'Instruction' });
  if (isOfTheMission(actor, ['committee', 'chair', 'administrator'])) sections.push({ href: '/comite', label: 'Comité' });
  if (isOfTheMission(actor, ['administrator'])) sections.push({ href: '/administration', label: 'Administration' });
  return sections;
}

function DemonstrationNotice() {
  return (
    <section className="fr-notice fr-notice--info" aria-label="Démonstration">
      <div className="fr-container">
        <div className="fr-notice__body">
          <p>
            <span className="fr-notice__title">Site de démonstration.</span>{' '}
            <span className="fr-notice__desc">Territoires et personnes sont inventés. </span>
            <a className="fr-notice__link" href="/demo">
              Choisir un rôle
            </a>
          </p>
        </div>
      </div>
    </section>
  );
}
