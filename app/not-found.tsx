import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';

export default function NotFound() {
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Page introuvable">
        <p>
          Cette page n’existe pas ou ne vous est pas ouverte. Si vous avez tapé l’adresse, vérifiez-la&nbsp;; si vous avez suivi un lien, il
          est peut-être périmé.
        </p>
      </PageTitle>
      <Link href="/" className="fr-btn">
        Aller à l’accueil
      </Link>
    </div>
  );
}
