import { channelWords } from '../domain/assisted-deposit.ts';
import { type Call, categoryOf } from '../domain/call.ts';
import { blockingGaps, type Gap } from '../domain/completeness.ts';
import { frenchClosing } from '../domain/dates.ts';
import { authorisationSentence, type LateAuthorisation } from '../domain/extension.ts';
import { recapOf } from '../domain/form.ts';
import { letterPlaceOf, letterUntil } from '../domain/letter-place.ts';
import { receiptMentions } from '../domain/receipt-mentions.ts';
import { type Snapshot, submittedIdentifier } from '../domain/snapshot.ts';
import type { OrderedPaper } from './document.ts';

/** Beside the plain case: what happens next when it is something else, and what let the version be received after everybody’s closing. */
export type ReceiptCase = { nextSteps?: string[]; authorisation?: LateAuthorisation | null };

/** The acknowledgement of receipt of a submitted version, with what happens next. */
export function receiptPaper(
  call: Call,
  snapshot: Snapshot,
  fingerprint: string,
  { nextSteps = stepsAfterDeposit(call), authorisation }: ReceiptCase = {},
): OrderedPaper {
  const { definition } = call;
  const gaps = blockingGaps(definition, snapshot.answers);
  const gapsOfPart = (code: string) => gaps.filter(({ partCode }) => partCode === code);
  return {
    kind: 'receipt',
    data: {
      ...common(call, snapshot),
      template: 'receipt-2',
      submittedBy: snapshot.submittedBy,
      snapshotSha256: fingerprint,
      definitionSha256: snapshot.callFingerprint,
      parts: definition.parts.map(({ code, label }) => ({ label, ...partState(call, gapsOfPart(code)) })),
      ...receiptMentions(definition, new Date(snapshot.receivedAt), call.closesAt),
      assisted: assistedMention(snapshot),
      closesAt: call.closesAt.toISOString(),
      ...(authorisation && { authorisation: authorisationSentence(authorisation) }),
      nextSteps,
    },
  };
}

function assistedMention({ assisted, submittedBy }: Snapshot) {
  if (!assisted) return null;
  const { channel, reference, depositedAt } = assisted;
  return { channel: channelWords[channel], reference, depositedAt, enteredBy: submittedBy.name };
}

function stepsAfterDeposit({ closesAt }: Call): string[] {
  return [
    `Vous pouvez modifier le dossier et le déposer à nouveau ${frenchClosing(closesAt)}\u00a0: la dernière version déposée compte.`,
    'Après la clôture, la Mission vérifie que le dossier est éligible et recevable, puis au moins deux personnes l’évaluent séparément.',
    'La décision vous sera notifiée par courriel et dans votre espace, avec ses raisons.',
  ];
}

/** Whether a part is there; the letter that may follow is neither there nor missing. */
function partState(call: Call, gaps: Gap[]): { state: 'complete' | 'missing' } | { state: 'awaited'; until: string } {
  if (gaps.length === 0) return { state: 'complete' };
  const letter = letterPlaceOf(call.definition)?.questionCode;
  const until = letterUntil(call);
  const onlyLetter = gaps.every(({ questionCode }) => questionCode === letter);
  return until && onlyLetter ? { state: 'awaited', until: frenchClosing(until) } : { state: 'missing' };
}

/** The whole submitted version, to be read and kept on paper. */
export function dossierPaper(call: Call, snapshot: Snapshot, fingerprint: string): OrderedPaper {
  const sections = recapOf(call.definition, snapshot.answers).map(({ title, questions }) => ({
    title,
    questions: questions.map(({ label, lines }) => ({ label, lines })),
  }));
  const { population } = snapshot.identity;
  return { kind: 'dossier', data: { ...common(call, snapshot), template: 'dossier-1', population, snapshotSha256: fingerprint, sections } };
}

function common({ definition }: Call, snapshot: Snapshot) {
  const { number, version, receivedAt, identity, files } = snapshot;
  const labels = new Map(definition.sections.flatMap((s) => s.questions.map((q) => [q.code, q.label] as const)));
  return {
    fictitious: definition.fictitious,
    service: definition.contact.service,
    callTitle: definition.shortTitle,
    number,
    version,
    organisationName: identity.organisationName,
    territoryName: identity.territoryName,
    identifier: submittedIdentifier(identity),
    categoryLabel: categoryOf(definition, snapshot.categoryCode)?.label ?? null,
    receivedAt,
    pieces: files.map(({ name, bytes, pages, sha256, questionCode }) => ({
      label: labels.get(questionCode) ?? '',
      name,
      bytes,
      pages,
      sha256,
    })),
  };
}
