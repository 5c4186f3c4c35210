import { Confirmation } from '#components/ui/confirmation.tsx';
import { Link } from '#components/ui/link.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';

type Props = {
  dossierId: string;
  submitted: { version: number; receivedAt: Date };
  section: { code: string; title: string };
  /** The page says something else than the submitted version. */
  differs: boolean;
  goBack: () => Promise<void>;
};

/** Above a page of a submitted dossier: which version counts, whether this page differs from it, and the way back to it. */
export function SubmittedPage({ dossierId, submitted: { version, receivedAt }, section, differs, goBack }: Props) {
  const deposited = `La version ${version} déposée le ${frenchInstant(receivedAt)}`;
  if (!differs) {
    return (
      <p className="fr-text--sm border-l-4 border-(--border-default-blue-france) pl-4">
        {deposited} reste celle qui compte tant que vous n’avez pas déposé à nouveau. Cette page n’a pas changé depuis.
      </p>
    );
  }
  return (
    <div className="mb-6 border-l-4 border-(--border-plain-warning) pl-4" data-testid="page-non-deposee">
      <p className="mb-2">
        <strong>Des modifications de cette page ne sont pas déposées.</strong> {deposited} reste celle qui compte tant que vous n’avez pas
        déposé à nouveau. <Link href={`/candidature/${dossierId}/versions#${section.code}`}>Voir ce qui diffère, mot à mot</Link>
      </p>
      <Confirmation label="Revenir à la version déposée" secondary>
        <p>
          La page « {section.title} » reprendra ce que contient la version {version}, document compris. Ce que vous avez écrit sur cette
          page depuis sera effacé : copiez-le ailleurs si vous voulez le garder.
        </p>
        <form action={goBack}>
          <button type="submit" className="fr-btn">
            Effacer mes modifications de cette page
          </button>
        </form>
      </Confirmation>
    </div>
  );
}
