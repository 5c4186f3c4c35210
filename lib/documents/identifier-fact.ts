import { displayIdentifier, identifierLabel, type OrganisationIdentifier } from '../domain/organisation-identifier.ts';

/** The line of a paper that identifies the structure, with the name of its register; also for papers that hold a SIREN alone. */
export function identifierFact(paper: { identifier?: OrganisationIdentifier; siren?: string }): [label: string, value: string] {
  const identifier = paper.identifier ?? { scheme: 'siren' as const, value: paper.siren ?? '' };
  return [identifierLabel(identifier), displayIdentifier(identifier)];
}
