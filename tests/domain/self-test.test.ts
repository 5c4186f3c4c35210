import { describe, expect, it } from 'vitest';
import { tani2020 } from '../../lib/calls/tani-2020/call.ts';
import {
  alreadyQuestion,
  noCriterion,
  readSelfTest,
  selfTestFields,
  selfTestPairs,
  selfTestResult,
  thingsToObtain,
} from '../../lib/domain/self-test.ts';

/** Reads an address as the page does. */
const read = (query: string) => {
  const parameters = new URLSearchParams(query);
  return readSelfTest(tani2020, (name) => parameters.getAll(name));
};

/** Every subset of a list. */
function subsets<T>([first, ...others]: T[]): T[][] {
  return first === undefined ? [[]] : subsets(others).flatMap((set) => [set, [first, ...set]]);
}

describe('every combination the call allows', () => {
  const expected = { eligible: ['intercommunalite', 'departement', 'statut-particulier', 'outre-mer', 'structure-de-cooperation', 'gip'] };
  const toJudge = ['autre-participation-publique'];
  /** Written from the call: « au moins 2 des 5 critères », and all three for those who have not begun. */
  const minimum: Record<string, number> = { 'travaux-engages': 2, 'travaux-a-engager': 3 };

  it('leads to the gravest obstacle, or to none', () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const kind of tani2020.organisationKinds)
      for (const category of tani2020.categories)
        for (const criteria of [...subsets(category.criteria.map(({ code }) => code)), [noCriterion]])
          for (const letter of ['oui', 'non', ''])
            for (const referent of ['oui', 'non', '']) {
              tried += 1;
              const ticked = criteria.map((code) => `&${selfTestFields.criteria}=${code}`).join('');
              const query = `nature=${kind.code}&situation=${category.code}${ticked}&piece-lettre=${letter}&piece-referent=${referent}`;
              const result = selfTestResult(tani2020, read(query));
              const met = criteria.filter((code) => code !== noCriterion);
              const enough = met.length >= (minimum[category.code] ?? Number.POSITIVE_INFINITY);
              const few = criteria.length === 0 ? 'criteriaUnanswered' : 'tooFewCriteria';
              const eligible = expected.eligible.includes(kind.code);
              const verdict =
                !eligible && !toJudge.includes(kind.code) ? 'ineligible' : !enough ? few : eligible ? 'favourable' : 'toJudge';
              const saying = (answer: string) => [letter === answer && 'lettre', referent === answer && 'referent'].filter(Boolean).join();
              if (
                result?.verdict !== verdict ||
                result.met.length + result.unmet.length !== category.criteria.length ||
                result.met.map(({ code }) => code).join() !== met.join() ||
                result.criteriaAnswered !== criteria.length > 0 ||
                result.toObtain.map(({ code }) => code).join() !== saying('non') ||
                result.obtained.map(({ code }) => code).join() !== saying('oui') ||
                result.unanswered.map(({ code }) => code).join() !== saying('')
              )
                wrong.push(`${query}: ${result?.verdict}, not ${verdict}`);
            }
    expect(wrong).toEqual([]);
    expect(tried).toBe(10 * (33 + 9) * 9);
  });

  it('quotes the call for each kind of structure', () => {
    for (const kind of tani2020.organisationKinds) {
      const result = selfTestResult(tani2020, read(`nature=${kind.code}&situation=travaux-engages`));
      expect(result?.eligibility).toEqual({ proposal: kind.proposal, reason: kind.reason, quote: kind.quote });
    }
  });
});

describe('an incomplete, old or forged address', () => {
  it.each(['', 'nature=gip', 'situation=travaux-engages', 'nature=inconnue&situation=travaux-engages', 'nature=gip&situation=x'])(
    '« %s » leads to no result',
    (query) => {
      expect(selfTestResult(tani2020, read(query))).toBeNull();
    },
  );

  it('a criterion of the other category, an unknown one and a repeated one count for nothing', () => {
    const result = selfTestResult(
      tani2020,
      read('nature=gip&situation=travaux-engages&critere=K1&critere=C1&critere=C1&critere=constructor'),
    );
    expect(result?.met.map(({ code }) => code)).toEqual(['C1']);
    expect(result?.verdict).toBe('tooFewCriteria');
  });

  it('an answer other than oui or non is not one', () => {
    expect(read('piece-lettre=peut-etre&piece-inconnue=oui').obtained).toEqual({});
  });
});

it('« none » is an answer, unless a criterion is ticked beside it', () => {
  expect(read('nature=gip&situation=travaux-engages&critere=aucun')).toMatchObject({ criteria: [], noCriterion: true });
  expect(read('nature=gip&situation=travaux-engages&critere=aucun&critere=C1')).toMatchObject({ criteria: ['C1'], noCriterion: false });
  const none = read('nature=gip&situation=travaux-engages&critere=aucun');
  expect(read(new URLSearchParams(selfTestPairs(none)).toString())).toEqual(none);
});

it.each([
  ['Interlocuteur référent', 'votre interlocuteur référent'],
  ['Lettre de soutien d’un élu', 'votre lettre de soutien d’un élu'],
  ['La délibération', 'votre délibération'],
  ['L’accord du conseil', 'votre accord du conseil'],
  ['Les pièces du budget', 'vos pièces du budget'],
  ['Votre équipe', 'votre équipe'],
  ['Laboratoire partenaire', 'votre laboratoire partenaire'],
  ['RIB de la structure', 'votre RIB de la structure'],
])('« %s » is asked about as « %s »', (title, thing) => {
  expect(alreadyQuestion(title)).toBe(`Avez-vous déjà ${thing}\u00a0?`);
});

it('answers written in an address are read back the same', () => {
  const answers = read('nature=gip&situation=travaux-engages&critere=C2&critere=C5&piece-lettre=oui&piece-referent=non');
  expect(read(new URLSearchParams(selfTestPairs(answers)).toString())).toEqual(answers);
  expect(selfTestPairs(answers, ['kind'])).toEqual([['nature', 'gip']]);
});

it('what takes time: the elected official’s letter before the deposit, the referent before the charter', () => {
  expect(thingsToObtain(tani2020).map(({ code, need }) => [code, need])).toEqual([
    ['lettre', 'beforeDeposit'],
    ['referent', 'beforeCharter'],
  ]);
});
