import { type CallDefinition, organisationKindOf } from '../call.ts';
import type { Identity } from '../identity.ts';
import { displaySiren } from '../siren.ts';
import { foldText, frenchNumber } from '../text.ts';
import type { RegistryStructure } from './structure.ts';

/** One thing the dossier declares and the registry knows. A difference is to be looked at, never a fault. */
export type ComparedFact = { label: string; declared: string; registered: string; agrees: boolean };

/** Populations are declared « même approchée », and censuses differ by the year: a tenth apart is the same. */
const POPULATION_TOLERANCE = 0.1;

/** What is declared beside what the registry says, for what the registry knows. */
export function compareWithRegistry(definition: CallDefinition, identity: Identity, structure: RegistryStructure): ComparedFact[] {
  const facts: ComparedFact[] = [
    {
      label: 'Nom',
      declared: identity.organisationName,
      registered: structure.name,
      agrees: folded(identity.organisationName) === folded(structure.name),
    },
  ];
  if (structure.siren) {
    const { scheme, value } = identity.identifier;
    const declared = scheme === 'siren' ? displaySiren(value) : 'aucun';
    facts.push({
      label: 'SIREN',
      declared,
      registered: displaySiren(structure.siren),
      agrees: scheme === 'siren' && value === structure.siren,
    });
  }
  const kind = organisationKindOf(definition, structure.organisationKind);
  if (kind) {
    const declared = organisationKindOf(definition, identity.organisationKind)?.label ?? 'non indiquée';
    facts.push({ label: 'Nature', declared, registered: kind.label, agrees: kind.code === identity.organisationKind });
  }
  if (structure.population !== null) {
    const declared = identity.population === null ? 'non indiquée' : frenchNumber(identity.population);
    const agrees = isNear(identity.population, structure.population);
    facts.push({ label: 'Population', declared, registered: frenchNumber(structure.population), agrees });
  }
  return facts;
}

function isNear(declared: number | null, registered: number): boolean {
  return declared !== null && Math.abs(declared - registered) <= registered * POPULATION_TOLERANCE;
}

function folded(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
