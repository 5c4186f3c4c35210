import { SubmitButton } from '#components/form/submit-button.tsx';
import { type MemberRole, memberRoleLabels } from '#lib/domain/team.ts';

type Invitation = { id: string; organisationName: string; callTitle: string; role: MemberRole; inviter: string };
type Props = { invitations: Invitation[]; answer: (invitationId: string, form: FormData) => Promise<void> };

/** The dossiers a person is invited to join. */
export function InvitationList({ invitations, answer }: Props) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="mb-10">
      <h2 className="fr-h4" id="invitations">
        {invitations.length > 1 ? 'Des invitations vous attendent' : 'Une invitation vous attend'}
      </h2>
      {invitations.map(({ id, organisationName, callTitle, role, inviter }) => (
        <article key={id} className="mb-3 border border-(--border-default-grey) p-4">
          <h3 className="fr-text--lg mb-1">{organisationName}</h3>
          <p className="mb-1">
            {inviter} vous invite à participer à ce dossier. {callTitle}.
          </p>
          <p>Ce que vous pourrez faire : {memberRoleLabels[role].hint.charAt(0).toLowerCase() + memberRoleLabels[role].hint.slice(1)}</p>
          <form action={answer.bind(null, id)} className="flex flex-wrap gap-3">
            <SubmitButton name="reponse" value="rejoindre">
              Rejoindre le dossier
            </SubmitButton>
            <SubmitButton secondary name="reponse" value="refuser">
              Refuser
            </SubmitButton>
          </form>
        </article>
      ))}
    </section>
  );
}
