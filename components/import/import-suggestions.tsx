import { FieldError, fieldId } from '#components/form/field-parts.tsx';
import type { CallDefinition, Category } from '#lib/domain/call.ts';
import { choiceFields, type ImportChoices } from '#lib/domain/import/choices.ts';
import type { CriterionSuggestion } from '#lib/domain/import/proposal.ts';
import { plural } from '#lib/domain/text.ts';

type Props = {
  definition: CallDefinition;
  /** The category chosen; the suggestions of every category otherwise. */
  category: Category | null;
  suggestions: readonly CriterionSuggestion[];
  choices: ImportChoices | null;
  problems: Record<string, string>;
};

/** Passages that may prove a criterion: nothing of it is taken unless its box is ticked. */
export function ImportSuggestions({ definition, category, suggestions, choices, problems }: Props) {
  const categories = (category ? [category] : definition.categories).filter(({ criteria }) =>
    criteria.some(({ code }) => suggestions.some(({ criterionCode }) => criterionCode === code)),
  );
  if (categories.length === 0) return null;
  const countFor = (criteria: Category['criteria']) =>
    suggestions.filter(({ criterionCode }) => criteria.some(({ code }) => code === criterionCode)).length;
  return (
    <section aria-labelledby="criteres" className="mt-10">
      <h2 className="fr-h4 mb-2" id="criteres">
        Pour les critères&nbsp;: des passages à relire
      </h2>
      <p>
        Ces passages de votre document parlent peut-être d’un critère. Aucun n’est repris de lui-même&nbsp;: cochez ceux qui conviennent,
        ils s’ajouteront à votre explication.
      </p>
      {categories.map(({ code, label, criteria }) => (
        <details key={code} className="mb-4 border border-(--border-default-grey) p-4" open={category !== null}>
          <summary className="cursor-pointer">
            <strong>{label}</strong> ({plural(countFor(criteria), 'passage', 'passages')})
          </summary>
          {criteria.map((criterion) => (
            <Criterion key={criterion.code} {...{ criterion, suggestions, choices, problems }} />
          ))}
        </details>
      ))}
    </section>
  );
}

type CriterionProps = Pick<Props, 'suggestions' | 'choices' | 'problems'> & { criterion: Category['criteria'][number] };

function Criterion({ criterion, suggestions, choices, problems }: CriterionProps) {
  const own = suggestions.flatMap((suggestion, rank) => (suggestion.criterionCode === criterion.code ? [{ ...suggestion, rank }] : []));
  if (own.length === 0) return null;
  return (
    <fieldset className="fr-fieldset mt-4 mb-0">
      <legend className="fr-fieldset__legend">
        {criterion.code} – {criterion.label}
      </legend>
      {own.map(({ rank, text, reason }) => {
        const name = choiceFields.suggestion(rank);
        const id = fieldId(name);
        return (
          <div key={rank} className="fr-fieldset__element">
            <div className="fr-checkbox-group fr-checkbox-group--sm">
              <input type="checkbox" id={id} name={name} defaultChecked={choices?.suggested.includes(rank)} />
              <label className="fr-label" htmlFor={id}>
                {reason === 'numbered' ? 'Argument de même numéro\u00a0:' : 'Passage qui emploie les mêmes mots :'}
                <span className="written-text mt-1 block">{text}</span>
              </label>
              <FieldError id={id} error={problems[name]} />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
