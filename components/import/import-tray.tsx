import { FieldError, fieldId } from '#components/form/field-parts.tsx';
import type { CallDefinition } from '#lib/domain/call.ts';
import { choiceFields, type ImportChoices } from '#lib/domain/import/choices.ts';
import type { Passage } from '#lib/domain/import/proposal.ts';
import { placesForText } from '#lib/domain/import/taking.ts';
import { plural, withFrenchSpaces } from '#lib/domain/text.ts';
import { Folded } from './found-text.tsx';

type Props = {
  definition: CallDefinition;
  tray: readonly Passage[];
  choices: ImportChoices | null;
  problems: Record<string, string>;
};

/** What answers no question: each passage may be placed somewhere, after what is already there. */
export function ImportTray({ definition, tray, choices, problems }: Props) {
  if (tray.length === 0) return null;
  const title = (code: string | null) => definition.sections.find((section) => section.code === code)?.title;
  const places = Map.groupBy(placesForText(definition), ({ section }) => section);
  return (
    <section aria-labelledby="reste" className="mt-10">
      <h2 className="fr-h4 mb-2" id="reste">
        Ce qui reste
      </h2>
      <p>
        {plural(tray.length, 'passage ne répond', 'passages ne répondent')} à aucune question, d’après leurs mots&nbsp;: souvent la
        présentation du territoire ou la lettre de motivation. Placez ceux qui sont utiles&nbsp;; chacun s’ajoute à la suite de la réponse.
      </p>
      <ul className="fr-raw-list border-t border-(--border-default-grey)">
        {tray.map(({ text, sectionCode }, rank) => {
          const name = choiceFields.passage(rank);
          const id = fieldId(name);
          const error = problems[name];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a passage has no other name than its rank
            <li key={rank} className="grid gap-x-6 gap-y-2 border-b border-(--border-default-grey) py-4 md:grid-cols-[1fr_20rem]">
              <div className="min-w-0">
                <Folded preview={text} read={<p className="written-text fr-text--sm m-0">{text}</p>} reading />
                {title(sectionCode) && <p className="fr-hint-text m-0 mt-1">Sous le titre «&nbsp;{title(sectionCode)}&nbsp;»</p>}
              </div>
              <div className={`fr-select-group mb-0 ${error ? 'fr-select-group--error' : ''}`}>
                <label className="fr-label" htmlFor={id}>
                  Placer dans…<span className="fr-sr-only"> (passage {rank + 1})</span>
                </label>
                <select
                  className="fr-select mt-1"
                  id={id}
                  name={name}
                  defaultValue={choices?.placed[rank] ?? ''}
                  aria-describedby={error ? `${id}-erreur` : undefined}
                >
                  <option value="">Ne pas placer</option>
                  {[...places].map(([section, questions]) => (
                    <optgroup key={section.code} label={section.title}>
                      {questions.map(({ question }) => (
                        <option key={question.code} value={`${section.code}:${question.code}`}>
                          {shortened(withFrenchSpaces(question.label))}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
                <FieldError id={id} error={error} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A list of a browser is as wide as its longest line. */
function shortened(label: string): string {
  return label.length > 70 ? `${label.slice(0, 69).trimEnd()}…` : label;
}
