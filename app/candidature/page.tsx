import type { Metadata } from 'next';
import { AskedAccesses } from '#components/dossier/asked-accesses.tsx';
import { InvitationList } from '#components/dossier/invitation-list.tsx';
import { MyDossiers } from '#components/dossier/my-dossiers.tsx';
import { VisaList } from '#components/dossier/visa-list.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { allCalls, databaseNow } from '#lib/queries/call.ts';
import { myDossiers } from '#lib/queries/dossier.ts';
import { myInvitations } from '#lib/queries/team.ts';
import { myVisas } from '#lib/queries/visa.ts';
import { askedAccesses, waitingFor } from '#lib/queries/waiting.ts';
import { answerMyInvitation } from './actions.ts';

export const metadata: Metadata = { title: 'Ma candidature' };

const doneSentences = {
  supprime: 'Le brouillon est supprimé.',
  depart: 'Vous ne participez plus à ce dossier.',
  'invitation-refusee': 'L’invitation est refusée.',
  'autre-personne':
    'La page où vous étiez avait été ouverte avec une autre adresse que la vôtre\u00a0: rien n’a été fait. Vérifiez avec quelle adresse vous êtes connecté, puis recommencez.',
  'invitation-perimee': 'Cette invitation n’est plus valable\u00a0: demandez à votre collègue de vous inviter de nouveau.',
};

export default async function MyApplicationsPage({ searchParams }: PageProps<'/candidature'>) {
  const { fait } = await searchParams;
  const done = knownWord(doneSentences, fait);
  const actor = await signedInActor('/candidature');
  const [calls, now] = await Promise.all([allCalls(), databaseNow()]);
  const [dossiers, waiting, invitations, visas, asked] = await Promise.all([
    myDossiers(actor, now),
    waitingFor(actor),
    myInvitations(actor),
    myVisas(actor, now),
    askedAccesses(actor),
  ]);
  const open = calls.filter((call) => phaseAt(call, now) === 'deposit');
  return (
    <>
      <PageTitle title="Ma candidature" />
      {done && <Alert severity="info" role="status" title={done} />}
      <VisaList visas={visas} />
      <InvitationList invitations={invitations} answer={answerMyInvitation.bind(null, actor.userId)} />
      <MyDossiers dossiers={dossiers} waiting={waiting} now={now} />
      <AskedAccesses asked={asked} />
      <section aria-labelledby="appels-ouverts">
        <h2 className="fr-h4" id="appels-ouverts">
          {dossiers.length > 0 ? 'Commencer un autre dossier' : 'Commencer un dossier'}
        </h2>
        {open.length === 0 && (
          <Alert severity="info">
            <p>Aucun appel n’est ouvert en ce moment. Les dates du prochain seront annoncées sur la page de l’appel.</p>
          </Alert>
        )}
        {open.map((call) => {
          const started = dossiers.find((dossier) => dossier.callId === call.id);
          return (
            <div key={call.id} className="mb-3 border border-(--border-default-grey) p-4">
              <p className="mb-1 text-lg font-bold">{call.definition.shortTitle}</p>
              <p className="mb-3">Dépôt ouvert {frenchClosing(call.closesAt)}.</p>
              {started && (
                <p className="mb-3">
                  Une structure dépose un seul dossier par appel. Pour «&nbsp;{started.organisationName}&nbsp;»,{' '}
                  <Link href={`/candidature/${started.id}`}>ouvrez le dossier déjà commencé</Link>.
                </p>
              )}
              <Link href={`/candidature/nouveau?appel=${call.definition.code}`} className={`fr-btn ${started ? 'fr-btn--secondary' : ''}`}>
                {started ? 'Commencer un dossier pour une autre structure' : 'Commencer un dossier'}
              </Link>
            </div>
          );
        })}
      </section>
    </>
  );
}
