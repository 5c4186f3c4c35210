/** What a person of the Mission may be, for one call or for all. */
export const missionRoles = ['reviewer', 'committee', 'chair', 'administrator'] as const;
export type MissionRole = (typeof missionRoles)[number];

export const missionRoleLabels: Record<MissionRole, string> = {
  reviewer: 'Instruction et évaluation',
  committee: 'Comité',
  chair: 'Présidence du comité',
  administrator: 'Administration',
};

/** `callId` null: for every call. */
export type Grant = { role: MissionRole; callId: string | null };

/** Who is acting: a signed-in person with the roles granted to them. Nobody signed in is `null`. */
export type Actor = { userId: string; email: string; name: string; grants: readonly Grant[] };

/** How a person is presented to people who may not know them: « Camille Durand (camille@pays.fr) ». */
export function nameAndAddress({ name, email }: { name: string; email: string }): string {
  return name ? `${name} (${email})` : email;
}

/** What the actor is to one dossier: the person responsible for it, a colleague who writes in it, or nothing. */
export type Membership = 'lead' | 'contributor' | null;

/** True when the actor holds this role for this call (or for every call). */
export function holdsRole(actor: Actor | null, role: MissionRole, callId: string): boolean {
  return (actor?.grants ?? []).some((grant) => grant.role === role && (grant.callId === null || grant.callId === callId));
}

/** True when the actor holds any role of the Mission, for any call: the door of its pages. */
export function isOfTheMission(actor: Actor | null, roles: readonly MissionRole[] = missionRoles): boolean {
  return (actor?.grants ?? []).some((grant) => roles.includes(grant.role));
}
