import { SubmitButton } from '#components/form/submit-button.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';
import { type MemberRole, memberRoleLabels } from '#lib/domain/team.ts';

type Team = {
  members: { userId: string; name: string; email: string; role: MemberRole }[];
  invitations: { id: string; email: string; role: MemberRole; createdAt: Date }[];
};
type Props = {
  team: Team;
  ownId: string;
  /** Null for who may not change anything. */
  change: ((userId: string, form: FormData) => Promise<void>) | null;
  takeBack: ((invitationId: string) => Promise<void>) | null;
};

/** Who takes part in the dossier and who is invited, with what a lead may change. */
export function TeamList({ team, ownId, change, takeBack }: Props) {
  return (
    <section aria-labelledby="personnes" className="mb-10">
      <h2 className="fr-h4" id="personnes">
        Qui participe
      </h2>
      <ul className="fr-raw-list">
        {team.members.map(({ userId, name, email, role }) => (
          <Person key={userId} title={name || email} subtitle={name ? email : ''} state={memberRoleLabels[role].label}>
            {userId === ownId && <span className="fr-text--sm m-0">Vous</span>}
            {change && userId !== ownId && (
              <form action={change.bind(null, userId)} className="flex flex-wrap gap-2">
                {role === 'contributor' ? (
                  <Choice gives="lead" label="Nommer responsable" about={name || email} />
                ) : (
                  <Choice gives="contributor" label="Passer contributeur" about={name || email} />
                )}
              </form>
            )}
            {change && userId !== ownId && (
              <Confirmation label="Retirer" about={name || email} secondary small>
                <p>{name || email} ne pourra plus lire ni modifier le dossier. Ce qu’il contient ne change pas.</p>
                <form action={change.bind(null, userId)}>
                  <Choice gives="" label="Retirer du dossier" about={name || email} />
                </form>
              </Confirmation>
            )}
          </Person>
        ))}
        {team.invitations.map(({ id, email, role, createdAt }) => (
          <Person
            key={id}
            title={email}
            subtitle={`Invitation du ${frenchInstant(createdAt)}, sans réponse`}
            state={`${memberRoleLabels[role].label}, invitation en attente`}
          >
            {takeBack && (
              <form action={takeBack.bind(null, id)}>
                <SubmitButton small secondary>
                  Retirer l’invitation
                  <span className="fr-sr-only"> de {email}</span>
                </SubmitButton>
              </form>
            )}
          </Person>
        ))}
      </ul>
    </section>
  );
}

type PersonProps = { title: string; subtitle: string; state: string; children: React.ReactNode };

function Person({ title, subtitle, state, children }: PersonProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-(--border-default-grey) py-3">
      <div>
        <p className="m-0 font-bold break-words">{title}</p>
        {subtitle && <p className="fr-text--sm m-0 break-words">{subtitle}</p>}
        <p className="fr-text--sm m-0">{state}</p>
      </div>
      {children}
    </li>
  );
}

function Choice({ gives, label, about }: { gives: MemberRole | ''; label: string; about: string }) {
  return (
    <SubmitButton small secondary name="role" value={gives}>
      {label}
      <span className="fr-sr-only"> {about}</span>
    </SubmitButton>
  );
}
