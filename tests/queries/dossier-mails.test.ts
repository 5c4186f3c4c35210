import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { askAccess } from '../../lib/operations/access-request.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { receive } from '../../lib/operations/reception.ts';
import { answerInvitation, inviteMember } from '../../lib/operations/team.ts';
import { dossierMails } from '../../lib/queries/dossier-mails.ts';
import { myInvitations } from '../../lib/queries/team.ts';
import { setUpDatabase } from '../support/database.ts';
import { givenDossier, givenOpenCall, givenPerson, givenSubmittedDossier, must } from '../support/given.ts';

setUpDatabase();

let call: string;
let lead: Actor;
let colleague: Actor;
let dossier: string;
beforeAll(async () => {
  call = await givenOpenCall();
  lead = await givenPerson();
  colleague = await givenPerson();
  dossier = await givenDossier(lead, call);
  await must(inviteMember(lead, dossier, { email: colleague.email, role: 'contributor' }, receive()));
});

const subjects = async (reader: Actor, id: string) => (await dossierMails(reader, id)).map(({ subject }) => subject);

describe('the mails read again in a dossier', () => {
  it('tell the lead what was sent to the person invited, without the link, which is theirs', async () => {
    const [invitation] = await dossierMails(lead, dossier);
    expect(invitation).toMatchObject({ subject: expect.stringContaining('invité'), to: [colleague.email] });
    expect(invitation?.text).toContain('[lien réservé');
    expect(invitation?.text).not.toContain('http');
    expect((await dossierMails(colleague, dossier))[0]?.text).toContain('http');
  });

  it('show the request of somebody who asks to join to the lead who received it, not to a contributor', async () => {
    await must(answerInvitation(colleague, (await myInvitations(colleague))[0]?.id ?? '', true));
    const { identifier } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossier } });
    await must(askAccess(await givenPerson(), call, { structure: `siren-${identifier}`, message: 'Je remplace Camille.' }));
    expect(await subjects(lead, dossier)).toContainEqual(expect.stringContaining('demande à rejoindre'));
    expect(await subjects(colleague, dossier)).not.toContainEqual(expect.stringContaining('demande à rejoindre'));
  });

  it('show once a mail sent to several people, with whom it went to', async () => {
    const shared = await givenSubmittedDossier(lead, call);
    expect(await dossierMails(lead, shared)).toMatchObject([{ subject: expect.stringContaining('est déposé'), to: [lead.email] }]);
    const mail = await prisma().mail.findFirstOrThrow({ where: { dossierId: shared } });
    const { id: _, ...copy } = mail;
    await prisma().mail.create({ data: { ...copy, toAddress: colleague.email } });
    expect(await dossierMails(lead, shared)).toMatchObject([{ to: [lead.email, colleague.email] }]);
  });

  it('leave with their text when a draft is deleted: they were sent', async () => {
    const draft = await givenDossier(lead, call);
    await must(inviteMember(lead, draft, { email: 'parti@test.example', role: 'lead' }, receive()));
    await must(deleteDraft(lead, draft, receive()));
    expect(await prisma().mail.findMany({ where: { toAddress: 'parti@test.example' } })).toMatchObject([{ dossierId: null }]);
  });
});
