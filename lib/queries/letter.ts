import 'server-only';
import { nameAndAddress } from '../domain/actor.ts';
import type { LetterState, Official } from '../domain/letter.ts';
import { confirmationSentence, signatureLines } from '../domain/letter-text.ts';
import { canonicalJson } from '../domain/snapshot.ts';
import type { Reception } from '../infra/clock.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { settings } from '../infra/settings.ts';
import { sha256 } from '../infra/sha256.ts';
import { type LetterSituation, withLetterDeadline } from './letter-situation.ts';
import { dossierSituation } from './situation.ts';

/** A request as its team and whoever holds its link see it. */
export type LetterRequestView = {
  id: string;
  state: LetterState;
  official: Official;
  text: string;
  asker: string;
  sentAt: Date;
  openedAt: Date | null;
  endedAt: Date | null;
  reason: string;
  proposed: { name: string; email: string } | null;
  confirmation: { documentCode: string; confirmedAt: Date; sealed: boolean } | null;
};

/** The last request of a dossier; null when nobody was asked. Whether the reader may see it is for the caller to have asked. */
export async function lastLetterRequest(dossierId: string, transaction?: Transaction): Promise<LetterRequestView | null> {
  const row = await (transaction ?? prisma()).letterRequest.findFirst({
    where: { dossierId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { requestedBy: true, confirmation: true },
  });
  return row && viewOf(row, transaction);
}

/** How the letter in this file was confirmed by its author; null for any other file. */
export async function confirmedLetter(fileId: string): Promise<{ at: Date; email: string } | null> {
  const paper = await prisma().issuedDocument.findUnique({ where: { fileId }, select: { code: true } });
  const proof = paper && (await prisma().letterConfirmation.findUnique({ where: { documentCode: paper.code } }));
  return proof && { at: proof.confirmedAt, email: (proof.evidence as unknown as { official: Official }).official.email };
}

/** What stands for a link in the database. */
export function letterTokenHash(token: string): string {
  return sha256(`letter:${token}`);
}

export type LetterByLink = LetterSituation & { request: LetterRequestView };

/**
 * The letter a personal link leads to, with its situation for whoever holds the link; null for any other text.
 * @param options.lock inside a transaction, keeps the dossier and the request from changing until the end.
 */
export async function letterByToken(
  token: string,
  reception: Reception,
  options: { transaction?: Transaction; lock?: boolean } = {},
): Promise<LetterByLink | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const client = options.transaction ?? prisma();
  const link = await client.letterLink.findUnique({
    where: { tokenHash: letterTokenHash(token) },
    select: { requestId: true, request: { select: { dossierId: true } } },
  });
  const loaded = link && (await dossierSituation(null, link.request.dossierId, reception, options));
  if (!link || !loaded) return null;
  // Read after the wait for the dossier's row.
  const row = await client.letterRequest.findUniqueOrThrow({
    where: { id: link.requestId },
    include: { requestedBy: true, confirmation: true },
  });
  const withDeadline = await withLetterDeadline(loaded, options.transaction);
  return {
    ...withDeadline,
    situation: { ...withDeadline.situation, byLetterLink: true },
    request: await viewOf(row, options.transaction),
  };
}

/** What is on the screen of who confirms the letter: a code is good for exactly that, and its fingerprint is the evidence. */
export function whatIsShown({ request, dossier, call }: LetterByLink) {
  const { definition, fingerprint } = call;
  const { name, ...held } = request.official;
  return {
    organisationName: dossier.organisationName,
    territoryName: dossier.territoryName,
    callTitle: definition.title,
    callFingerprint: fingerprint,
    asker: request.asker,
    official: { name, ...held, signature: signatureLines(request.official) },
    text: request.text,
    sentence: confirmationSentence(dossier.organisationName),
  };
}

/** The fingerprint of what is shown. */
export function shownSha256(letter: LetterByLink): string {
  return sha256(canonicalJson(whatIsShown(letter)));
}

/**
 * The letter as its official sees it. `awaitsCode`: a code that is still good for what is shown was asked for from this browser.
 * @param kept what the browser kept when it asked for the code.
 */
export async function letterForOfficial(
  token: string,
  reception: Reception,
  kept: string | undefined,
): Promise<(LetterByLink & { awaitsCode: boolean }) | null> {
  const letter = await letterByToken(token, reception);
  return letter && { ...letter, awaitsCode: await isStanding(letter, readChallenge(kept)) };
}

async function isStanding(letter: LetterByLink, challenge: LetterChallenge | null): Promise<boolean> {
  if (!challenge) return false;
  const [code] = await prisma().$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT id FROM letter_codes WHERE id = ${challenge.id}::uuid AND request_id = ${letter.request.id}::uuid
      AND shown_sha256 = ${shownSha256(letter)} AND consumed_at IS NULL AND expires_at > clock_timestamp()`);
  return code !== undefined;
}

/** What the browser that asked for a code keeps: which code, and a secret of its own. */
export type LetterChallenge = { id: string; secret: string };

/** Reads what a browser kept; null for anything else. */
export function readChallenge(kept: string | undefined): LetterChallenge | null {
  const [, id, secret] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/.exec(kept ?? '') ?? [];
  return id && secret ? { id, secret } : null;
}

/** What stands for a code once tied to its letter and to the browser that asked for it. */
export function letterCodeHash({ id, secret }: LetterChallenge, code: string): string {
  return sha256(`letter-code:${id}:${secret}:${code}${settings().AUTH_SECRET}`);
}

type Row = Prisma.LetterRequestGetPayload<{ include: { requestedBy: true; confirmation: true } }>;

async function viewOf(row: Row, transaction?: Transaction): Promise<LetterRequestView> {
  const { id, state, text, openedAt, endedAt, reason, createdAt, requestedBy, confirmation } = row;
  const paper =
    confirmation &&
    (await (transaction ?? prisma()).issuedDocument.findUnique({ where: { code: confirmation.documentCode }, select: { state: true } }));
  return {
    id,
    state,
    official: officialOf(row),
    text,
    asker: nameAndAddress(requestedBy),
    sentAt: createdAt,
    openedAt,
    endedAt,
    reason,
    proposed: row.proposedEmail ? { name: row.proposedName, email: row.proposedEmail } : null,
    confirmation: confirmation && {
      documentCode: confirmation.documentCode,
      confirmedAt: confirmation.confirmedAt,
      sealed: paper?.state === 'ready',
    },
  };
}

/** Who is asked to sign, from the columns of a request. */
export function officialOf(row: {
  officialName: string;
  officialFunction: string;
  officialStructure: string;
  officialMandate: string;
  officialEmail: string;
}): Official {
  return {
    name: row.officialName,
    function: row.officialFunction,
    structure: row.officialStructure,
    mandate: row.officialMandate,
    email: row.officialEmail,
  };
}
