import { Link } from '#components/ui/link.tsx';
import { SectionLink } from './section-link.tsx';

export type HeaderLink = { href: string; label: string };
type Props = {
  stateBrand: boolean;
  sections: HeaderLink[];
  /** Name or address of the signed-in person; null when nobody is. */
  signedInAs: string | null;
  signOut: () => Promise<void>;
};

/** The top of every page: whose service this is, where one is, who one is. */
export function SiteHeader({ stateBrand, sections, signedInAs, signOut }: Props) {
  return (
    <header className="fr-header" id="en-tete">
      <div className="fr-header__body">
        <div className="fr-container">
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3 py-3">
            {stateBrand && (
              <p className="fr-logo">
                République
                <br />
                Française
              </p>
            )}
            <Link href="/" className="mr-auto bg-none" title="Accueil – Territoires d’Actions pour un Numérique Inclusif">
              <span className="block text-xl font-bold">TANI</span>
              <span className="block text-sm">Territoires d’Actions pour un Numérique Inclusif</span>
            </Link>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
              {signedInAs === null ? (
                <Link href="/connexion" className="fr-link fr-link--sm">
                  Se connecter
                </Link>
              ) : (
                <>
                  <span className="break-all">{signedInAs}</span>
                  <form action={signOut}>
                    <button type="submit" className="fr-btn fr-btn--sm fr-btn--tertiary">
                      Se déconnecter
                    </button>
                  </form>
                </>
              )}
            </div>
          </div>
          {sections.length > 0 && (
            <nav aria-label="Menu principal">
              <ul className="fr-raw-list flex flex-wrap gap-x-6">
                {sections.map((section) => (
                  <li key={section.href}>
                    <SectionLink {...section} />
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </div>
    </header>
  );
}
