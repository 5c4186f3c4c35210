import { SubmitButton } from '#components/form/submit-button.tsx';
import { type MissionRole, missionRoleLabels } from '#lib/domain/actor.ts';
import type { Call } from '#lib/domain/call.ts';
import { Scrollable } from './scrollable.tsx';

type Given = { id: string; email: string; name: string; role: MissionRole; callId: string | null };
type Props = { roles: Given[]; calls: Call[]; grant: (form: FormData) => Promise<void>; revoke: (grantId: string) => Promise<void> };

/** Who may do what in the Mission, and the form that gives a role. */
export function RoleTable({ roles, calls, grant, revoke }: Props) {
  const callTitle = (id: string | null) =>
    id === null ? 'Tous les appels' : (calls.find((call) => call.id === id)?.definition.shortTitle ?? '—');
  return (
    <>
      <Scrollable label="Rôles donnés">
        <table className="mb-4 w-full border-collapse text-left text-sm">
          <caption className="fr-sr-only">Rôles donnés</caption>
          <thead>
            <tr className="border-b-2 border-(--border-plain-grey)">
              {['Personne', 'Rôle', 'Pour', 'Action'].map((title) => (
                <th key={title} scope="col" className="px-2 py-2">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((given) => (
              <tr key={given.id} className="border-b border-(--border-default-grey)">
                <th scope="row" className="px-2 py-2 font-normal">
                  {given.name || given.email}
                  {given.name && <span className="block text-xs">{given.email}</span>}
                </th>
                <td className="px-2 py-2">{missionRoleLabels[given.role]}</td>
                <td className="px-2 py-2">{callTitle(given.callId)}</td>
                <td className="px-2 py-2">
                  <form action={revoke.bind(null, given.id)}>
                    <SubmitButton small secondary>
                      Retirer
                      <span className="fr-sr-only">
                        {' '}
                        le rôle {missionRoleLabels[given.role]} à {given.name || given.email}
                      </span>
                    </SubmitButton>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <form action={grant} className="flex flex-wrap items-end gap-4">
        <div>
          <label className="fr-label" htmlFor="role-courriel">
            Courriel de la personne
          </label>
          <input className="fr-input mt-1" id="role-courriel" name="courriel" type="email" required autoComplete="off" />
        </div>
        <div>
          <label className="fr-label" htmlFor="role-role">
            Rôle
          </label>
          <select className="fr-select mt-1" id="role-role" name="role">
            {Object.entries(missionRoleLabels).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className="fr-label" htmlFor="role-appel">
            Pour
          </label>
          <select className="fr-select mt-1" id="role-appel" name="appel">
            <option value="">Tous les appels</option>
            {calls.map((call) => (
              <option key={call.id} value={call.id}>
                {call.definition.shortTitle}
              </option>
            ))}
          </select>
        </div>
        <SubmitButton>Donner le rôle</SubmitButton>
      </form>
    </>
  );
}
