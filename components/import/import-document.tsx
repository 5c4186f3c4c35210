import { fieldId } from '#components/form/field-parts.tsx';
import type { DossierAnswers } from '#lib/domain/form.ts';
import { choiceFields, type ImportChoices } from '#lib/domain/import/choices.ts';
import type { PieceQuestion } from '#lib/domain/import/pieces.ts';
import type { FileAnswer } from '#lib/domain/question-kinds.ts';

type Props = { name: string; pieces: readonly PieceQuestion[]; answers: DossierAnswers; choices: ImportChoices | null };

/** What becomes of the document itself: kept beside the dossier, and given as a piece where it may be one. */
export function ImportDocument({ name, pieces, answers, choices }: Props) {
  return (
    <section aria-labelledby="document" className="mt-10">
      <h2 className="fr-h4 mb-2" id="document">
        Le document lui-même
      </h2>
      <fieldset className="fr-fieldset">
        <legend className="fr-fieldset__legend fr-fieldset__legend--regular break-all">{name}</legend>
        {pieces.map(({ place, sectionCode, question }) => {
          const replaced = answers[sectionCode]?.[question.code] as FileAnswer | null | undefined;
          return (
            <Box
              key={place}
              name={choiceFields.piece(place)}
              checked={choices?.pieces.includes(place) ?? false}
              label={`Il sert aussi de pièce\u00a0: «\u00a0${question.label}\u00a0»`}
              hint={replaced ? `Il remplacera «\u00a0${replaced.name}\u00a0».` : 'Par exemple si la lettre se trouve dans ce même fichier.'}
            />
          );
        })}
        <Box
          name={choiceFields.original}
          checked={choices?.keepsOriginal ?? true}
          label="Le garder avec le dossier, comme document d’origine"
          hint="Seules les personnes du dossier pourront le télécharger&nbsp;: il n’est pas déposé."
        />
      </fieldset>
    </section>
  );
}

function Box({ name, checked, label, hint }: { name: string; checked: boolean; label: string; hint: string }) {
  const id = fieldId(name);
  return (
    <div className="fr-fieldset__element">
      <div className="fr-checkbox-group">
        <input type="checkbox" id={id} name={name} defaultChecked={checked} aria-describedby={`${id}-aide`} />
        <label className="fr-label" htmlFor={id}>
          {label}
        </label>
        <p className="fr-hint-text m-0 ml-8" id={`${id}-aide`}>
          {hint}
        </p>
      </div>
    </div>
  );
}
