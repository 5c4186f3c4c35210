import type { Metadata } from 'next';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';

export const metadata: Metadata = { title: 'Plan du site' };

export default function SiteMapPage() {
  return (
    <>
      <PageTitle title="Plan du site" />
      {groups.map((group) => (
        <section key={group.title} className="mb-6">
          <h2 className="fr-h5">{group.title}</h2>
          <ul>
            {group.links.map(({ href, label }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const groups = [
  {
    title: 'Pour tous',
    links: [
      { href: '/', label: 'Accueil' },
      { href: '/appel', label: 'L’appel à manifestation d’intérêt' },
      { href: '/questions', label: 'Questions et réponses sur l’appel' },
      { href: '/test', label: 'Suis-je concerné\u00a0? Le test avant de commencer' },
      { href: '/territoires', label: 'Les territoires' },
      { href: '/verifier', label: 'Vérifier un document' },
    ],
  },
  {
    title: 'Pour les candidats et la Mission',
    links: [
      { href: '/connexion', label: 'Se connecter' },
      { href: '/candidature', label: 'Ma candidature' },
    ],
  },
  {
    title: 'À propos du service',
    links: [
      { href: '/accessibilite', label: 'Accessibilité' },
      { href: '/mentions-legales', label: 'Mentions légales' },
      { href: '/donnees-personnelles', label: 'Données personnelles' },
      { href: '/affichage', label: 'Paramètres d’affichage' },
    ],
  },
] as const;
