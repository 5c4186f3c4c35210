import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { changedSinceFinished } from '../../lib/domain/section-work.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { beat, leave } from '../../lib/operations/presence.ts';
import { receive } from '../../lib/operations/reception.ts';
import { assignSection, finishSection } from '../../lib/operations/section-work.ts';
import { leaveDossier } from '../../lib/operations/team.ts';
import { presentOthers, sectionWorks } from '../../lib/queries/section-work.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, givenDossier, givenOpenCall, givenPerson, must } from '../support/given.ts';

setUpDatabase();

const code = 'presentation';
let call: string;
let lead: Actor;
let colleague: Actor;
let dossier: string;
beforeAll(async () => {
  call = await givenOpenCall();
  lead = await givenPerson();
  colleague = await givenPerson();
  dossier = await givenDossier(lead, call);
  await join(colleague, dossier);
});

const join = (person: Actor, dossierId: string) =>
  prisma().dossierMember.create({ data: { dossierId, userId: person.userId, role: 'contributor' } });
const work = async (id = dossier) => (await sectionWorks(id)).get(code);
const mailsTo = (email: string) => prisma().mail.findMany({ where: { toAddress: email } });

describe('a page given to a member', () => {
  it('is told to them once, not to oneself, and is no longer theirs once they have left', async () => {
    const newcomer = await givenPerson();
    await join(newcomer, dossier);
    const assigned = await must(assignSection(lead, dossier, code, newcomer.userId, receive()));
    expect(assigned.assignee).toEqual({ userId: newcomer.userId, name: newcomer.name });
    await must(assignSection(lead, dossier, code, newcomer.userId, receive()));
    expect(await mailsTo(newcomer.email)).toMatchObject([{ subject: expect.stringContaining('vous est confiée'), audience: 'team' }]);
    await must(leaveDossier(newcomer, dossier, receive()));
    expect((await work())?.assignee).toBeNull();
    await must(assignSection(colleague, dossier, code, colleague.userId, receive()));
    expect(await mailsTo(colleague.email)).toEqual([]);
    await must(assignSection(lead, dossier, code, null, receive()));
    expect((await work())?.assignee).toBeNull();
  });

  it('is given to somebody of the dossier, by somebody of the dossier, and is a page of the form', async () => {
    const stranger = await givenPerson();
    for (const user of [stranger.userId, 'forged'])
      expect(await assignSection(lead, dossier, code, user, receive())).toMatchObject({ refusal: 'notOfTheTeam' });
    for (const person of [stranger, await givenPerson('administrator')]) {
      expect(await assignSection(person, dossier, code, lead.userId, receive())).toMatchObject({ refusal: 'notFound' });
      expect(await finishSection(person, dossier, code, true, receive())).toMatchObject({ refusal: 'notFound' });
      expect(await beat(person, dossier, code, receive())).toMatchObject({ refusal: 'notFound' });
      expect(await leave(person, dossier, code, receive())).toMatchObject({ refusal: 'notFound' });
    }
    expect(await assignSection(lead, dossier, 'forged', lead.userId, receive())).toMatchObject({ refusal: 'notFound' });
    expect(await beat(lead, dossier, 'forged', receive())).toMatchObject({ refusal: 'notFound' });
  });
});

describe('a page marked as finished', () => {
  it('blocks nothing, says when it was modified afterwards, and can be reopened', async () => {
    const finished = await must(finishSection(colleague, dossier, code, true, receive()));
    expect(finished.finished).toMatchObject({ byId: colleague.userId, version: finished.saved?.version });
    expect(changedSinceFinished(finished)).toBe(false);
    await must(saveSection(lead, dossier, code, { presentation: 'Autre texte' }, finished.saved?.version ?? 0, receive()));
    const later = await work();
    expect(later && changedSinceFinished(later)).toBe(true);
    expect(later?.saved?.by).toBe(lead.name);
    expect((await must(finishSection(lead, dossier, code, false, receive()))).finished).toBeNull();
  });

  it('may be one nobody has written yet, and goes with a deleted draft', async () => {
    const draft = await givenDossier(lead, call);
    await prisma().dossierSection.delete({ where: { dossierId_code: { dossierId: draft, code } } });
    expect((await must(finishSection(lead, draft, code, true, receive()))).finished).toMatchObject({ version: 0 });
    await must(beat(lead, draft, code, receive()));
    await must(deleteDraft(lead, draft, receive()));
    expect(await prisma().sectionMark.count({ where: { dossierId: draft } })).toBe(0);
  });

  it('is not marked by the dozen, nor after the closing', async () => {
    const other = await givenOpenCall();
    const late = await givenDossier(lead, other);
    for (let n = 0; n < 40; n += 1) await must(finishSection(lead, late, code, n % 2 === 0, receive()));
    expect(await finishSection(lead, late, code, true, receive())).toMatchObject({ refusal: 'tooOften' });
    await close(other);
    expect(await assignSection(lead, late, code, lead.userId, receive())).toMatchObject({ refusal: 'depositClosed' });
    expect(await beat(lead, late, code, receive())).toMatchObject({ refusal: 'depositClosed' });
  });
});

describe('somebody on a page', () => {
  it('is seen by the others of that page until they leave, or say nothing for a minute and a half', async () => {
    expect(await must(beat(colleague, dossier, code, receive()))).toEqual([]);
    expect(await must(beat(lead, dossier, code, receive()))).toMatchObject([{ name: colleague.name }]);
    expect(await presentOthers(lead, dossier, 'motivation')).toEqual([]);
    await must(leave(colleague, dossier, code, receive()));
    expect(await presentOthers(lead, dossier, code)).toEqual([]);
    const since = async () => (await presentOthers(colleague, dossier, code))[0]?.since.getTime();
    const first = await since();
    await prisma().$executeRaw`UPDATE presences SET seen_at = seen_at - interval '60 seconds'`;
    await must(beat(lead, dossier, code, receive()));
    expect(await since()).toBe(first);
    await prisma().$executeRaw`UPDATE presences SET seen_at = seen_at - interval '91 seconds'`;
    expect(await since()).toBeUndefined();
    await must(beat(lead, dossier, code, receive()));
    expect(await since()).toBeGreaterThan(first ?? 0);
  });

  it('writes little, however often their browser says it, and leaves no row behind', async () => {
    await must(beat(lead, dossier, code, receive()));
    const row = () => prisma().presence.findMany({ where: { dossierId: dossier }, select: { userId: true, code: true, seenAt: true } });
    const before = await row();
    for (let n = 0; n < 5; n += 1) await must(beat(lead, dossier, code, receive()));
    expect(await row()).toEqual(before);
    await prisma().$executeRaw`UPDATE presences SET seen_at = seen_at - interval '100 seconds'`;
    await must(beat(colleague, dossier, 'motivation', receive()));
    expect(await row()).toMatchObject([{ userId: colleague.userId, code: 'motivation' }]);
  });
});
