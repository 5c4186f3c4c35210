import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageTitle } from '#components/ui/page-title.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';
import { demonstrationMails } from '#lib/queries/mail.ts';

export const metadata: Metadata = { title: 'Le courrier de la démonstration' };

export default async function DemonstrationMailPage({ searchParams }: PageProps<'/demo/courrier'>) {
  const { a } = await searchParams;
  const to = typeof a === 'string' && a ? a : undefined;
  const mails = await demonstrationMails(to);
  if (!mails) notFound();
  return (
    <>
      <PageTitle title="Le courrier de la démonstration" back={{ href: '/demo', label: 'Choisir un rôle' }}>
        <p>Les courriels que le service a écrits, les plus récents d’abord. Aucun n’a été envoyé à une vraie adresse.</p>
      </PageTitle>
      <form method="get" className="mb-6 flex max-w-[36rem] flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <label className="fr-label" htmlFor="a">
            Adresse du destinataire
          </label>
          <input className="fr-input mt-1" id="a" name="a" type="search" defaultValue={to} />
        </div>
        <button type="submit" className="fr-btn">
          Filtrer
        </button>
      </form>
      {mails.length === 0 && <p>Aucun courriel.</p>}
      <ul className="fr-raw-list">
        {mails.map((mail) => (
          <li key={mail.id} className="mb-4 border border-(--border-default-grey) p-4">
            <p className="m-0 font-bold">{mail.subject}</p>
            <p className="fr-text--sm break-all">
              À {mail.to}, {frenchInstant(new Date(mail.at))}
            </p>
            <p className="written-text m-0">{linked(mail.text)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The addresses of a mail as links, as mail programs show them. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part) =>
    /^https?:\/\//.test(part) ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
