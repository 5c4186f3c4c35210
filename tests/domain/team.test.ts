import { describe, expect, it } from 'vitest';
import { invitationProblems, isColleague, leavesNoLead, type MemberRole, memberRole } from '../../lib/domain/team.ts';

const member = (userId: string, role: MemberRole) => ({ userId, role });

describe('the people of a dossier', () => {
  it('always keep one lead: the last one can neither leave nor become a contributor', () => {
    const team = [member('a', 'lead'), member('b', 'contributor')];
    expect(leavesNoLead(team, { userId: 'a', role: null })).toBe(true);
    expect(leavesNoLead(team, { userId: 'a', role: 'contributor' })).toBe(true);
    expect(leavesNoLead(team, { userId: 'b', role: null })).toBe(false);
    expect(leavesNoLead(team, { userId: 'b', role: 'lead' })).toBe(false);
    expect(leavesNoLead([...team, member('c', 'lead')], { userId: 'a', role: null })).toBe(false);
  });

  it('have one of two roles, named exactly', () => {
    expect(['lead', 'contributor', 'Lead', '', 'administrator', 'constructor'].map(memberRole)).toEqual([
      'lead',
      'contributor',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('an invitation', () => {
  it('names a whole address and a role', () => {
    expect(invitationProblems(' Camille.Durand@Territoire.fr ', 'lead')).toEqual({});
    expect(Object.keys(invitationProblems('camille', ''))).toEqual(['courriel', 'role']);
    expect(Object.keys(invitationProblems('a@b.fr\nBcc: c@d.fr', 'lead'))).toEqual(['courriel']);
  });
});

describe('colleagues', () => {
  it('share the domain of their administration, not that of a public mail service', () => {
    expect(isColleague('a@agglo.fr', 'B@Agglo.fr')).toBe(true);
    expect(isColleague('a@agglo.fr', 'b@autre.fr')).toBe(false);
    expect(isColleague('a@gmail.com', 'b@gmail.com')).toBe(false);
    expect(isColleague('a', 'b')).toBe(false);
  });
});
