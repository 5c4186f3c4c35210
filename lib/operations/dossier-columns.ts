import { identitySection, sectionOf } from '../domain/call.ts';
import { type DossierAnswers, textAnswerOfKind } from '../domain/form.ts';
import { type Identity, identityOf, identityProblems, searchableText } from '../domain/identity.ts';
import type { OrganisationIdentifier } from '../domain/organisation-identifier.ts';
import { Prisma } from '../infra/prisma.ts';
import type { DossierSituation } from '../queries/situation.ts';

/**
 * The columns of a dossier that repeat its answers, ready for an UPDATE: each part begins with a comma. They follow every
 * save of a draft; once a dossier is submitted they follow what is submitted, for lists and seats look at nothing else.
 * @param answers the pages that changed; what the others say stays.
 */
export function repeatedColumns(
  { dossier, call }: DossierSituation,
  answers: DossierAnswers,
  number: string | null = dossier.number,
): Prisma.Sql {
  const asksCategory = (code: string) => sectionOf(call.definition, code)?.questions.some(({ kind }) => kind === 'category');
  const category = Object.keys(answers).some(asksCategory)
    ? categoryColumn(dossier.id, chosenCode(call.definition, answers))
    : Prisma.empty;
  if (!answers[identitySection]) return category;
  const identity = identityOf(answers);
  // A wrong number or an emptied name stays in the form with its message; lists keep the last good one.
  const good = { ...identity, ...(Object.keys(identityProblems(call.definition, answers)).length > 0 && identityKept(dossier)) };
  const columns = identityColumns(good, number);
  return Prisma.sql`${category}, identifier_scheme = ${columns.identifierScheme}::identifier_scheme, identifier = ${columns.identifier},
    organisation_kind = ${columns.organisationKind}, organisation_name = ${columns.organisationName}, territory_name = ${columns.territoryName}, population = ${columns.population}, search_text = ${columns.searchText}`;
}

/** The columns that say who applies, for a dossier being created. */
export function identityColumns(identity: Identity, number: string | null) {
  const { identifier, ...columns } = identity;
  return { ...columns, ...identifierColumns(identifier), searchText: searchableText(identity, number) };
}

/** The columns that tell one structure from another within a call. */
export function identifierColumns({ scheme, value }: OrganisationIdentifier) {
  return { identifierScheme: scheme, identifier: value };
}

/** The code of the category these answers choose; null when they choose none. */
export function chosenCode(definition: DossierSituation['call']['definition'], answers: DossierAnswers): string | null {
  return textAnswerOfKind(definition, answers, 'category') || null;
}

/** A category the Mission has fixed holds whatever the candidate chooses. */
function categoryColumn(dossierId: string, chosen: string | null): Prisma.Sql {
  return Prisma.sql`, category_code = COALESCE((SELECT fixed_code FROM category_changes WHERE dossier_id = ${dossierId}::uuid), ${chosen}::text)`;
}

function identityKept(dossier: DossierSituation['dossier']): Identity {
  const { identifierScheme, identifier, organisationKind, organisationName, territoryName, population } = dossier;
  return { identifier: { scheme: identifierScheme, value: identifier }, organisationKind, organisationName, territoryName, population };
}
