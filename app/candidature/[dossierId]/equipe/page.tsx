import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccessRequests } from '#components/dossier/access-requests.tsx';
import { TeamList } from '#components/dossier/team-list.tsx';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { memberRoleLabels, memberRoles } from '#lib/domain/team.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { teamOf } from '#lib/queries/team.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Les personnes du dossier' };

const doneSentences = {
  invitation: 'L’invitation est partie par courriel.',
  'invitation-retiree': 'L’invitation est retirée.',
  role: 'Le rôle est changé.',
  retrait: 'Cette personne ne fait plus partie du dossier.',
  'demande-acceptee': 'La personne fait maintenant partie du dossier. Un courriel l’en avertit.',
  'demande-refusee': 'La demande est refusée. Un courriel en avertit la personne.',
};

export default async function TeamPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/equipe'>) {
  const { dossierId } = await params;
  const { fait, refus } = await searchParams;
  const actor = await signedInActor(`/candidature/${dossierId}/equipe`);
  const own = await ownDossier(actor, dossierId, receive());
  if (!own) notFound();
  const team = await teamOf(dossierId);
  const leads = own.situation.dossier.membership === 'lead';
  const done = knownWord(doneSentences, fait);
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Les personnes du dossier" back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}>
        <p>Toutes ces personnes lisent et écrivent le dossier. Les responsables le déposent et invitent leurs collègues.</p>
      </PageTitle>
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(refus) && <Alert severity="error" role="alert" title={refusalSentence(refus)} />}
      {leads && team.requests.length > 0 && (
        <section aria-labelledby="demandes" className="mb-10">
          <h2 className="fr-h4" id="demandes">
            {team.requests.length > 1 ? 'Demandes d’accès' : 'Une demande d’accès'}
          </h2>
          <AccessRequests requests={team.requests} answer={actions.answerRequest.bind(null, dossierId, actor.userId)} />
        </section>
      )}
      <TeamList
        team={team}
        ownId={actor.userId}
        change={leads ? actions.change.bind(null, dossierId, actor.userId) : null}
        takeBack={leads ? actions.takeInvitationBack.bind(null, dossierId, actor.userId) : null}
      />
      {leads && (
        <section aria-labelledby="inviter" className="mb-10">
          <h2 className="fr-h4" id="inviter">
            Inviter un collègue
          </h2>
          <SimpleForm
            fields={invitationFields}
            action={actions.invite.bind(null, dossierId)}
            carried={{ auteur: actor.userId }}
            submitLabel="Envoyer l’invitation"
          />
        </section>
      )}
      <section aria-labelledby="quitter">
        <h2 className="fr-h4" id="quitter">
          Quitter ce dossier
        </h2>
        <p>Vous ne pourrez plus le lire ni le modifier, sauf si une personne du dossier vous invite de nouveau.</p>
        <form action={actions.leave.bind(null, dossierId, actor.userId)}>
          <SubmitButton secondary>Quitter le dossier</SubmitButton>
        </form>
      </section>
    </div>
  );
}

const invitationFields: FieldView[] = [
  {
    code: 'courriel',
    label: 'Courriel de votre collègue',
    hint: 'Par exemple prenom.nom@territoire.fr',
    control: 'line',
    type: 'email',
    autoComplete: 'off',
    narrow: false,
  },
  {
    code: 'role',
    label: 'Ce que cette personne pourra faire',
    control: 'choice',
    options: memberRoles.map((role) => ({ value: role, ...memberRoleLabels[role] })),
  },
];
