import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';
import { demonstrationCall } from '../../lib/calls/demonstration/call.ts';
import type { Actor, MissionRole } from '../../lib/domain/actor.ts';
import type { CallDefinition } from '../../lib/domain/call.ts';
import type { SectionAnswers } from '../../lib/domain/form.ts';
import type { ReceivedPdf } from '../../lib/exchange/uploaded-pdf.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { sha256 } from '../../lib/infra/sha256.ts';
import { publishCall } from '../../lib/operations/call.ts';
import { createDossier, saveSection } from '../../lib/operations/dossier.ts';
import { decideAdmissibility, decideEligibility } from '../../lib/operations/examination.ts';
import { attachFile } from '../../lib/operations/file.ts';
import { createPersona } from '../../lib/operations/persona.ts';
import { receive } from '../../lib/operations/reception.ts';
import type { Result } from '../../lib/operations/result.ts';
import { submitDossier } from '../../lib/operations/submission.ts';
import { answersOf } from '../../prisma/demonstration/answers.ts';
import { territories } from '../../prisma/demonstration/territories.ts';

const DAY_MS = 86_400_000;
const complete = answersOf(territories.find(({ category, met }) => category === 'travaux-engages' && met === 3) ?? fail());
let counter = 0;

/** A person without any role, or with these, for every call. */
export async function givenPerson(...roles: MissionRole[]): Promise<Actor> {
  counter += 1;
  const email = `person-${counter}@test.example`;
  const name = `Personne ${counter}`;
  const userId = await createPersona({ email, name, description: '', roles });
  return { userId, email, name, grants: roles.map((role) => ({ role, callId: null })) };
}

/** A call whose deposit is open. */
export async function givenOpenCall(change: Partial<CallDefinition> = {}): Promise<string> {
  counter += 1;
  const now = Date.now();
  const definition = demonstrationCall({
    code: `call-${counter}`,
    promotion: 9,
    labelYear: 2030,
    opensAt: new Date(now - DAY_MS),
    closesAt: new Date(now + DAY_MS),
  });
  return publishCall({ ...definition, ...change });
}

/** Moves the closing of a call, as an incident or the passing of time would. */
export async function closeAt(callId: string, closesAt: Date): Promise<void> {
  await prisma().call.update({ where: { id: callId }, data: { closesAt } });
}

/** Longer than what a reception may be dated too early on a busy machine. */
const CLOCKS_AGREE_MS = 60;

/** Closes the deposit of a call, and returns once nothing that arrives can be in time. */
export async function close(callId: string): Promise<void> {
  await closeAt(callId, new Date());
  await setTimeout(CLOCKS_AGREE_MS);
}

/** A SIREN nobody used yet in this test file, with a right key. */
export function freshSiren(): string {
  counter += 1;
  const base = `88${String(counter).padStart(6, '0')}`;
  for (let key = 0; key < 10; key += 1) if (luhn(`${base}${key}`)) return `${base}${key}`;
  throw new Error('every base has a key');
}

/** The dossier of a fresh structure, with these pages saved. */
export async function givenDossier(lead: Actor, callId: string, answers: Record<string, SectionAnswers> = {}): Promise<string> {
  const pages = { ...complete, ...answers };
  const structure = { ...pages.structure, siren: freshSiren() };
  const { dossierId } = await must(createDossier(lead, callId, structure, receive()));
  for (const [code, page] of Object.entries(pages)) {
    if (code !== 'structure') await must(saveSection(lead, dossierId, code, page, 0, receive()));
  }
  return dossierId;
}

/** A PDF of one page, on the disk as a received upload is. */
export async function givenPdf(text = 'Lettre de soutien'): Promise<ReceivedPdf> {
  const document = await PDFDocument.create();
  document.addPage([300, 400]).drawText(text, { x: 20, y: 350, size: 12 });
  const content = await document.save();
  const file = path.join(tmpdir(), `${randomUUID()}.pdf`);
  await writeFile(file, content);
  return { path: file, name: 'lettre.pdf', bytes: content.length, sha256: sha256(content), pages: 1, signatures: [] };
}

export const letterPlace = { sectionCode: 'lettre', questionCode: 'lettre-elu' };

/** A complete dossier, its letter attached, submitted once. */
export async function givenSubmittedDossier(lead: Actor, callId: string, answers: Record<string, SectionAnswers> = {}): Promise<string> {
  const dossierId = await givenDossier(lead, callId, answers);
  await must(attachFile(lead, dossierId, letterPlace, await givenPdf(), receive()));
  await must(submitDossier(lead, dossierId, 1, receive()));
  return dossierId;
}

/** Eligible and admissible, by the given examiner. The deposit must be closed. */
export async function admit(examiner: Actor, ...dossierIds: string[]): Promise<void> {
  for (const dossierId of dossierIds) {
    await must(decideEligibility(examiner, dossierId, { verdict: 'eligible', reason: 'Article 3.1.' }, receive()));
    await must(decideAdmissibility(examiner, dossierId, { verdict: 'admissible', reason: 'Complet.' }, receive()));
  }
}

/** The value of an act that is expected to succeed; its refusal, said aloud, otherwise. */
export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result;
  if (answer.ok) return answer.value;
  throw new Error(`${answer.refusal}: ${answer.sentence} ${JSON.stringify(answer.problems ?? {})}`);
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, rank) => {
    const value = Number(digit) * (rank % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function fail(): never {
  throw new Error('the demonstration has such a territory');
}
