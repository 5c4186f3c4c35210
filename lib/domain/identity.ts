import { type CallDefinition, identityQuestions, identitySection, organisationKindOf } from './call.ts';
import { type DossierAnswers, textAnswer } from './form.ts';
import { isValidSiren, normaliseSiren } from './siren.ts';
import { foldText } from './text.ts';
import { isTooLarge, readWholeNumber } from './whole-number.ts';

/** Who applies, as lists, numbers and documents show it. */
export type Identity = {
  siren: string;
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
    siren: normaliseSiren(answer(identityQuestions.siren)),
    organisationKind: answer(identityQuestions.organisationKind),
    organisationName: answer(identityQuestions.name),
    territoryName: answer(identityQuestions.territory),
    population: populationOf(answer(identityQuestions.population)),
  };
}

/** What prevents a dossier from being created for this structure, by question code. One dossier needs a name, a kind and a right SIREN. */
export function identityProblems(definition: CallDefinition, identity: Identity): Record<string, string> {
  const problems: Record<string, string> = {};
  if (!identity.organisationName) problems[identityQuestions.name] = 'Indiquez le nom de votre structure.';
  if (!organisationKindOf(definition, identity.organisationKind)) {
    problems[identityQuestions.organisationKind] = 'Choisissez la nature de votre structure.';
  }
  if (!identity.siren) {
    problems[identityQuestions.siren] = 'Indiquez le numéro SIREN de votre structure : neuf chiffres, sur ses documents officiels.';
  } else if (!isValidSiren(identity.siren)) {
    problems[identityQuestions.siren] =
      'Ce numéro SIREN n’est pas valide. Il compte neuf chiffres : vérifiez-les sur un document officiel de votre structure.';
  }
  return problems;
}

/** The words a search looks through: name, territory, SIREN and number, without accents or capitals. */
export function searchableText(identity: Identity, number: string | null): string {
  return foldText([identity.organisationName, identity.territoryName, identity.siren, number ?? ''].join(' '));
}

function populationOf(typed: string): number | null {
  return isTooLarge(typed) ? null : readWholeNumber(typed);
}
