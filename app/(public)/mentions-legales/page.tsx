import type { Metadata } from 'next';
import { PageTitle } from '#components/ui/page-title.tsx';
import { currentCall } from '#lib/queries/call.ts';
import { site } from '#lib/queries/site.ts';

export const metadata: Metadata = { title: 'Mentions légales' };

export default async function LegalNoticePage() {
  const contact = (await currentCall())?.definition.contact;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Mentions légales" />
      {site().demonstration && <p>Ce site est une démonstration&nbsp;: il n’engage aucune administration et ses appels sont inventés.</p>}
      <h2 className="fr-h4">Éditeur</h2>
      <p>
        {contact?.service ?? 'Mission Société Numérique'}
        {contact?.postalAddress && <>, {contact.postalAddress}</>}
        {contact && (
          <>
            . Courriel&nbsp;: <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </>
        )}
        .
      </p>
      <h2 className="fr-h4">Hébergement</h2>
      <p>Le nom et l’adresse de l’hébergeur sont indiqués par l’administration qui met le service en ligne.</p>
      <h2 className="fr-h4">Décisions et calculs</h2>
      <p>
        Toutes les décisions sont prises par des personnes. Le logiciel compte les critères remplis et classe les dossiers selon la règle
        affichée dans l’appel&nbsp;; il n’écarte et ne retient personne de lui-même.
      </p>
      <h2 className="fr-h4">Réutilisation</h2>
      <p>Les textes de l’appel et de la charte sont des documents publics.</p>
    </div>
  );
}
