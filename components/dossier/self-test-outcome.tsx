import type { Route } from 'next';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { CallDefinition, Criterion } from '#lib/domain/call.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import { type SelfTestAnswers, type SelfTestResult, selfTestPairs, type ThingToObtain } from '#lib/domain/self-test.ts';
import { plural, withFrenchSpaces } from '#lib/domain/text.ts';
import { criteriaAsked } from './self-test-form.tsx';

type Props = { page: string; result: SelfTestResult; answers: SelfTestAnswers; definition: CallDefinition; open: boolean };

const headlines: Record<SelfTestResult['verdict'], { severity: 'success' | 'info' | 'warning'; title: string }> = {
  favourable: { severity: 'success', title: 'D’après vos réponses, votre structure peut candidater et remplit assez de critères' },
  criteriaUnanswered: { severity: 'info', title: 'Il reste à dire quels critères votre territoire remplit' },
  toJudge: { severity: 'info', title: 'D’après vos réponses, la Mission devra vérifier que votre structure peut candidater' },
  tooFewCriteria: { severity: 'warning', title: 'D’après vos réponses, il vous manque des critères pour être lauréat' },
  ineligible: { severity: 'warning', title: 'D’après le texte de l’appel, votre structure ne peut pas porter le dossier elle-même' },
};

/** Whoever ticks no criterion may not know of them: they lack some, or have to look. */
const unsureTitle = 'D’après vos réponses, il vous manque des critères, ou il vous reste à vérifier lesquels vous remplissez';

/** What the answers lead to, in the words of the call, and what is left to prepare. Made to be printed or kept by its address. */
export function SelfTestOutcome({ page, result, answers, definition, open }: Props) {
  const { verdict, kindLabel, eligibility, category, met, unmet, criteriaAnswered } = result;
  const { severity, title } = headlines[verdict];
  const words = (criterion: Criterion) => withFrenchSpaces(itemOnScreen(definition, criterion.text));
  return (
    <>
      <Alert severity={severity} title={verdict === 'tooFewCriteria' && met.length === 0 ? unsureTitle : title}>
        <p>Ce résultat est indicatif&nbsp;: rien n’est refusé ni promis ici. La Mission décide, après avoir lu le dossier.</p>
      </Alert>
      <h2 className="fr-h4">Votre structure</h2>
      <p>
        <strong>{kindLabel}.</strong> {withFrenchSpaces(eligibility.reason)}
      </p>
      <Quote text={eligibility.quote} definition={definition} />
      <h2 className="fr-h4">Votre catégorie</h2>
      <p>
        <strong>{withFrenchSpaces(category.label)}</strong> ({plural(category.seats, 'place', 'places')}).
      </p>
      <Quote text={category.criteriaQuote} definition={definition} />
      <p>
        {criteriaAsked(category)} {criteriaAnswered && `Vous en avez coché ${met.length}.`}
      </p>
      <CriterionList title="Ce que vous pourriez démontrer" criteria={met} words={words} />
      <CriterionList title={criteriaAnswered ? 'Ce que vous n’avez pas coché' : 'Pas encore répondu'} criteria={unmet} words={words} />
      <h2 className="fr-h4">Ce qu’il faut préparer</h2>
      <Things title="À obtenir avant de déposer" things={result.toObtain.filter(({ need }) => need === 'beforeDeposit')} />
      <Things title="À décider avant la signature de la charte" things={result.toObtain.filter(({ need }) => need === 'beforeCharter')} />
      <Things title="Vous avez déjà" things={result.obtained} />
      <Things title="Pas encore répondu" things={result.unanswered} />
      {(!criteriaAnswered || result.unanswered.length > 0) && (
        <p className="print:hidden">
          <Link href={`${page}?${new URLSearchParams([...selfTestPairs(answers), ['etape', '2']])}` as Route}>
            Répondre à ce qui ne l’est pas encore
          </Link>
        </p>
      )}
      <h3 className="fr-h6">Les parties du dossier</h3>
      <ol>
        {definition.parts.map(({ code, label, preparation }) => (
          <li key={code} className="mb-2">
            <strong>{label}</strong>
            {preparation && <span className="block">{withFrenchSpaces(preparation)}</span>}
          </li>
        ))}
      </ol>
      <p className="fr-hint-text">
        Pour garder ce résultat, imprimez cette page ou conservez son adresse&nbsp;: elle contient vos réponses.
      </p>
      <div className="mt-6 flex flex-wrap gap-4 print:hidden">
        {open && (
          <Link
            href={`/candidature/nouveau?${new URLSearchParams({ appel: definition.code, nature: answers.kind ?? '' })}` as Route}
            className="fr-btn"
          >
            Commencer un dossier
          </Link>
        )}
        <Link
          href={`${page}?${new URLSearchParams([...selfTestPairs(answers), ['etape', '1']])}` as Route}
          className="fr-btn fr-btn--secondary"
        >
          Changer mes réponses
        </Link>
      </div>
    </>
  );
}

function Quote({ text, definition }: { text: string; definition: CallDefinition }) {
  return (
    <blockquote className="fr-text--sm m-0 mb-3 border-l-4 border-(--border-default-blue-france) pl-3">
      {withFrenchSpaces(`«\u00a0${itemOnScreen(definition, text).replace(/\s*:$/, '')}\u00a0»`)}
    </blockquote>
  );
}

function CriterionList({ title, criteria, words }: { title: string; criteria: Criterion[]; words: (criterion: Criterion) => string }) {
  if (criteria.length === 0) return null;
  return (
    <>
      <h3 className="fr-h6 mb-1">{title}</h3>
      <ul>
        {criteria.map((criterion) => (
          <li key={criterion.code}>{words(criterion)}</li>
        ))}
      </ul>
    </>
  );
}

function Things({ title, things }: { title: string; things: ThingToObtain[] }) {
  if (things.length === 0) return null;
  return (
    <>
      <h3 className="fr-h6 mb-1">{title}</h3>
      <ul>
        {things.map(({ code, title: name, why }) => (
          <li key={code}>
            <strong>{name}</strong>
            <span className="fr-hint-text block">{withFrenchSpaces(why)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
