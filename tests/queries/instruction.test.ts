import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Call } from '../../lib/domain/call.ts';
import { dossierStatuses } from '../../lib/domain/dossier-status.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { callById } from '../../lib/queries/call.ts';
import {
  examinedDossier,
  isFiltered,
  listDossiers,
  neighboursOf,
  nextToReview,
  readFilters,
  sealedCount,
  writeFilters,
} from '../../lib/queries/instruction.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, freshSiren, givenOpenCall, givenPerson } from '../support/given.ts';

setUpDatabase();

const everything = readFilters({});

describe('the list of submitted dossiers', () => {
  let call: Call;
  let reviewer: Actor;
  const ids: string[] = [];

  beforeAll(async () => {
    const callId = await givenOpenCall();
    reviewer = await givenPerson('reviewer');
    const [name, colleague] = ['Pays d’Éclat', await givenPerson()];
    for (const [n, status] of [...dossierStatuses, ...dossierStatuses].entries()) {
      const number = status === 'draft' ? null : `L-${String(n).padStart(4, '0')}`;
      const siren = freshSiren();
      const data = {
        callId,
        identifierScheme: 'siren' as const,
        identifier: siren,
        organisationKind: n % 2 ? 'gip' : 'departement',
        organisationName: `${name} ${n}`,
        status,
        number,
        submittedAt: new Date(),
        categoryCode: n % 3 ? 'travaux-engages' : null,
        searchText: `pays d'eclat ${n} ${siren} ${number ?? ''}`.toLowerCase(),
      };
      const { id } = await prisma().dossier.create({ data });
      ids.push(id);
    }
    await prisma().recusal.create({ data: { dossierId: ids[1] ?? '', userId: reviewer.userId } });
    await prisma().dossierMember.create({ data: { dossierId: ids[2] ?? '', userId: reviewer.userId, role: 'contributor' } });
    await prisma().recusal.create({ data: { dossierId: ids[3] ?? '', userId: colleague.userId } });
    const open = await callById(callId);
    expect(open && (await listDossiers(reviewer, open, everything))).toEqual({ rows: [], total: 0 });
    expect(await sealedCount(callId)).toBe(2);
    await close(callId);
    call = (await callById(callId)) as Call;
  });

  it('holds exactly what the table of acts lets this person examine, and its total says nothing more', async () => {
    const { rows: standing, total } = await listDossiers(reviewer, call, everything);
    const withdrawn = await listDossiers(reviewer, call, { ...everything, status: 'withdrawn' });
    const rows = [...standing, ...withdrawn.rows];
    const allowed = [];
    for (const id of ids) if (await examinedDossier(reviewer, id)) allowed.push(id);
    expect(rows.map((row) => row.id).sort()).toEqual(allowed.sort());
    expect(total + withdrawn.total).toBe(allowed.length);
    expect(standing.map((row) => row.status)).not.toContain('withdrawn');
    expect(withdrawn.rows.map((row) => row.status)).toEqual(['withdrawn', 'withdrawn']);
    expect(rows.map((row) => row.id)).not.toContain(ids[1]);
    expect(rows.map((row) => row.id)).not.toContain(ids[2]);
  });

  it('is found without accents or capitals, by words in any order, and a percent sign is only a percent sign', async () => {
    const search = async (words: string) => (await listDossiers(reviewer, call, { ...everything, search: words })).total;
    const all = await search('');
    expect(await search('ECLAT pays')).toBe(all);
    expect(await search('l-0010')).toBe(1);
    expect(await search('%')).toBe(0);
    expect(await search("' OR 1=1 --")).toBe(0);
  });

  it('filters by status, category and kind, and keeps the neighbours of the filtered list', async () => {
    const filters = { ...everything, kind: 'gip', sorting: 'nom' as const };
    const { rows } = await listDossiers(reviewer, call, filters);
    expect(new Set(rows.map((row) => row.organisationKind))).toEqual(new Set(['gip']));
    const second = rows[1]?.id ?? '';
    expect(await neighboursOf(reviewer, call, filters, second)).toEqual({
      position: 2,
      total: rows.length,
      previousId: rows[0]?.id,
      nextId: rows[2]?.id,
    });
    expect(await neighboursOf(reviewer, call, filters, ids[1] ?? '')).toBeNull();
    expect(
      (await listDossiers(reviewer, call, { ...everything, status: 'laureate', category: 'aucune' })).rows.every(
        (row) => row.categoryCode === null,
      ),
    ).toBe(true);
  });

  it('waits for a review where one is missing and this person has not given theirs, and the next one is found from there', async () => {
    const waiting = { ...everything, toReview: true };
    const { rows } = await listDossiers(reviewer, call, waiting);
    expect(rows.map((row) => row.status)).toEqual(rows.map(() => 'admissible'));
    const first = rows[0]?.id ?? '';
    expect(await nextToReview(reviewer, call, { ...everything, status: 'submitted' })).toEqual({ id: first, list: waiting });
    const elsewhere = { ...waiting, search: 'introuvable' };
    expect(await nextToReview(reviewer, call, elsewhere)).toEqual({ id: first, list: waiting });
    for (const other of [await givenPerson('reviewer'), await givenPerson('reviewer')]) {
      await prisma().review.create({
        data: { dossierId: first, reviewerId: other.userId, dossierVersion: 1, deliveredAt: new Date() },
      });
    }
    expect((await listDossiers(reviewer, call, waiting)).rows.map((row) => row.id)).toEqual(rows.slice(1).map((row) => row.id));
    expect(await nextToReview(reviewer, call, waiting)).toBeNull();
    expect(await nextToReview(await givenPerson(), { ...call, closesAt: new Date(Date.now() + 60_000) }, waiting)).toBeNull();
  });

  it('says of a dossier that the Mission entered it, that corrections are awaited, or have not come', async () => {
    const remarks = async () =>
      (await listDossiers(reviewer, call, { ...everything, status: 'submitted' })).rows.map(({ assistance, corrections }) => [
        assistance,
        corrections,
      ]);
    const [id = ''] = (await listDossiers(reviewer, call, { ...everything, status: 'submitted' })).rows.map((row) => row.id);
    const now = new Date();
    await prisma().assistedDeposit.create({
      data: {
        ...{ dossierId: id, channel: 'email', receivedAt: now, reference: 'Objet', contactEmail: 'a@pays.example', state: 'awaiting' },
        enteredById: (await givenPerson('administrator')).userId,
      },
    });
    const asked = { dossierVersion: 1, points: [], askedById: reviewer.userId, askedAt: now, toldAt: now };
    const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
    const { id: first } = await prisma().correctionRequest.create({ data: { ...asked, dossierId: id, dueAt: later(-1) } });
    expect((await remarks())[0]).toEqual(['awaiting', 'overdue']);
    await prisma().correctionRequest.update({ where: { id: first }, data: { dueAt: later(1) } });
    expect((await remarks())[0]).toEqual(['awaiting', 'awaited']);
    await prisma().correctionRequest.update({ where: { id: first }, data: { answeredAt: now } });
    expect((await remarks())[0]).toEqual(['awaiting', null]);
    expect(
      (await remarks())
        .slice(1)
        .flat()
        .every((remark) => remark === null),
    ).toBe(true);
  });

  it('knows whether anything was asked of it', () => {
    expect(isFiltered(readFilters({ appel: 'essai', tri: 'nom', page: '2' }))).toBe(false);
    for (const asked of [{ q: 'x' }, { statut: 'admissible' }, { categorie: 'aucune' }, { nature: 'gip' }, { 'a-evaluer': 'oui' }]) {
      expect(isFiltered(readFilters(asked))).toBe(true);
    }
  });

  it('its filters go into an address and come back', () => {
    const filters = { ...everything, search: 'pays', status: 'admissible', toReview: true, sorting: 'depot' as const, page: 3 };
    const address = Object.fromEntries(writeFilters('essai', filters));
    expect(readFilters(address)).toEqual(filters);
    expect(readFilters({ statut: 'forged', page: '-1', tri: 'toString', q: ['a', 'b'] })).toEqual(everything);
  });
});
