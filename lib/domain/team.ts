import { isWholeAddress, normaliseEmail } from './sign-in.ts';

/** What a person is to the dossier they take part in. */
export type MemberRole = 'lead' | 'contributor';

export const memberRoles = ['lead', 'contributor'] as const satisfies readonly MemberRole[];

export const memberRoleLabels: Record<MemberRole, { label: string; hint: string }> = {
  lead: { label: 'Responsable', hint: 'Écrire dans le dossier, le déposer, inviter des collègues.' },
  contributor: { label: 'Contributeur', hint: 'Écrire dans le dossier, sans le déposer.' },
};

/** A dossier is written by a handful of people; beyond this an address book was pasted by mistake. */
export const maxTeam = 30;
/** A few words to say who is asking. */
export const maxRequestLength = 1000;

/** The role of this name, or null. */
export function memberRole(text: string): MemberRole | null {
  return memberRoles.find((role) => role === text) ?? null;
}

/** What has to be corrected in an invitation, by field. */
export function invitationProblems(email: string, role: string): Record<string, string> {
  return {
    ...(!isWholeAddress(normaliseEmail(email)) && {
      courriel: 'Écrivez l’adresse de courriel complète de votre collègue.',
    }),
    ...(memberRole(role) === null && { role: 'Choisissez ce que cette personne pourra faire.' }),
  };
}

/** True when the dossier would be left without anybody to answer for it: it always keeps one lead. */
export function leavesNoLead(
  members: readonly { userId: string; role: MemberRole }[],
  change: { userId: string; role: MemberRole | null },
) {
  return !members.some(({ userId, role }) => (userId === change.userId ? change.role : role) === 'lead');
}

/**
 * How much of the person who started a dossier is told to somebody who asks for it: their name to a colleague, whose
 * address is of the same domain; nothing more than « quelqu’un » to a stranger.
 */
export function isColleague(oneEmail: string, otherEmail: string): boolean {
  const domain = (email: string) => normaliseEmail(email).split('@')[1] ?? '';
  return domain(oneEmail) !== '' && domain(oneEmail) === domain(otherEmail) && !publicDomains.has(domain(oneEmail));
}

/** Addresses anybody can have say nothing of where a person works. */
const publicDomains = new Set([
  'gmail.com',
  'hotmail.com',
  'hotmail.fr',
  'outlook.com',
  'outlook.fr',
  'live.fr',
  'yahoo.com',
  'yahoo.fr',
  'icloud.com',
  'orange.fr',
  'wanadoo.fr',
  'free.fr',
  'sfr.fr',
  'neuf.fr',
  'bbox.fr',
  'laposte.net',
  'proton.me',
  'protonmail.com',
  ...['aol.com', 'aol.fr', 'gmx.com', 'gmx.fr', 'gmx.net', 'live.com', 'msn.com', 'me.com', 'mac.com', 'googlemail.com', 'yahoo.co.uk'],
  ...['mailo.com', 'mailo.fr', 'netcourrier.com', 'net-c.com', 'tutanota.com', 'tuta.io', 'posteo.net', 'zaclys.net', 'ik.me', 'pm.me'],
  ...[
    'club-internet.fr',
    'numericable.fr',
    'noos.fr',
    'aliceadsl.fr',
    'cegetel.net',
    '9online.fr',
    'dbmail.com',
    'voila.fr',
    'libertysurf.fr',
  ],
  ...['mail.pf', 'lagoon.nc', 'canl.nc', 'mls.nc', 'nautile.nc', 'only.fr', 'mediaserv.net', 'guadeloupe.net', 'cheznoo.net'],
]);
