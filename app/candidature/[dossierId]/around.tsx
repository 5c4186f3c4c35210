import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { VisaState } from '#components/dossier/visa-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { obstacle } from '#lib/domain/acts.ts';
import { plural } from '#lib/domain/text.ts';
import type { OwnDossier } from '#lib/queries/dossier.ts';
import { keptDocuments } from '#lib/queries/import.ts';
import { unreadByMember } from '#lib/queries/message.ts';
import { teamOf } from '#lib/queries/team.ts';
import { currentVisa } from '#lib/queries/visa.ts';

/** What goes with a dossier without being its pages: people, visa, exchanges, documents, and the ways to end it. */
export async function AroundDossier({ own, isNew }: { own: OwnDossier; isNew: boolean }) {
  const { dossier, call, phase, situation } = own;
  const { actor } = situation;
  const leads = situation.dossier.membership === 'lead';
  const [unread, kept, visa, { requests: asked }] = await Promise.all([
    actor ? unreadByMember(actor, dossier.id) : 0,
    keptDocuments(dossier.id),
    currentVisa(dossier.id),
    teamOf(dossier.id),
  ]);
  const requests = asked.length;
  const may = (act: 'takeAnswers' | 'withdrawDossier' | 'deleteDraft') => obstacle(act, situation) === null;
  const to = (page: string) => `/candidature/${dossier.id}/${page}` as Route;
  return (
    <aside aria-label="Autour du dossier" className="mt-10 min-[1100px]:mt-0">
      <Block id="personnes" title="Les personnes du dossier">
        {leads && <p className="mb-1">Invitez des collègues à écrire le dossier avec vous, ou passez la main.</p>}
        {leads && requests > 0 && (
          <p className="mb-1 font-bold">{plural(requests, 'demande d’accès attend', 'demandes d’accès attendent')} une réponse.</p>
        )}
        <Link href={to('equipe')}>{leads ? 'Voir et inviter les personnes du dossier' : 'Voir les personnes du dossier'}</Link>
      </Block>
      {(phase === 'deposit' || visa.visa) && (
        <Block id="visa" title={`Le visa de votre hiérarchie (${visa.required ? 'obligatoire' : 'facultatif'})`}>
          <VisaState {...visa} />
          <Link href={to('visa')}>{visa.visa ? 'Voir ou changer la demande de visa' : 'Demander un visa avant de déposer'}</Link>
        </Block>
      )}
      <Block id="echanges" title="Les échanges">
        <ul className="fr-raw-list">
          <li>
            <Link href={to('messages')}>Messages avec la Mission</Link>{' '}
            {unread > 0 && (
              <Badge as="span" small noIcon severity="new">
                {plural(unread, 'message non lu', 'messages non lus')}
              </Badge>
            )}
          </li>
          <li>
            <Link href={to('courriels')}>Relire les courriels du dossier</Link>
          </li>
          <li>
            <Link href={`/appel/${call.definition.code}/questions`}>Questions et réponses sur l’appel, les mêmes pour tous</Link>
          </li>
        </ul>
      </Block>
      {may('takeAnswers') && !isNew && (
        <p className="fr-text--sm mb-2">
          Une partie de votre candidature est écrite ailleurs ? <Link href={to('importer')}>Importer un document déjà écrit</Link>
        </p>
      )}
      {!may('takeAnswers') && kept.length > 0 && (
        <p className="fr-text--sm mb-2">
          <Link href={to('importer')}>Retrouver les documents d’origine gardés avec le dossier</Link>
        </p>
      )}
      {may('withdrawDossier') && (
        <p className="fr-text--sm mb-2">
          Votre structure ne candidate plus&nbsp;? <Link href={to('retirer')}>Retirer ce dossier</Link>
        </p>
      )}
      {may('deleteDraft') && (
        <p className="fr-text--sm mb-2">
          Ce dossier a été commencé par erreur&nbsp;? <Link href={to('supprimer')}>Supprimer ce brouillon</Link>
        </p>
      )}
    </aside>
  );
}

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-8">
      <h2 className="fr-h6 mb-2" id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}
