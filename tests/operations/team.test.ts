import { beforeAll, describe, expect, it } from 'vitest';
import { maxActsAnHour } from '../../lib/domain/act-conditions.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { askAccess } from '../../lib/operations/access-request.ts';
import { receive } from '../../lib/operations/reception.ts';
import {
  answerAccessRequest,
  answerInvitation,
  changeMember,
  inviteMember,
  leaveDossier,
  withdrawInvitation,
} from '../../lib/operations/team.ts';
import { begunDossier, myInvitations, teamOf, waitingRequests } from '../../lib/queries/team.ts';
import { setUpDatabase } from '../support/database.ts';
import { givenDossier, givenOpenCall, givenPerson, must } from '../support/given.ts';

setUpDatabase();

let call: string;
let lead: Actor;
let dossier: string;
beforeAll(async () => {
  call = await givenOpenCall();
  lead = await givenPerson();
  dossier = await givenDossier(lead, call);
});

const invited = async (email: string, role = 'contributor') => {
  await must(inviteMember(lead, dossier, { email, role }, receive()));
  return prisma().invitation.findUniqueOrThrow({ where: { dossierId_email: { dossierId: dossier, email: email.toLowerCase() } } });
};
const roles = async () => Object.fromEntries((await teamOf(dossier)).members.map(({ userId, role }) => [userId, role]));

describe('inviting a colleague', () => {
  it('gives nothing before they accept, then the role offered, once', async () => {
    const colleague = await givenPerson();
    const { id } = await invited(colleague.email.toUpperCase(), 'lead');
    expect((await roles())[colleague.userId]).toBeUndefined();
    expect(await myInvitations(colleague)).toMatchObject([{ id, role: 'lead', inviter: lead.name }]);
    expect(await prisma().mail.count({ where: { toAddress: colleague.email } })).toBe(1);
    const answers = await Promise.all(Array.from({ length: 5 }, () => answerInvitation(colleague, id, true)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await roles())[colleague.userId]).toBe('lead');
    expect(await myInvitations(colleague)).toEqual([]);
  });

  it('concerns the address invited and nobody else, and can be declined or withdrawn', async () => {
    const colleague = await givenPerson();
    const other = await givenPerson();
    const { id } = await invited(colleague.email);
    expect(await answerInvitation(other, id, true)).toMatchObject({ ok: false, refusal: 'notFound' });
    await must(answerInvitation(colleague, id, false));
    expect((await roles())[colleague.userId]).toBeUndefined();
    const again = await invited(colleague.email);
    await must(withdrawInvitation(lead, dossier, again.id, receive()));
    expect(await answerInvitation(colleague, again.id, true)).toMatchObject({ ok: false, refusal: 'notFound' });
  });

  it('is for leads: a contributor, a stranger and the Mission are refused alike when they have no right', async () => {
    const contributor = await givenPerson();
    await must(answerInvitation(contributor, (await invited(contributor.email)).id, true));
    for (const person of [contributor, await givenPerson(), await givenPerson('administrator')]) {
      expect(await inviteMember(person, dossier, { email: 'x@test.example', role: 'lead' }, receive())).toMatchObject({
        refusal: 'notFound',
      });
    }
  });

  it('names what to correct, and refuses somebody who is already there or one person too many', async () => {
    const refusedFor = (typed: { email: string; role: string }) => inviteMember(lead, dossier, typed, receive());
    expect(await refusedFor({ email: 'pas une adresse', role: '' })).toMatchObject({
      problems: { courriel: expect.any(String), role: expect.any(String) },
    });
    expect(await refusedFor({ email: lead.email, role: 'contributor' })).toMatchObject({ refusal: 'alreadyMember' });
    const crowd = await givenDossier(lead, call);
    for (let n = 0; n < 29; n += 1)
      await must(inviteMember(lead, crowd, { email: `crowd-${n}@test.example`, role: 'contributor' }, receive()));
    expect(await inviteMember(lead, crowd, { email: 'one-more@test.example', role: 'lead' }, receive())).toMatchObject({
      refusal: 'teamFull',
    });
    await must(inviteMember(lead, crowd, { email: 'crowd-3@test.example', role: 'lead' }, receive()));
  });

  it('writes to nobody by the dozen, from one dossier nor from several', async () => {
    const person = await givenPerson();
    const dossiers = [await givenDossier(person, call), await givenDossier(person, call)];
    const results = [];
    for (let n = 0; n < maxActsAnHour + 1; n += 1)
      results.push(await inviteMember(person, dossiers[n % 2] ?? '', { email: 'victime@ailleurs.example', role: 'lead' }, receive()));
    expect(results.filter(({ ok }) => ok)).toHaveLength(maxActsAnHour);
    expect(results.at(-1)).toMatchObject({ refusal: 'tooOften' });
    expect(await prisma().mail.count({ where: { toAddress: 'victime@ailleurs.example' } })).toBe(maxActsAnHour);
  });
});

describe('the team', () => {
  it('keeps a lead even when two leads leave at the same instant', async () => {
    const first = await givenPerson();
    const second = await givenPerson();
    const shared = await givenDossier(first, call);
    await must(inviteMember(first, shared, { email: second.email, role: 'lead' }, receive()));
    await must(answerInvitation(second, (await myInvitations(second))[0]?.id ?? '', true));
    const left = await Promise.all([leaveDossier(first, shared, receive()), leaveDossier(second, shared, receive())]);
    expect(left.filter(({ ok }) => ok)).toHaveLength(1);
    expect(left.find(({ ok }) => !ok)).toMatchObject({ refusal: 'lastLead' });
  });

  it('changes a role or removes somebody by a lead, never by a contributor, and the last lead stays', async () => {
    const colleague = await givenPerson();
    await must(answerInvitation(colleague, (await invited(colleague.email)).id, true));
    expect(await changeMember(colleague, dossier, { userId: lead.userId, role: null }, receive())).toMatchObject({ refusal: 'notFound' });
    await must(changeMember(lead, dossier, { userId: colleague.userId, role: 'lead' }, receive()));
    expect((await roles())[colleague.userId]).toBe('lead');
    await must(changeMember(lead, dossier, { userId: colleague.userId, role: null }, receive()));
    expect((await roles())[colleague.userId]).toBeUndefined();
    const alone = await givenDossier(lead, call);
    expect(await changeMember(lead, alone, { userId: lead.userId, role: 'contributor' }, receive())).toMatchObject({ refusal: 'lastLead' });
  });
});

describe('asking to join a dossier already begun', () => {
  const keyOf = async (id: string) => `siren-${(await prisma().dossier.findUniqueOrThrow({ where: { id } })).identifier}`;

  it('tells the leads, and the person the answer; the role given is the one chosen', async () => {
    const asker = await givenPerson();
    const structure = await keyOf(dossier);
    expect(await askAccess(asker, call, { structure, message: '  ' })).toMatchObject({ problems: { message: expect.any(String) } });
    await must(askAccess(asker, call, { structure, message: 'Je remplace Camille.' }));
    expect(await askAccess(asker, call, { structure, message: 'Encore moi' })).toMatchObject({ refusal: 'alreadyAsked' });
    const { requests } = await teamOf(dossier);
    const mine = requests.find(({ email }) => email === asker.email);
    expect(mine).toMatchObject({ message: 'Je remplace Camille.' });
    const answer = { requestId: mine?.id ?? '', role: 'contributor' as const };
    expect(await answerAccessRequest(asker, dossier, answer, receive())).toMatchObject({ refusal: 'notFound' });
    await must(answerAccessRequest(lead, dossier, answer, receive()));
    expect((await roles())[asker.userId]).toBe('contributor');
    expect(await prisma().mail.findFirst({ where: { toAddress: asker.email }, orderBy: { id: 'desc' } })).toMatchObject({
      subject: expect.stringContaining('Vous participez'),
    });
    expect(await answerAccessRequest(lead, dossier, answer, receive())).toMatchObject({ refusal: 'notFound' });
  });

  it('is answered by an administrator when the leads have left: the dossier is handed over', async () => {
    const asker = await givenPerson();
    const administrator = await givenPerson('administrator');
    const orphan = await givenDossier(lead, call);
    await must(askAccess(asker, call, { structure: await keyOf(orphan), message: 'La personne responsable est partie.' }));
    const waiting = (await waitingRequests(administrator, call)).find(({ dossierId }) => dossierId === orphan);
    expect(await waitingRequests(lead, call)).toEqual([]);
    await must(answerAccessRequest(administrator, orphan, { requestId: waiting?.id ?? '', role: 'lead' }, receive()));
    expect((await teamOf(orphan)).members.find(({ userId }) => userId === asker.userId)?.role).toBe('lead');
  });

  it('tells a stranger nothing of who began it, and a member where it is', async () => {
    const structure = await keyOf(dossier);
    const identifier = { scheme: 'siren' as const, value: structure.slice(6) };
    expect(await begunDossier({ ...(await givenPerson()), email: 'x@elsewhere.example' }, call, identifier)).toMatchObject({
      ownId: null,
      startedBy: null,
    });
    expect(await begunDossier(await givenPerson(), call, identifier)).toMatchObject({ startedBy: lead.name });
    expect(await begunDossier(lead, call, identifier)).toMatchObject({ ownId: dossier });
    expect(await begunDossier(lead, call, { scheme: 'siren', value: '999999999' })).toBeNull();
    expect(await askAccess(lead, call, { structure, message: 'Moi' })).toMatchObject({ refusal: 'alreadyMember' });
    for (const forged of ['', '\u0000', '123456789', 'siren-123456789', `siren-${identifier.value}\u0000`, `ridet-${identifier.value}`])
      expect(await askAccess(lead, call, { structure: forged, message: 'Moi' })).toMatchObject({ refusal: 'notFound' });
  });
});
