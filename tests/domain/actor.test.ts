import { describe, expect, it } from 'vitest';
import { type Actor, holdsRole, isOfTheMission, missionRoles, nameAndAddress } from '../../lib/domain/actor.ts';

const granted = (...grants: Actor['grants'][number][]): Actor => ({ userId: 'u', email: 'u@example.org', name: 'U', grants });

describe('a role', () => {
  const chairOfOne = granted({ role: 'chair', callId: 'a' });

  it('granted for one call holds for that call only', () => {
    expect(holdsRole(chairOfOne, 'chair', 'a')).toBe(true);
    expect(holdsRole(chairOfOne, 'chair', 'b')).toBe(false);
  });

  it('granted for every call holds for any', () => {
    expect(holdsRole(granted({ role: 'chair', callId: null }), 'chair', 'b')).toBe(true);
  });

  it('gives no other role, not even the administrator’s', () => {
    expect(missionRoles.filter((role) => holdsRole(chairOfOne, role, 'a'))).toEqual(['chair']);
    expect(missionRoles.filter((role) => holdsRole(granted({ role: 'administrator', callId: null }), role, 'a'))).toEqual([
      'administrator',
    ]);
  });

  it('is held by nobody who is not signed in', () => {
    expect(missionRoles.filter((role) => holdsRole(null, role, 'a'))).toEqual([]);
  });
});

describe('the door of the Mission', () => {
  it('opens to whoever holds one of its roles, for any call', () => {
    expect(isOfTheMission(granted({ role: 'reviewer', callId: 'a' }))).toBe(true);
    expect(isOfTheMission(granted())).toBe(false);
    expect(isOfTheMission(null)).toBe(false);
  });

  it('of one room opens to the roles of that room', () => {
    const reviewer = granted({ role: 'reviewer', callId: null });
    expect(isOfTheMission(reviewer, ['chair', 'reviewer'])).toBe(true);
    expect(isOfTheMission(reviewer, ['chair', 'committee'])).toBe(false);
  });
});

describe('a person presented to others', () => {
  it('is told by name and address, or by address alone while the name is unknown', () => {
    expect(nameAndAddress({ name: 'Camille Durand', email: 'camille@pays.example' })).toBe('Camille Durand (camille@pays.example)');
    expect(nameAndAddress({ name: '', email: 'camille@pays.example' })).toBe('camille@pays.example');
  });
});
