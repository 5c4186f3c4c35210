import 'server-only';
import type { Signatory } from '../domain/charter.ts';
import type { CharterVersion } from '../domain/charter-version.ts';
import { readVerificationCode } from '../domain/verification-code.ts';
import { prisma } from '../infra/prisma.ts';

type SealFactsKept = { signer: string; issuer: string; qualified: boolean; demonstration: boolean; level: string };

/** What anyone who holds the code of a document may know of it. */
export type PublicPaper = {
  code: string;
  title: string;
  kind: 'receipt' | 'dossier' | 'charter' | 'letter';
  /** A receipt or a dossier of a version submitted again since. */
  replaced: boolean;
  fictitious: boolean;
  ready: boolean;
  sha256: string | null;
  readyAt: Date | null;
  seal: SealFactsKept | null;
  /** For a receipt or a dossier: what was received, whose and when; nobody's name or address. */
  deposit: { callTitle: string; number: string; version: number; organisationName: string; receivedAt: Date } | null;
  /** For a support letter: which candidature it supports, and since when; of who signs, nothing but the title. */
  letter: { callTitle: string; organisationName: string; confirmedAt: Date } | null;
  /** Only for a charter: a public act, to be signed by elected officials in their mandate. */
  charter: {
    organisationName: string;
    territoryName: string;
    signatories: Signatory[];
    place: string;
    signedOn: string;
    measures: string[];
    origin: string;
  } | null;
};

type DepositData = { callTitle: string; number: string; version: number; organisationName: string; receivedAt: string };

type LetterData = { callTitle: string; organisationName: string; confirmedAt: string };

type CharterData = {
  organisationName: string;
  territoryName: string;
  signatories: Signatory[];
  place: string;
  signedOn: string;
  chosenMeasures: string[];
  version: CharterVersion;
};

/** The document of this code, or null. */
export async function publicPaper(typedCode: string): Promise<PublicPaper | null> {
  const readCode = readVerificationCode(typedCode);
  if (readCode === null) return null;
  const row = await prisma().issuedDocument.findUnique({
    where: { code: readCode },
    include: { dossier: { select: { submittedVersion: true } } },
  });
  if (!row) return null;
  const { code, title, kind, state, sha256, readyAt, data, seal, dossier } = row;
  const { fictitious = false, version } = data as { fictitious?: boolean; version?: unknown };
  return {
    code,
    title,
    kind,
    replaced: kind !== 'charter' && typeof version === 'number' && version < dossier.submittedVersion,
    fictitious,
    ready: state === 'ready',
    sha256,
    readyAt,
    seal: seal as SealFactsKept | null,
    deposit: kind === 'receipt' || kind === 'dossier' ? depositFacts(data as unknown as DepositData) : null,
    letter: kind === 'letter' ? letterFacts(data as unknown as LetterData) : null,
    charter: kind === 'charter' ? charterFacts(data as unknown as CharterData) : null,
  };
}

function depositFacts({ callTitle, number, version, organisationName, receivedAt }: DepositData): PublicPaper['deposit'] {
  return { callTitle, number, version, organisationName, receivedAt: new Date(receivedAt) };
}

function letterFacts({ callTitle, organisationName, confirmedAt }: LetterData): PublicPaper['letter'] {
  return { callTitle, organisationName, confirmedAt: new Date(confirmedAt) };
}

function charterFacts({
  organisationName,
  territoryName,
  signatories,
  place,
  signedOn,
  chosenMeasures,
  version,
}: CharterData): PublicPaper['charter'] {
  const measures = version.measures.filter((measure) => chosenMeasures.includes(measure.code)).map((measure) => measure.label);
  return { organisationName, territoryName, signatories, place, signedOn, measures, origin: version.origin };
}
