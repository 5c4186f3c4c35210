import type { Route } from 'next';
import { ErrorSummary } from '#components/form/error-summary.tsx';
import { describedBy } from '#components/form/field-parts.tsx';
import { RadioGroup } from '#components/form/radio-group.tsx';
import { Link } from '#components/ui/link.tsx';
import type { CallDefinition, Category } from '#lib/domain/call.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import {
  alreadyQuestion,
  noCriterion,
  type SelfTestAnswers,
  selfTestFields,
  selfTestPairs,
  thingsToObtain,
} from '#lib/domain/self-test.ts';
import { plural, withFrenchSpaces } from '#lib/domain/text.ts';

type Props = { page: string; definition: CallDefinition; answers: SelfTestAnswers };

/** First step: which structure, and where it stands. `sent`: it was answered in part. */
export function SelfTestSituation({ page, definition, answers, sent }: Props & { sent: boolean }) {
  const { kind, category: situation } = selfTestFields;
  const problems: Record<string, string> = {
    ...(sent && !answers.kind && { [kind]: 'Choisissez la nature de votre structure.' }),
    ...(sent && !answers.category && { [situation]: 'Choisissez la situation de votre territoire.' }),
  };
  const missing = Object.keys(problems).length;
  return (
    <form method="get" action={page}>
      <h2 className="fr-h4">Étape 1 sur 2&nbsp;: votre structure</h2>
      <ErrorSummary
        sentence={missing > 0 ? `Il manque ${plural(missing, 'réponse', 'réponses')} pour continuer.` : null}
        problems={problems}
        labels={{}}
      />
      {selfTestPairs(answers, ['criteria', 'obtained']).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <RadioGroup
        name={kind}
        legend="Quelle est la nature de votre structure&nbsp;?"
        options={definition.organisationKinds.map(({ code, label, hint }) => ({ value: code, label, hint }))}
        defaultValue={answers.kind ?? undefined}
        error={problems[kind]}
      />
      <RadioGroup
        name={situation}
        legend="Où en est votre territoire&nbsp;?"
        options={definition.categories.map((category) => ({
          value: category.code,
          label: category.label,
          hint: `${plural(category.seats, 'place', 'places')}. ${criteriaAsked(category)}`,
        }))}
        defaultValue={answers.category ?? undefined}
        error={problems[situation]}
      />
      <button type="submit" className="fr-btn" name="etape" value="2">
        Continuer
      </button>
    </form>
  );
}

/** Second step: the criteria of the category, and what takes time to obtain. */
export function SelfTestCriteria({ page, definition, answers, category }: Props & { category: Category }) {
  return (
    <form method="get" action={page}>
      <h2 className="fr-h4">Étape 2 sur 2&nbsp;: vos critères et vos pièces</h2>
      {selfTestPairs(answers, ['kind', 'category']).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className="fr-fieldset" aria-labelledby="criteres-legende">
        <legend className="fr-fieldset__legend fr-fieldset__legend--regular" id="criteres-legende">
          Lesquels de ces critères votre territoire remplit-il&nbsp;?
        </legend>
        <p className="fr-hint-text mx-2 mb-2">{criteriaAsked(category)} Cochez ceux que vous pourriez démontrer.</p>
        {category.criteria.map(({ code, text, note }) => (
          <CriterionBox
            key={code}
            code={code}
            label={withFrenchSpaces(itemOnScreen(definition, text))}
            note={note && withFrenchSpaces(note)}
            ticked={answers.criteria.includes(code)}
          />
        ))}
        <CriterionBox code={noCriterion} label="Aucun, ou je ne sais pas" ticked={answers.noCriterion} />
      </fieldset>
      {thingsToObtain(definition).map(({ code, title, why }) => (
        <RadioGroup
          key={code}
          name={`${selfTestFields.obtained}${code}`}
          legend={alreadyQuestion(title)}
          hint={withFrenchSpaces(why)}
          options={[
            { value: 'oui', label: 'Oui' },
            { value: 'non', label: 'Pas encore' },
          ]}
          defaultValue={code in answers.obtained ? (answers.obtained[code] ? 'oui' : 'non') : undefined}
          inline
        />
      ))}
      <button type="submit" className="fr-btn" name="etape" value="resultat">
        Voir le résultat
      </button>
      <p className="mt-6">
        <Link href={`${page}?${new URLSearchParams([...selfTestPairs(answers), ['etape', '1']])}` as Route}>← Revenir à l’étape 1</Link>
      </p>
    </form>
  );
}

type BoxProps = { code: string; label: string; note?: string; ticked: boolean };

function CriterionBox({ code, label, note, ticked }: BoxProps) {
  const id = `critere-${code}`;
  return (
    <div className="fr-fieldset__element">
      <div className="fr-checkbox-group">
        <input
          type="checkbox"
          id={id}
          name={selfTestFields.criteria}
          value={code}
          defaultChecked={ticked}
          aria-describedby={describedBy(id, note)}
        />
        <label className="fr-label" htmlFor={id}>
          {label}
        </label>
        {note && (
          <p className="fr-hint-text m-0 ml-8" id={`${id}-aide`}>
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

/** How many of the criteria a laureate must meet, in words. */
export function criteriaAsked({ minimumCriteria, criteria }: Category): string {
  return minimumCriteria === criteria.length
    ? `Il faut remplir les ${criteria.length} critères.`
    : `Il faut remplir au moins ${minimumCriteria} des ${criteria.length} critères.`;
}
