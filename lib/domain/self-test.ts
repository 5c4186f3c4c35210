import { type CallDefinition, type Category, type Criterion, categoryOf, organisationKindOf, type Section } from './call.ts';
import { type EligibilityProposal, proposeEligibility } from './eligibility.ts';
import { lowerFirst } from './text.ts';

/** Something the form asks for that takes time to obtain: a piece to join, or a person who must be known before the charter. */
export type ThingToObtain = { code: string; title: string; need: 'beforeDeposit' | 'beforeCharter'; why: string };

/** What a reader answered, as far as the call knows of it. Nobody's name is asked, nothing is kept. */
export type SelfTestAnswers = {
  kind: string | null;
  category: string | null;
  criteria: string[];
  /** « Aucun, ou je ne sais pas » was ticked, and no criterion: it is an answer, where nothing ticked is none. */
  noCriterion: boolean;
  obtained: Record<string, boolean>;
};

export type SelfTestResult = {
  /** The first obstacle, the gravest first. Indicative: the Mission decides. */
  verdict: 'ineligible' | 'criteriaUnanswered' | 'tooFewCriteria' | 'toJudge' | 'favourable';
  kindLabel: string;
  eligibility: EligibilityProposal;
  category: Category;
  met: Criterion[];
  /** Not ticked: whether that means anything depends on `criteriaAnswered`. */
  unmet: Criterion[];
  criteriaAnswered: boolean;
  obtained: ThingToObtain[];
  toObtain: ThingToObtain[];
  /** Of which nothing was said: neither obtained nor to obtain. */
  unanswered: ThingToObtain[];
};

/** Field names of the form, which are those of its address. */
export const selfTestFields = { kind: 'nature', category: 'situation', criteria: 'critere', obtained: 'piece-' } as const;
/** Among the criteria ticked, that there is none. */
export const noCriterion = 'aucun';

/**
 * Reads the answers of an address; whatever the call does not know is left out, so an old or a forged address never fails.
 * @param valuesOf every value given under a name.
 */
export function readSelfTest(definition: CallDefinition, valuesOf: (name: string) => readonly string[]): SelfTestAnswers {
  const kind = valuesOf(selfTestFields.kind).find((code) => organisationKindOf(definition, code) !== null) ?? null;
  const category = categoryOf(definition, valuesOf(selfTestFields.category)[0]);
  const ticked = new Set(valuesOf(selfTestFields.criteria));
  const criteria = (category?.criteria ?? []).map(({ code }) => code).filter((code) => ticked.has(code));
  return {
    kind,
    category: category?.code ?? null,
    criteria,
    noCriterion: criteria.length === 0 && ticked.has(noCriterion),
    obtained: Object.fromEntries(
      thingsToObtain(definition).flatMap(({ code }) => {
        const answer = valuesOf(`${selfTestFields.obtained}${code}`)[0];
        return answer === 'oui' || answer === 'non' ? [[code, answer === 'oui'] as const] : [];
      }),
    ),
  };
}

/** The same answers as names and values of an address, all of them or some. */
export function selfTestPairs(
  { kind, category, criteria, noCriterion: none, obtained }: SelfTestAnswers,
  wanted: readonly (keyof typeof selfTestFields)[] = ['kind', 'category', 'criteria', 'obtained'],
): [name: string, value: string][] {
  const pairs: Record<keyof typeof selfTestFields, [string, string][]> = {
    kind: kind ? [[selfTestFields.kind, kind]] : [],
    category: category ? [[selfTestFields.category, category]] : [],
    criteria: (none ? [noCriterion] : criteria).map((code) => [selfTestFields.criteria, code]),
    obtained: Object.entries(obtained).map(([code, has]) => [`${selfTestFields.obtained}${code}`, has ? 'oui' : 'non']),
  };
  return wanted.flatMap((name) => pairs[name]);
}

/**
 * What these answers lead to; null while the structure or its situation is not told. Call, 3.1 (who may apply), 3.2 (« au
 * moins 2 des 5 critères », « les critères de sélection seront les suivants ») and 3.3 (elected official, referent).
 */
export function selfTestResult(definition: CallDefinition, answers: SelfTestAnswers): SelfTestResult | null {
  const kind = organisationKindOf(definition, answers.kind);
  const category = categoryOf(definition, answers.category);
  if (!kind || !category) return null;
  const eligibility = proposeEligibility(definition, kind.code);
  const met = category.criteria.filter(({ code }) => answers.criteria.includes(code));
  const criteriaAnswered = met.length > 0 || answers.noCriterion;
  const thingsAnswered = (answer: boolean | undefined) =>
    thingsToObtain(definition).filter(({ code }) => answers.obtained[code] === answer);
  return {
    verdict: verdict(eligibility, criteriaAnswered, met.length >= category.minimumCriteria),
    kindLabel: kind.label,
    eligibility,
    category,
    met,
    unmet: category.criteria.filter((criterion) => !met.includes(criterion)),
    criteriaAnswered,
    obtained: thingsAnswered(true),
    toObtain: thingsAnswered(false),
    unanswered: thingsAnswered(undefined),
  };
}

/** The pages of the form that ask for a piece to join before the deposit, or for what the charter will need. */
export function thingsToObtain(definition: CallDefinition): ThingToObtain[] {
  return definition.sections.flatMap((section) => {
    const need = needOf(section);
    return need ? [{ code: section.code, title: section.readerTitle ?? section.title, need, why: section.intro[0] ?? '' }] : [];
  });
}

/** « Avez-vous déjà votre interlocuteur référent ? », from the title of any page of the form, with or without its article. */
export function alreadyQuestion(title: string): string {
  const [, article = '', rest = ''] = /^((?:les?|la|une?|des|votre|vos)\s+|l[’'])?(.*)$/is.exec(title) ?? [];
  const several = /^(?:les|des|vos)\s/i.test(article);
  // An acronym keeps its capitals.
  const thing = /^\p{Lu}\p{Lu}/u.test(rest) ? rest : lowerFirst(rest);
  return `Avez-vous déjà ${several ? 'vos' : 'votre'} ${thing}\u00a0?`;
}

function needOf({ questions }: Section): ThingToObtain['need'] | null {
  if (questions.some(({ kind, need }) => kind === 'file' && need === 'blocking')) return 'beforeDeposit';
  return questions.some(({ need }) => need === 'beforeCharter') ? 'beforeCharter' : null;
}

function verdict({ proposal }: EligibilityProposal, criteriaAnswered: boolean, enoughCriteria: boolean): SelfTestResult['verdict'] {
  if (proposal === 'ineligible') return 'ineligible';
  if (!criteriaAnswered) return 'criteriaUnanswered';
  if (!enoughCriteria) return 'tooFewCriteria';
  return proposal === 'toJudge' ? 'toJudge' : 'favourable';
}
