import { describe, expect, it } from 'vitest';
import { capacitiesOf, type Situation } from '../../lib/domain/situation.ts';
import { persons } from './acts-table.ts';

const dates = { now: new Date('2030-02-01T00:00:00Z'), call: { id: 'this', opensAt: null, closesAt: new Date(0), fictitious: false } };

function situationOf(
  { roles, grantedFor, membership, recused, approver, entered, who, byLetterLink }: (typeof persons)[number],
  onDossier: boolean,
): Situation {
  const grants = roles.map((role) => ({ role, callId: grantedFor }));
  const actor = who === 'nobody' || byLetterLink ? null : { userId: 'me', email: 'moi@pays.fr', name: 'Moi', grants };
  const assistance = entered ? ({ state: entered === 'now' ? 'entering' : 'awaiting', byActor: true } as const) : null;
  const facts = { membership, recused, approver, ownReview: 'none', deliveredReviews: 0, correction: null, assistance } as const;
  const dossier = { status: 'submitted', ...facts } as const;
  return { actor, byLetterLink, ...dates, ...(onDossier && { dossier }) };
}

describe('what somebody is', () => {
  it.each(persons)('$who', (person) => {
    expect([...capacitiesOf(situationOf(person, true))].sort()).toEqual([...person.onDossier, 'anyone'].sort());
    expect([...capacitiesOf(situationOf(person, false))].sort()).toEqual([...person.onCall, 'anyone'].sort());
  });
});
