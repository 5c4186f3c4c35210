import { type CallDefinition, identityQuestions, identitySection, organisationKindOf } from './call.ts';
import { type DossierAnswers, textAnswer } from './form.ts';
import { identifierProblem, type OrganisationIdentifier, readIdentifier } from './organisation-identifier.ts';
import { foldText } from './text.ts';
import { isTooLarge, readWholeNumber } from './whole-number.ts';

/** Who applies, as lists, numbers and documents show it. */
export type Identity = {
  identifier: OrganisationIdentifier;
  organisationKind: string;
  organisationName: string;
  territoryName: string;
  /** Inhabitants; null when not given. */
  population: number | null;
};

/** Who applies, read from the answers of the identity section. Not yet judged: see `identityProblems`. */
export function identityOf(answers: DossierAnswers): Identity {
  const answer = (question: string) => textAnswer(answers, identitySection, question);
  return {
    identifier: readIdentifier(answer(identityQuestions.siren), answer(identityQuestions.name)),
    organisationKind: answer(identityQuestions.organisationKind),
    organisationName: answer(identityQuestions.name),
    territoryName: answer(identityQuestions.territory),
    population: populationOf(answer(identityQuestions.population)),
  };
}

/**
 * What prevents a dossier from being created for this structure, by question code. One dossier needs a name, a kind and
 * a right SIREN, or what stands for it overseas.
 */
export function identityProblems(definition: CallDefinition, answers: DossierAnswers): Record<string, string> {
  const identity = identityOf(answers);
  const number = textAnswer(answers, identitySection, identityQuestions.siren);
  const problems: Record<string, string> = {};
  if (!identity.organisationName) problems[identityQuestions.name] = 'Indiquez le nom de la structure.';
  if (!organisationKindOf(definition, identity.organisationKind)) {
    problems[identityQuestions.organisationKind] = 'Choisissez la nature de la structure.';
  }
  const problem = number
    ? identifierProblem(number)
    : 'Indiquez le numéro SIREN de la structure\u00a0: neuf chiffres, sur ses documents officiels.';
  if (problem) problems[identityQuestions.siren] = problem;
  return problems;
}

/** The words a search looks through: name, territory, SIREN or other number, and number of the dossier, without accents or capitals. */
export function searchableText(identity: Identity, number: string | null): string {
  return foldText(
    [identity.organisationName, identity.territoryName, numberToSearch(identity.identifier), number ?? ''].filter(Boolean).join(' '),
  );
}

/** The folded name that stands for a number is among the words already. */
function numberToSearch({ scheme, value }: OrganisationIdentifier): string {
  return scheme === 'none' ? '' : value;
}

function populationOf(typed: string): number | null {
  return isTooLarge(typed) ? null : readWholeNumber(typed);
}
