import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import { checkSeal } from '../../lib/documents/seal-check.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { parisDay } from '../../lib/domain/dates.ts';
import type { FileAnswer } from '../../lib/domain/question-kinds.ts';
import { canonicalJson } from '../../lib/domain/snapshot.ts';
import { readPieces } from '../../lib/infra/files.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { askCorrections, submitCorrection } from '../../lib/operations/correction.ts';
import { composeOrderedDocument } from '../../lib/operations/document-composition.ts';
import { saveSection } from '../../lib/operations/dossier.ts';
import { deleteDraft } from '../../lib/operations/draft.ts';
import { decideAdmissibility, decideEligibility } from '../../lib/operations/examination.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { designateSigner, openLetter, prepareLetter, refuseLetter } from '../../lib/operations/letter-answer.ts';
import { letterMailRefused } from '../../lib/operations/letter-bounce.ts';
import { confirmLetter } from '../../lib/operations/letter-confirmation.ts';
import { sendDueLetterReminders } from '../../lib/operations/letter-reminder.ts';
import { cancelLetter, remindOfficial, requestLetter } from '../../lib/operations/letter-request.ts';
import { receive } from '../../lib/operations/reception.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { lastLetterRequest, letterByToken, letterForOfficial, readChallenge } from '../../lib/queries/letter.ts';
import { publicPaper } from '../../lib/queries/verification.ts';
import { setUpDatabase } from '../support/database.ts';
import { close, closeAt, givenDossier, givenOpenCall, givenPdf, givenPerson, letterPlace, must } from '../support/given.ts';

setUpDatabase();

const text = `Madame, Monsieur,\n\n${'Je soutiens cette candidature de tout cœur. '.repeat(3)}`.trim();
let counter = 0;
let call: string;
let lead: Actor;
beforeAll(async () => {
  call = await givenOpenCall();
});
beforeEach(async () => {
  lead = await givenPerson();
});

const anOfficial = () => {
  counter += 1;
  return {
    name: 'Dominique Lanier',
    function: 'maire',
    structure: 'Sorbelle',
    mandate: 'Mandat 2026',
    email: `elu-${counter}@sorbelle.example`,
  };
};
const title = { function: 'maire', structure: 'Sorbelle', mandate: 'Mandat 2026' };
const left = (words: string, changed: Partial<typeof title> = {}) => ({ text: words, title: { ...title, ...changed } });
const mailsTo = (email: string) => prisma().mail.findMany({ where: { toAddress: email }, orderBy: { createdAt: 'asc' } });
const lastMailTo = async (email: string) => (await mailsTo(email)).at(-1)?.text ?? '';
const linkIn = (mail: string) => /\/lettre\/([\w-]{43})/.exec(mail)?.[1] ?? '';
const codeIn = (mail: string) => /(\d{3}) (\d{3})/.exec(mail)?.slice(1).join('') ?? '';

/** A dossier whose official was just asked, with the link of the mail. */
async function asked(callId = call, by = lead) {
  const dossierId = await givenDossier(by, callId);
  const official = anOfficial();
  await must(requestLetter(by, dossierId, { official, text }, receive()));
  return { dossierId, official, token: linkIn(await lastMailTo(official.email)) };
}
/** The same, once the official has asked for a code. */
async function prepared(callId = call, by = lead) {
  const letter = await asked(callId, by);
  await must(openLetter(letter.token, receive()));
  const { challenge } = await must(prepareLetter(letter.token, left(`${text} Amendé.`), receive()));
  return { ...letter, challenge: readChallenge(challenge), code: codeIn(await lastMailTo(letter.official.email)) };
}
const stateOf = async (dossierId: string) => (await lastLetterRequest(dossierId))?.state;
const answersOf = async (dossierId: string) =>
  (await prisma().dossierSection.findUnique({ where: { dossierId_code: { dossierId, code: 'lettre' } } }))?.answers as Record<
    string,
    unknown
  >;
async function seal(dossierId: string) {
  const paper = await prisma().issuedDocument.findFirstOrThrow({ where: { dossierId, kind: 'letter' } });
  await composeOrderedDocument(paper.id);
  return paper.id;
}

describe('asking for the letter', () => {
  it('sends a link that exists nowhere else, and names what to correct', async () => {
    const { dossierId, token } = await asked();
    expect(token).toHaveLength(43);
    const [link] = await prisma().letterLink.findMany({ where: { request: { dossierId } } });
    expect(link?.tokenHash).toBe(sha256(`letter:${token}`));
    const wrong = { official: { ...anOfficial(), email: 'maire', name: '' }, text: 'court' };
    expect(await requestLetter(lead, dossierId, wrong, receive())).toMatchObject({
      refusal: 'invalid',
      problems: { email: expect.any(String), name: expect.any(String), text: expect.any(String) },
    });
    const own = { official: { ...anOfficial(), email: lead.email }, text };
    expect(await requestLetter(lead, dossierId, own, receive())).toMatchObject({
      problems: { email: expect.stringContaining('personne du dossier') },
    });
  });

  it('tells the official who asks: an account without a name takes the one typed, together with the request or not at all', async () => {
    const nameless = { ...(await givenPerson()), name: '' };
    await prisma().user.update({ where: { id: nameless.userId }, data: { name: '' } });
    const nameOf = async () => (await prisma().user.findUniqueOrThrow({ where: { id: nameless.userId } })).name;
    const dossierId = await givenDossier(nameless, call);
    const official = anOfficial();
    expect(await requestLetter(nameless, dossierId, { official: { ...official, email: 'x' }, text, asker: '–' }, receive())).toMatchObject({
      problems: { asker: expect.stringContaining('prénom'), email: expect.any(String) },
    });
    expect(
      await requestLetter(nameless, dossierId, { official: { ...official, email: 'x' }, text, asker: 'Ana' }, receive()),
    ).toMatchObject({
      refusal: 'invalid',
    });
    expect(await nameOf()).toBe('');
    await must(requestLetter(nameless, dossierId, { official, text, asker: ' Ana  Exemple ' }, receive()));
    expect(await nameOf()).toBe('Ana Exemple');
    expect(await lastMailTo(official.email)).toContain(`Ana Exemple (${nameless.email})`);
  });

  it('is for the people of the dossier, before the closing', async () => {
    const { dossierId } = await asked();
    const typed = { official: anOfficial(), text };
    for (const person of [await givenPerson(), await givenPerson('administrator')])
      expect(await requestLetter(person, dossierId, typed, receive())).toMatchObject({ refusal: 'notFound' });
    const closed = await givenOpenCall();
    const late = await asked(closed);
    await close(closed);
    expect(await requestLetter(lead, late.dossierId, typed, receive())).toMatchObject({ refusal: 'letterTooLate' });
    expect(await prepareLetter(late.token, left(text), receive())).toMatchObject({ refusal: 'letterTooLate' });
  });

  it('again keeps the former links good; at another address or cancelled, they die', async () => {
    const { dossierId, official, token } = await asked();
    await must(remindOfficial(lead, dossierId, receive()));
    const second = linkIn(await lastMailTo(official.email));
    expect(second).not.toBe(token);
    await must(openLetter(second, receive()));
    await must(openLetter(token, receive()));
    await must(requestLetter(lead, dossierId, { official: anOfficial(), text }, receive()));
    for (const dead of [token, second]) {
      expect((await letterByToken(dead, receive()))?.request.state).toBe('replaced');
      expect(await prepareLetter(dead, left(text), receive())).toMatchObject({ refusal: 'letterOver' });
    }
    await must(cancelLetter(lead, dossierId, receive()));
    expect(await stateOf(dossierId)).toBe('replaced');
    expect(await cancelLetter(lead, dossierId, receive())).toMatchObject({ refusal: 'letterOver' });
  });

  it('is bounded in a day', async () => {
    const busy = await givenPerson();
    const { dossierId } = await asked(call, busy);
    for (let n = 1; n < 12; n += 1) await must(remindOfficial(busy, dossierId, receive()));
    expect(await remindOfficial(busy, dossierId, receive())).toMatchObject({ refusal: 'letterLimit' });
    const other = await givenDossier(busy, call);
    expect(await requestLetter(busy, other, { official: anOfficial(), text }, receive())).toMatchObject({ refusal: 'letterLimit' });
  });
});

describe('the official', () => {
  it('reads without changing anything: only a person opens', async () => {
    const { dossierId, token } = await asked();
    for (let n = 0; n < 3; n += 1) expect((await letterByToken(token, receive()))?.request.state).toBe('sent');
    await must(openLetter(token, receive()));
    expect(await stateOf(dossierId)).toBe('opened');
    for (const forged of ['', 'x', `${token}x`, token.toLowerCase() === token ? 'y'.repeat(43) : token.toLowerCase(), '\u0000'.repeat(43)])
      expect(await openLetter(forged, receive())).toMatchObject({ refusal: 'notFound' });
  });

  it('confirms with the code of their own address, in the browser that asked, once whatever the number of tries together', async () => {
    const { dossierId, token, challenge, code } = await prepared();
    expect(await confirmLetter(token, null, code, receive())).toMatchObject({ refusal: 'letterCodeWrong' });
    const otherBrowser = challenge && { ...challenge, secret: 'x'.repeat(43) };
    expect(await confirmLetter(token, otherBrowser, code, receive())).toMatchObject({ refusal: 'letterCodeWrong' });
    const answers = await Promise.all(Array.from({ length: 3 }, () => confirmLetter(token, challenge, code, receive())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stateOf(dossierId)).toBe('confirmed');
    expect(await refuseLetter(token, 'Non', receive())).toMatchObject({ refusal: 'letterOver' });
  });

  it('has five tries for a code, and a code is good for the text it was sent for only', async () => {
    const { token, challenge, code } = await prepared();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await confirmLetter(token, challenge, wrong, receive());
    expect(await confirmLetter(token, challenge, code, receive())).toMatchObject({ refusal: 'letterCodeWrong' });
    const other = await prepared();
    await must(prepareLetter(other.token, left(`${text} Changé par quelqu’un d’autre.`), receive()));
    expect(await confirmLetter(other.token, other.challenge, other.code, receive())).toMatchObject({ refusal: 'letterCodeWrong' });
    let lastChallenge = other.challenge;
    for (let n = 2; n < 6; n += 1) {
      lastChallenge = readChallenge((await must(prepareLetter(other.token, left(text), receive()))).challenge);
    }
    const last = codeIn(await lastMailTo(other.official.email));
    expect(await prepareLetter(other.token, left(`${text} Trop tard.`), receive())).toMatchObject({ refusal: 'letterLimit' });
    expect(await confirmLetter(other.token, lastChallenge, last, receive()), 'the sixth code stays good').toMatchObject({ ok: true });
  });

  it('corrects in what capacity one signs, never the name; a code is good for the signature it was sent for only', async () => {
    const { dossierId, official, token, challenge, code } = await prepared();
    expect(await prepareLetter(token, left('Court', { function: ' ' }), receive())).toMatchObject({
      problems: { text: expect.any(String), function: expect.any(String) },
    });
    const corrected = left(`${text} Amendé.`, { function: 'vice-présidente', mandate: '' });
    const forged = { ...corrected, title: { ...corrected.title, name: 'Sacha Roy', email: 'sacha@sorbelle.example' } };
    const again = await must(prepareLetter(token, forged, receive()));
    expect(await confirmLetter(token, challenge, code, receive())).toMatchObject({ refusal: 'letterCodeWrong' });
    const newCode = codeIn(await lastMailTo(official.email));
    await must(confirmLetter(token, readChallenge(again.challenge), newCode, receive()));
    const { evidence } = await prisma().letterConfirmation.findFirstOrThrow({ where: { dossierId } });
    expect(evidence).toMatchObject({ official: { name: official.name, email: official.email, function: 'vice-présidente', mandate: '' } });
    await seal(dossierId);
    expect(await answersOf(dossierId)).toMatchObject({ 'elu-nom': official.name, 'elu-mandat': 'Vice-présidente, Sorbelle' });
  });

  it('is confirmed for the candidate that was on the screen: renamed meanwhile, the letter is read again', async () => {
    const { dossierId, official, token, challenge, code } = await prepared();
    const structure = await prisma().dossierSection.findUniqueOrThrow({ where: { dossierId_code: { dossierId, code: 'structure' } } });
    const renamed = { ...(structure.answers as Record<string, string>), 'nom-structure': 'Une tout autre structure' };
    await must(saveSection(lead, dossierId, 'structure', renamed, structure.version, receive()));
    expect(await letterForOfficial(token, receive(), `${challenge?.id}.${challenge?.secret}`)).toMatchObject({ awaitsCode: false });
    expect(await confirmLetter(token, challenge, code, receive())).toMatchObject({ refusal: 'letterCodeWrong' });
    const again = await must(prepareLetter(token, left(text), receive()));
    await must(confirmLetter(token, readChallenge(again.challenge), codeIn(await lastMailTo(official.email)), receive()));
    const { evidence } = await prisma().letterConfirmation.findFirstOrThrow({ where: { dossierId } });
    expect(evidence).toMatchObject({ shown: { organisationName: 'Une tout autre structure' } });
  });

  it('refuses with a reason, or names who signs instead: the team is told and nothing goes to that person', async () => {
    const refusing = await asked();
    expect(await refuseLetter(refusing.token, ' ', receive())).toMatchObject({ problems: { reason: expect.any(String) } });
    await must(refuseLetter(refusing.token, 'Je soutiens un autre territoire.', receive()));
    expect(await lastLetterRequest(refusing.dossierId)).toMatchObject({ state: 'refused', reason: 'Je soutiens un autre territoire.' });
    expect(await lastMailTo(lead.email)).toContain('Je soutiens un autre territoire.');
    const naming = await asked();
    await must(designateSigner(naming.token, { name: 'Sacha Roy', email: 'Sacha@Sorbelle.example' }, receive()));
    expect(await lastLetterRequest(naming.dossierId)).toMatchObject({
      state: 'replaced',
      proposed: { name: 'Sacha Roy', email: 'sacha@sorbelle.example' },
    });
    expect(await mailsTo('sacha@sorbelle.example')).toEqual([]);
    expect(await openLetter(naming.token, receive())).toMatchObject({ ok: true });
    expect((await letterByToken(naming.token, receive()))?.request.state).toBe('replaced');
  });
});

describe('a confirmed letter', () => {
  it('is sealed with its evidence, frozen, and answers the question of the dossier, which can then be submitted', async () => {
    const { dossierId, official, token, challenge, code } = await prepared();
    await must(confirmLetter(token, challenge, code, receive()));
    expect(await submitDossier(lead, dossierId, 1, receive()), 'a letter being sealed holds nobody up').toMatchObject({ ok: true });
    const documentId = await seal(dossierId);
    const answers = await answersOf(dossierId);
    const file = answers['lettre-elu'] as FileAnswer;
    expect(answers).toMatchObject({ 'elu-nom': official.name, 'elu-mandat': 'Maire, Sorbelle, Mandat 2026' });
    const pieces = [];
    for await (const piece of readPieces(file.fileId)) pieces.push(piece);
    const pdf = Buffer.concat(pieces);
    expect(sha256(pdf)).toBe(file.sha256);
    expect((await checkSeal(pdf)).valid).toBe(true);
    const { documentCode, confirmedAt } = await prisma().letterConfirmation.findFirstOrThrow({ where: { dossierId } });
    const paper = await publicPaper(documentCode);
    const { organisationName } = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const supports = { callTitle: 'Appel d’essai 2030 (fictif)', organisationName, confirmedAt };
    expect(paper).toMatchObject({ kind: 'letter', ready: true, deposit: null, charter: null, letter: supports });
    for (const word of [official.email, lead.email, 'de tout cœur', 'Mandat 2026']) expect(JSON.stringify(paper)).not.toContain(word);
    const { evidence } = await prisma().letterConfirmation.findFirstOrThrow({ where: { dossierId } });
    const proof = evidence as { text: string; textSha256: string; shown: object; shownSha256: string; official: { email: string } };
    expect(proof.text).toContain('Amendé.');
    expect([sha256(proof.text), sha256(canonicalJson(proof.shown))]).toEqual([proof.textSha256, proof.shownSha256]);
    expect(proof.official.email).toBe(official.email);
    await expect(prisma().letterConfirmation.updateMany({ where: { dossierId }, data: { evidence: {} } })).rejects.toThrow(/frozen/);
    await expect(prisma().letterConfirmation.deleteMany({ where: { dossierId } })).rejects.toThrow(/frozen/);

    // Submitted while it was being sealed: the letter completed it by itself, with the same answers.
    await composeOrderedDocument(documentId);
    const versions = await prisma().dossierVersion.findMany({ where: { dossierId }, orderBy: { version: 'asc' } });
    expect(versions).toHaveLength(2);
    expect(versions[1]?.snapshot).toMatchObject({ version: 2, completes: { version: 1 }, files: [{ fileId: file.fileId }] });
    expect(await lastMailTo(lead.email)).toContain('La lettre de soutien a rejoint le dossier');
  });

  it('is not held missing while it is being sealed: the dossier is not declared inadmissible meanwhile', async () => {
    const own = await givenOpenCall();
    const { dossierId, token, challenge, code } = await prepared(own);
    await must(confirmLetter(token, challenge, code, receive()));
    await must(submitDossier(lead, dossierId, 1, receive()));
    await close(own);
    const examiner = await givenPerson('reviewer');
    const inadmissible = () => decideAdmissibility(examiner, dossierId, { verdict: 'inadmissible', reason: 'Sans lettre.' }, receive());
    expect(await inadmissible()).toMatchObject({ refusal: 'letterBeingSealed' });
    await seal(dossierId);
    expect(await answersOf(dossierId)).toHaveProperty('lettre-elu');
    expect(await inadmissible()).toMatchObject({ ok: true });
  });

  it('of a draft disappears with it; replaced by an upload, its paper stays', async () => {
    const { dossierId, token, challenge, code } = await prepared();
    await must(confirmLetter(token, challenge, code, receive()));
    await seal(dossierId);
    const sealed = (await answersOf(dossierId))['lettre-elu'] as FileAnswer;
    await must(attachFile(lead, dossierId, letterPlace, await givenPdf('Signée à la main'), receive()));
    expect(await prisma().storedFile.count({ where: { id: sealed.fileId } })).toBe(1);
    await must(deleteDraft(lead, dossierId, receive()));
    expect(await prisma().letterConfirmation.count({ where: { dossierId } })).toBe(0);
    expect(await prisma().issuedDocument.count({ where: { dossierId } })).toBe(0);
  });
});

describe('an official who does not answer', () => {
  const sentDaysAgo = (dossierId: string, days: number) =>
    prisma().$executeRaw`UPDATE letter_requests SET created_at = now() - ${days} * interval '1 day' WHERE dossier_id = ${dossierId}::uuid`;

  it('is reminded once per step with another link, however many workers send; the team is told when time runs short', async () => {
    const own = await givenOpenCall();
    await closeAt(own, new Date(Date.now() + 30 * 86_400_000));
    const { dossierId, official, token } = await asked(own);
    expect(await sendDueLetterReminders()).toBe(0);
    await sentDaysAgo(dossierId, 4.1);
    const sent = await Promise.all(Array.from({ length: 4 }, () => sendDueLetterReminders()));
    expect(sent.reduce((sum, count) => sum + count)).toBe(1);
    expect(await mailsTo(official.email)).toHaveLength(2);
    const again = linkIn(await lastMailTo(official.email));
    for (const link of [token, again]) expect((await letterByToken(link, receive()))?.request.state).toBe('sent');
    expect(await lastMailTo(lead.email)).toBe('');
    await sentDaysAgo(dossierId, 8.1);
    expect(await sendDueLetterReminders()).toBe(1);
    expect(await lastMailTo(lead.email)).toContain('n’a pas encore confirmé');
    await must(refuseLetter(again, 'Non merci.', receive()));
    await closeAt(own, new Date(Date.now() + 2 * 86_400_000));
    expect(await sendDueLetterReminders()).toBe(0);
  });

  it('is not reminded of a letter they answer while reminders are being sent', async () => {
    const own = await givenOpenCall();
    await closeAt(own, new Date(Date.now() + 30 * 86_400_000));
    const { dossierId, official } = await asked(own);
    await sentDaysAgo(dossierId, 4.1);
    let sending: Promise<number> | undefined;
    await prisma().$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM dossiers WHERE id = ${dossierId}::uuid FOR UPDATE`;
      sending = sendDueLetterReminders();
      // Until the reminder waits for the answer that is being written.
      for (let waiting = 0; waiting === 0; ) {
        const [row] = await prisma().$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
        waiting = row?.count ?? 0;
      }
      await transaction.letterRequest.updateMany({ where: { dossierId }, data: { state: 'refused', reason: 'Non.' } });
    });
    expect(await sending).toBe(0);
    expect(await mailsTo(official.email)).toHaveLength(1);
  });

  it('whose address is refused: the request ends, the team is told, and asking anew is possible', async () => {
    const { dossierId, official, token } = await asked();
    const [mail] = await mailsTo(official.email);
    await letterMailRefused(mail?.id ?? '');
    await letterMailRefused(mail?.id ?? '');
    expect(await stateOf(dossierId)).toBe('addressInError');
    expect(await mailsTo(lead.email)).toHaveLength(1);
    expect(await lastMailTo(lead.email)).toContain(official.email);
    expect(await prepareLetter(token, left(text), receive())).toMatchObject({ refusal: 'letterOver' });
    await must(requestLetter(lead, dossierId, { official: anOfficial(), text }, receive()));
    expect(await stateOf(dossierId)).toBe('sent');
  });
});

describe('a call that lets the letter follow', () => {
  const DAY_MS = 86_400_000;
  /** Closing tomorrow, the letter in ten days. */
  const patientCall = async () => {
    const calendar = demonstrationCall({
      code: 'x',
      promotion: 9,
      labelYear: 2030,
      opensAt: new Date(Date.now() - DAY_MS),
      closesAt: new Date(Date.now() + DAY_MS),
    }).calendar;
    return givenOpenCall({ calendar: { ...calendar, letterUntil: new Date(Date.now() + 10 * DAY_MS).toISOString() } });
  };
  const versionsOf = (dossierId: string) => prisma().dossierVersion.findMany({ where: { dossierId }, orderBy: { version: 'asc' } });

  it('takes a dossier without it, then the confirmed letter after the closing, in a version that changes nothing else', async () => {
    const patient = await patientCall();
    const { dossierId, official, token } = await asked(patient);
    await must(submitDossier(lead, dossierId, 1, receive()));
    await close(patient);
    await must(openLetter(token, receive()));
    const { challenge } = await must(prepareLetter(token, left(text), receive()));
    await must(confirmLetter(token, readChallenge(challenge), codeIn(await lastMailTo(official.email)), receive()));
    await seal(dossierId);
    const [first, second, ...others] = await versionsOf(dossierId);
    expect(others).toEqual([]);
    const [before, after] = [first?.snapshot, second?.snapshot] as { answers: Record<string, object>; files: object[] }[];
    expect(after?.files).toHaveLength(1);
    expect({ ...after?.answers, lettre: null }).toEqual({ ...before?.answers, lettre: null });
    const dossier = await prisma().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    expect(dossier).toMatchObject({ status: 'submitted', submittedVersion: 2, submittedAt: first?.receivedAt });
    const administrator = await givenPerson('administrator');
    await must(decideEligibility(administrator, dossierId, { verdict: 'eligible', reason: 'Article 3.1.' }, receive()));
    await must(decideAdmissibility(administrator, dossierId, { verdict: 'admissible', reason: 'Complet.' }, receive()));
  });

  it('freezes no text beyond its limit, and says who attached it', async () => {
    const patient = await patientCall();
    const dossierId = await givenDossier(lead, patient);
    await must(submitDossier(lead, dossierId, 1, receive()));
    await close(patient);
    const attach = async (by: Actor, name: string) =>
      attachFile(by, dossierId, letterPlace, await givenPdf(), receive(), { answers: { 'elu-nom': name } });
    expect(await attach(lead, 'N'.repeat(301))).toMatchObject({ refusal: 'invalid', problems: { 'elu-nom': expect.any(String) } });
    expect(await attach({ ...lead, name: ' ' }, 'Dominique Lanier')).toMatchObject({ refusal: 'nameMissing' });
    expect(await versionsOf(dossierId)).toHaveLength(1);
    expect(await prisma().storedFile.count({ where: { dossierId } })).toBe(0);
    await must(attach(lead, 'Dominique Lanier'));
  });

  it('asked for as a correction, it is deposited with the others; confirmed by its link, it answers a request for nothing else', async () => {
    const patient = await patientCall();
    const [uploaded, confirmed] = [await asked(patient), await asked(patient)];
    for (const { dossierId } of [uploaded, confirmed]) await must(submitDossier(lead, dossierId, 1, receive()));
    await close(patient);
    const reviewer = await givenPerson('reviewer');
    const dueDay = parisDay(new Date(Date.now() + 5 * DAY_MS));
    const points = [{ section: 'lettre', text: 'Joignez la lettre.' }];
    for (const { dossierId } of [uploaded, confirmed]) await must(askCorrections(reviewer, dossierId, { points, dueDay }, receive()));

    await must(attachFile(lead, uploaded.dossierId, letterPlace, await givenPdf(), receive(), { seen: '' }));
    expect(await versionsOf(uploaded.dossierId)).toHaveLength(1);
    await must(submitCorrection(lead, uploaded.dossierId, 2, receive()));

    const { challenge } = await must(prepareLetter(confirmed.token, left(text), receive()));
    const code = codeIn(await lastMailTo(confirmed.official.email));
    await must(confirmLetter(confirmed.token, readChallenge(challenge), code, receive()));
    await seal(confirmed.dossierId);
    for (const { dossierId } of [uploaded, confirmed]) {
      expect(await prisma().correctionRequest.findMany({ where: { dossierId } })).toMatchObject([{ answeredVersion: 2 }]);
      expect(await versionsOf(dossierId)).toHaveLength(2);
    }
  });

  it('takes an upload once, with who signed; another is refused, and so is any after the date of the letter', async () => {
    const patient = await patientCall();
    const dossierId = await givenDossier(lead, patient);
    await must(submitDossier(lead, dossierId, 1, receive()));
    const late = await givenDossier(lead, patient);
    await must(submitDossier(lead, late, 1, receive()));
    await close(patient);
    const administrator = await givenPerson('administrator');
    await must(decideEligibility(administrator, dossierId, { verdict: 'eligible', reason: 'Article 3.1.' }, receive()));
    const admit = () => decideAdmissibility(administrator, dossierId, { verdict: 'admissible', reason: 'Complet.' }, receive());
    expect(await admit(), 'awaited: neither there nor missing').toMatchObject({ refusal: 'blockingPoints' });
    const beside = { 'elu-nom': 'Dominique Lanier', 'elu-mandat': 'Maire', intrus: 'x' };
    const pdfs = await Promise.all([givenPdf('Une'), givenPdf('Deux')]);
    const attached = await Promise.all(pdfs.map((pdf) => attachFile(lead, dossierId, letterPlace, pdf, receive(), { answers: beside })));
    expect(attached.filter(({ ok }) => ok)).toHaveLength(1);
    const [, second, ...others] = await versionsOf(dossierId);
    expect(others).toEqual([]);
    const answers = (second?.snapshot as { answers?: Record<string, object> } | undefined)?.answers ?? {};
    expect(answers.lettre).toMatchObject({ 'elu-nom': 'Dominique Lanier', 'elu-mandat': 'Maire' });
    expect(answers.lettre).not.toHaveProperty('intrus');
    await must(admit());
    const stranger = await givenPerson();
    expect(await attachFile(stranger, late, letterPlace, await givenPdf(), receive())).toMatchObject({ refusal: 'notFound' });
    expect(await attachFile(lead, late, { sectionCode: 'lettre', questionCode: 'autre' }, await givenPdf(), receive())).toMatchObject({
      ok: false,
    });

    const past = await givenOpenCall();
    const without = await givenDossier(lead, past);
    expect(await submitDossier(lead, without, 1, receive())).toMatchObject({ refusal: 'incomplete' });
  });
});
