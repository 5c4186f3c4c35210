import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MailList } from '#components/dossier/mail-list.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { dossierMails } from '#lib/queries/dossier-mails.ts';

export const metadata: Metadata = { title: 'Les courriels du dossier' };

export default async function DossierMailsPage({ params }: PageProps<'/candidature/[dossierId]/courriels'>) {
  const { dossierId } = await params;
  const actor = await signedInActor(`/candidature/${dossierId}/courriels`);
  const own = await ownDossier(actor, dossierId, receive());
  if (!own) notFound();
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Les courriels du dossier" back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}>
        <p>
          Un courriel peut se perdre ou arriver dans les indésirables&nbsp;: tout ce que le service vous a écrit au sujet de ce dossier se
          relit ici.
        </p>
      </PageTitle>
      <MailList mails={await dossierMails(actor, dossierId)} />
    </div>
  );
}
