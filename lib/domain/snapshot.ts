import type { DepositChannel } from './assisted-deposit.ts';
import type { DossierAnswers } from './form.ts';
import type { Identity } from './identity.ts';
import type { OrganisationIdentifier } from './organisation-identifier.ts';

/** A submitted version of a dossier, exactly as it is frozen and hashed. Plain data: it can be read without this code. */
export type Snapshot = {
  format: 'tani-dossier/1';
  callCode: string;
  callFingerprint: string;
  dossierId: string;
  number: string;
  version: number;
  /** When the request reached the service, database clock, ISO 8601 in UTC. */
  receivedAt: string;
  submittedBy: { name: string; email: string };
  /** When the Mission entered what it had received by mail or on paper: `receivedAt` is then when that arrived. */
  assisted?: {
    channel: DepositChannel;
    reference: string;
    depositedAt: string;
    original: { fileId: string; name: string; bytes: number; sha256: string };
  };
  identity: SnapshotIdentity;
  categoryCode: string | null;
  answers: DossierAnswers;
  files: { fileId: string; name: string; bytes: number; sha256: string; pages: number; questionCode: string }[];
  /** The version that this one only completes with the support letter, and when it was received. */
  completes?: { version: number; receivedAt: string };
};

/** Versions submitted before other registers were known have a SIREN alone; `siren` stays, '' for a structure without. */
export type SnapshotIdentity = Omit<Identity, 'identifier'> & { siren: string; identifier?: OrganisationIdentifier };

/** Who applies, as a version keeps it. */
export function snapshotIdentity(identity: Identity): SnapshotIdentity {
  return { ...identity, siren: identity.identifier.scheme === 'siren' ? identity.identifier.value : '' };
}

/** The number of the structure in a version, whenever it was submitted. */
export function submittedIdentifier({ siren, identifier }: Pick<SnapshotIdentity, 'siren' | 'identifier'>): OrganisationIdentifier {
  return identifier ?? { scheme: 'siren', value: siren };
}

/**
 * One text for one value, whatever the order in which its keys were written: keys sorted, no spaces. This is what
 * fingerprints are computed on. Undefined members are left out, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** True when both say the same to a reader: a page that was opened and left empty says nothing. */
export function sameAnswers(one: DossierAnswers, other: DossierAnswers): boolean {
  return canonicalJson(saidIn(one)) === canonicalJson(saidIn(other));
}

/** A value without what is empty in it, at every depth; undefined when nothing is left. */
function saidIn(value: unknown): unknown {
  if (value === '' || value === null) return undefined;
  if (typeof value !== 'object') return value;
  const members = Object.entries(value).flatMap(([key, member]) => {
    const said = saidIn(member);
    return said === undefined ? [] : [[key, said] as const];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}
