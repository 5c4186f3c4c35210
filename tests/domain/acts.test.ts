import { describe, expect, it } from 'vitest';
import { type ActName, acts, obstacle, statusAfter } from '../../lib/domain/acts.ts';
import type { AssistanceState } from '../../lib/domain/assisted-deposit.ts';
import { dossierStatuses } from '../../lib/domain/dossier-status.ts';
import type { Situation } from '../../lib/domain/situation.ts';
import { conditions, kindestWorld, type Person, persons, phases, type Row, table, type World, worldsOf } from './acts-table.ts';

const names = Object.keys(table) as ActName[];
const opensAt = new Date('2030-01-01T00:00:00Z');
const closesAt = new Date('2030-03-01T00:00:00Z');

describe('the matrix of acts', () => {
  it('holds the acts of the table and no other', () => {
    expect(Object.keys(acts).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s: every person, status, phase and condition', (name) => {
    const row = table[name];
    const wrong: string[] = [];
    for (const person of persons) {
      for (const status of row.on === 'dossier' ? dossierStatuses : ([null] as const)) {
        for (const phase of phases) {
          for (const world of worldsFor(row, person, status, phase)) {
            const given = obstacle(name, situation(person, status, phase, world));
            const expected = expectedRefusal(row, person, status, phase, world);
            if (given !== expected) wrong.push(`${person.who}, ${status}, ${phase}, ${JSON.stringify(world)}: ${given}, not ${expected}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(names)('%s: leads to the stated status, or to none', (name) => {
    expect(statusAfter(name)).toBe(table[name].to ?? null);
  });

  it('has one French label for each act', () => {
    const labels = Object.values(acts).map(({ label }) => label);
    expect(new Set(labels).size).toBe(names.length);
    expect(labels.filter((label) => !/^[A-ZÀ-Ý]/.test(label))).toEqual([]);
  });
});

describe('a fact nobody looked up', () => {
  it.each(names.filter((name) => table[name].conditions))('%s: refuses rather than supposes', (name) => {
    const { by, from, during } = table[name];
    const person = persons.find((p) => p.onDossier.some((capacity) => by.includes(capacity))) as Person;
    const { actor, now, call, dossier } = situation(
      person,
      from?.find((status) => status === 'admissible') ?? from?.[0] ?? null,
      during ?? 'closed',
      kindestWorld,
    );
    const bare = dossier && {
      ...dossier,
      deliveredReviews: undefined as never,
      ownReview: undefined as never,
      correction: undefined as never,
      assistance: person.entered ? dossier.assistance : undefined,
    };
    expect(obstacle(name, { actor, now, call: { ...call, fictitious: false }, dossier: bare })).not.toBeNull();
  });
});

describe('« notFound »', () => {
  const administrator = persons.find(({ who }) => who === 'administrator') as Person;
  const stranger = persons.find(({ who }) => who === 'stranger') as Person;

  it('is the answer to whoever has no capacity, before the status and the phase can tell them anything', () => {
    for (const name of names.filter((n) => n !== 'createDossier' && n !== 'askQuestion')) {
      expect(obstacle(name, situation(stranger, 'laureate', 'beforeOpening', kindestWorld))).toBe('notFound');
    }
  });

  it.each(['recused', 'lead', 'contributor'])('is the answer to a person of the Mission who is %s on the dossier', (tie) => {
    const facts = tie === 'recused' ? { recused: true } : { membership: tie as 'lead' };
    const base = situation(administrator, 'submitted', 'closed', kindestWorld);
    const tied = { ...base, dossier: { ...base.dossier, ...facts } as Situation['dossier'] };
    expect(obstacle('examineDossier', base)).toBeNull();
    expect(obstacle('examineDossier', tied)).toBe('notFound');
  });
});

describe('« avant le 5 octobre 2019 »', () => {
  const call = { id: 'this', opensAt: null, closesAt: new Date('2019-10-05T00:00:00+02:00'), fictitious: false };
  const at = (name: ActName, instant: string, who: string) => {
    const person = persons.find((p) => p.who === who) as Person;
    return obstacle(name, {
      ...situation(person, 'submitted', 'deposit', { ...kindestWorld, problems: 0 }),
      call,
      now: new Date(instant),
    });
  };

  it('the last millisecond of the 4th in Paris is in time, midnight and the next millisecond are not', () => {
    expect(at('submitDossier', '2019-10-04T21:59:59.999Z', 'lead')).toBeNull();
    expect(at('submitDossier', '2019-10-04T22:00:00.000Z', 'lead')).toBe('depositClosed');
    expect(at('submitDossier', '2019-10-04T22:00:00.001Z', 'lead')).toBe('depositClosed');
  });

  it('nobody examines a dossier before that very midnight', () => {
    expect(at('examineDossier', '2019-10-04T21:59:59.999Z', 'administrator')).toBe('depositStillOpen');
    expect(at('examineDossier', '2019-10-04T22:00:00.000Z', 'administrator')).toBeNull();
  });

  it('a call without an opening date is open', () => {
    expect(at('editDossier', '2000-01-01T00:00:00Z', 'contributor')).toBeNull();
  });
});

/** All the combinations of conditions where they decide; two opposite ones where something else refuses first. */
function worldsFor(row: Row, person: Person, status: string | null, phase: string): World[] {
  const decided = expectedRefusal(row, person, status, phase, null) !== null;
  const worlds = worldsOf(row);
  return decided ? ([worlds[0], worlds.at(-1)] as World[]) : worlds;
}

/** What the table says; without a world, what it says before its conditions. */
function expectedRefusal(row: Row, person: Person, status: string | null, phase: string, world: World | null): string | null {
  const capacities = ['anyone', ...(row.on === 'dossier' ? person.onDossier : person.onCall)];
  if (!row.by.some((capacity) => capacities.includes(capacity))) return 'notFound';
  if (row.from && !row.from.includes(status as never)) return 'wrongStatus';
  const anytime = row.anytimeFor?.some((capacity) => capacities.includes(capacity));
  if (row.during === 'deposit' && phase === 'beforeOpening' && !anytime) return 'notOpenYet';
  if (row.during === 'deposit' && phase === 'closed' && !anytime) return 'depositClosed';
  if (row.during === 'closed' && phase !== 'closed') return 'depositStillOpen';
  const asked = world ? (row.conditions ?? []) : [];
  const unmet = asked.find((condition) => {
    if (condition === 'deliverFirst' && !(capacities.includes('reviewer') && status === 'admissible')) return false;
    const [fact, values] = conditions[condition];
    const accepted: readonly unknown[] = values;
    return !accepted.includes(world?.[fact]);
  });
  return unmet ?? null;
}

/** Due at the last instant of the call's life that these tests know, or already past. */
const corrections = {
  none: null,
  open: { id: 'request', sections: ['asked'], dueAt: new Date('2030-03-01T00:00:00.001Z') },
  overdue: { id: 'request', sections: ['asked'], dueAt: closesAt },
};

function situation(person: Person, status: string | null, phase: string, world: World): Situation {
  const now = { beforeOpening: '2029-12-31T23:59:59Z', deposit: '2030-02-01T00:00:00Z', closed: '2030-03-01T00:00:00Z' }[phase] ?? '';
  const grants = person.roles.map((role) => ({ role, callId: person.grantedFor }));
  return {
    actor: person.who === 'nobody' || person.byLetterLink ? null : { userId: 'me', email: 'me@example.org', name: world.actorName, grants },
    now: new Date(now),
    call: { id: 'this', opensAt, closesAt, fictitious: world.fictitious },
    ...(status !== null && {
      dossier: {
        status: status as 'draft',
        membership: person.membership,
        recused: person.recused,
        approver: person.approver,
        ownReview: world.ownReview,
        deliveredReviews: world.deliveredReviews,
        correction: corrections[world.correction],
        assistance: assistanceOf(person, world),
      },
    }),
    selection: { status: world.selection, frozenById: world.frozenBy, actorRecusedInCategory: world.recusedInCategory },
    problems: world.problems,
    unexamined: world.unexamined,
    stillAuthorised: world.stillAuthorised,
    examinations: world.examinations,
    withdrawnSinceFrozen: world.withdrawnSinceFrozen,
    reviewsPerDossier: 2,
    findingBasis: world.findingBasis,
    hasCharter: world.hasCharter,
    teamSize: world.teamSize,
    leavesNoLead: world.leavesNoLead,
    visaLacking: world.visaLacking,
    letterBeingSealed: world.letterBeingSealed,
    actsLastHour: world.actsLastHour,
    hasMessages: world.hasMessages,
    section: world.page,
    emptyDraft: world.emptyDraft,
    keptDocuments: world.keptDocuments,
    byLetterLink: person.byLetterLink,
    letterDeadline: new Date(Date.parse(now) + (world.letterDeadline === 'ahead' ? 1 : 0)),
    receivedInTime: world.receivedInTime,
    hasOriginal: world.hasOriginal,
  };
}

function assistanceOf({ entered }: Person, { awaitsConfirmation }: World): { state: AssistanceState; byActor: boolean } {
  if (entered === 'now') return { state: 'entering', byActor: true };
  return { state: awaitsConfirmation ? 'awaiting' : 'confirmed', byActor: entered === 'before' };
}
