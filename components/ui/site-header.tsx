import { Link } from '#components/ui/link.tsx';
import { SectionLink } from './section-link.tsx';
import { SignOutForm } from './sign-out-form.tsx';

export type HeaderLink = { href: string; label: string };
type Props = {
  stateBrand: boolean;
  sections: HeaderLink[];
  /** The signed-in person, by their name or address; null when nobody is. */
  signedIn: { userId: string; as: string } | null;
};

/** The top of every page: whose service this is, where one is, who one is. */
export function SiteHeader({ stateBrand, sections, signedIn }: Props) {
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
              {signedIn === null ? (
                <Link href="/connexion" className="fr-link fr-link--sm">
                  Se connecter
                </Link>
              ) : (
                <>
                  <span className="break-all">{signedIn.as}</span>
                  <SignOutForm owner={signedIn.userId} />
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
