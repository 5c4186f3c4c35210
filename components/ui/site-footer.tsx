import { Link } from '#components/ui/link.tsx';

/** The bottom of every page: what the law asks every public service to link to. */
export function SiteFooter({ service, email }: { service: string; email: string }) {
  return (
    <footer className="fr-footer" id="pied-de-page">
      <div className="fr-container">
        <div className="py-4">
          <p className="fr-text--sm m-0">
            Service de la {service}. Une question&nbsp;? Écrivez à{' '}
            <a className="fr-link fr-link--sm inline-block [overflow-wrap:anywhere]" href={`mailto:${email}`}>
              {email}
            </a>
            .
          </p>
        </div>
        <div className="fr-footer__bottom mt-0">
          <ul className="fr-footer__bottom-list max-md:flex max-md:flex-wrap max-md:gap-x-4">
            {links.map(({ href, label }) => (
              // On a narrow screen each link holds on one line, and no bar is left at the beginning of one.
              <li key={href} className="fr-footer__bottom-item whitespace-nowrap max-md:ml-0 max-md:before:hidden">
                <Link href={href} className="fr-footer__bottom-link">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </footer>
  );
}

const links = [
  { href: '/plan-du-site', label: 'Plan du site' },
  { href: '/accessibilite', label: 'Accessibilité\u00a0: non conforme' },
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/donnees-personnelles', label: 'Données personnelles' },
  { href: '/affichage', label: 'Paramètres d’affichage' },
  { href: '/verifier', label: 'Vérifier un document' },
  { href: '/questions', label: 'Questions et réponses' },
] as const;
