import type { Route } from 'next';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { plural, withFrenchSpaces } from '#lib/domain/text.ts';

type Offer = { year: string; callTitle: string; pages: number; anew: { label: string; reason: string }[] };

/** In an empty draft: the way to start from the dossier of an earlier call, with what will not be taken. */
export function ReuseOffer({ offer: { year, callTitle, pages, anew }, reuse }: { offer: Offer; reuse: () => Promise<void> }) {
  return (
    <section aria-labelledby="repartir" className="mb-8 max-w-[48rem] border border-(--border-default-grey) p-4">
      <h2 className="fr-h6 mb-2" id="repartir">
        Vous avez déjà candidaté en {year}
      </h2>
      <p className="mb-2">
        Vous pouvez repartir de votre dossier « {callTitle} » : {plural(pages, 'page sera remplie', 'pages seront remplies')} avec ses
        réponses, à relire et à actualiser. Rien n’est déposé, et l’ancien dossier ne change pas.
      </p>
      {anew.length > 0 && (
        <>
          <p className="mb-1">Ce qui n’est pas repris&nbsp;:</p>
          <ul className="mb-2">
            {anew.map(({ label, reason }) => (
              <li key={label}>
                {withFrenchSpaces(label)} – {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <form action={reuse}>
        <SubmitButton>Repartir du dossier de {year}</SubmitButton>
      </form>
    </section>
  );
}

type Reused = { code: string; title: string; year: string };

/** The pages that still say what a past dossier said: each is to be read again and saved. */
export function ReusedPages({ dossierId, pages }: { dossierId: string; pages: Reused[] }) {
  const [first] = pages;
  if (!first) return null;
  return (
    <Alert severity="warning" title={`${plural(pages.length, 'page reprise', 'pages reprises')} de ${first.year}, à actualiser`}>
      <p>
        Relisez celles qui sont marquées « À actualiser », corrigez ce qui a changé, puis enregistrez-les.{' '}
        <span data-testid="pages-reprises">
          Commencez par <Link href={`/candidature/${dossierId}/${first.code}` as Route}>{first.title}</Link>.
        </span>
      </p>
    </Alert>
  );
}

/** On such a page. */
export function ReusedPage({ year }: { year: string | null }) {
  if (!year) return null;
  return (
    <Alert severity="warning" title={`Page reprise de ${year}, à actualiser`}>
      <p>Relisez-la et corrigez ce qui a changé, puis « Enregistrer et continuer » : cette mention disparaîtra.</p>
    </Alert>
  );
}
