import { SubmitButton } from '#components/form/submit-button.tsx';
import { type MemberRole, memberRoleLabels } from '#lib/domain/team.ts';
import { lowerFirst } from '#lib/domain/text.ts';

type Invitation = {
  id: string;
  organisationName: string;
  callTitle: string;
  role: MemberRole;
  inviter: string;
  /** Of a dossier the Mission entered: nobody of the territory has seen it yet. */
  toConfirm: boolean;
};
type Props = { invitations: Invitation[]; answer: (invitationId: string, form: FormData) => Promise<void> };

/** The dossiers a person is invited to join. */
export function InvitationList({ invitations, answer }: Props) {
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="mb-10">
      <h2 className="fr-h4" id="invitations">
        {invitations.length > 1 ? 'Des invitations vous attendent' : 'Une invitation vous attend'}
      </h2>
      {invitations.map(({ id, organisationName, callTitle, role, inviter, toConfirm }) => (
        <article key={id} className="mb-3 border border-(--border-default-grey) p-4">
          <h3 className="fr-text--lg mb-1">{organisationName}</h3>
          <p className="mb-1">
            {toConfirm
              ? 'La Mission a saisi et déposé ce dossier à partir de votre envoi. Ouvrez-le pour le relire, puis confirmez-le ou refusez-le.'
              : `${inviter} vous invite à participer à ce dossier.`}{' '}
            {callTitle}.
          </p>
          <p>Ce que vous pourrez faire&nbsp;: {lowerFirst(memberRoleLabels[role].hint)}</p>
          <form action={answer.bind(null, id)} className="flex flex-wrap gap-3">
            <SubmitButton name="reponse" value="rejoindre">
              {toConfirm ? 'Ouvrir le dossier' : 'Rejoindre le dossier'}
            </SubmitButton>
            <SubmitButton secondary name="reponse" value="refuser">
              {toConfirm ? 'Refuser l’invitation' : 'Refuser'}
            </SubmitButton>
          </form>
        </article>
      ))}
    </section>
  );
}
