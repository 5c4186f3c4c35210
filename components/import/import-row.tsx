import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { fieldId } from '#components/form/field-parts.tsx';
import { RadioGroup } from '#components/form/radio-group.tsx';
import { choiceFields, type ImportChoices } from '#lib/domain/import/choices.ts';
import { doubtSentence } from '#lib/domain/import/doubts.ts';
import type { ReviewRow } from '#lib/domain/import/review.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';
import { Folded, FoundText } from './found-text.tsx';

type Props = { row: ReviewRow; choices: ImportChoices | null; problems: Record<string, string> };

/** One question: what the dossier says, what the document says, and what to do of it. */
export function ImportRow({ row, choices, problems }: Props) {
  const { place, question, state, proposal, current, proposed } = row;
  const label = withFrenchSpaces(question.label);
  if (state !== 'open') return <SettledRow label={label} state={state} isAnswered={current.length > 0} />;
  const chosen = choices?.rows[place];
  const title = `${fieldId(place)}-question`;
  const answered = current.join('\n\n');
  const textProblem = problems[choiceFields.text(place)];
  return (
    <li className="border-b border-(--border-default-grey) py-5" aria-labelledby={title}>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="fr-text--md m-0 font-bold" id={title}>
          {label}
        </h3>
        {proposal.certainty === 'sure' ? (
          <Badge as="span" small severity="success">
            Sûre
          </Badge>
        ) : (
          <Badge as="span" small severity="warning">
            À vérifier
          </Badge>
        )}
      </div>
      {proposal.doubt && <p className="fr-text--sm m-0 mt-1">{withFrenchSpaces(doubtSentence(proposal.doubt))}</p>}
      <div className={`mt-3 ${answered ? 'grid gap-4 md:grid-cols-2' : ''}`}>
        {answered && (
          <div className="min-w-0">
            <p className="fr-label mb-2">Votre réponse actuelle</p>
            <div className="border-l-4 border-(--border-default-grey) pl-3">
              {answered.length > 300 ? (
                <Folded preview={answered} read={<p className="written-text fr-text--sm m-0">{answered}</p>} reading />
              ) : (
                <p className="written-text fr-text--sm m-0">{answered}</p>
              )}
            </div>
          </div>
        )}
        <div className="min-w-0">
          {answered && <p className="fr-label mb-2">Dans le document</p>}
          <FoundText row={row} text={chosen?.text ?? row.text} error={textProblem} open={Boolean(textProblem) || proposed === null} />
        </div>
      </div>
      <div className="mt-3 [&_.fr-fieldset]:mb-0">
        <RadioGroup
          name={choiceFields.choice(place)}
          legend={<span className="fr-sr-only">Que faire de la réponse trouvée pour «&nbsp;{label}&nbsp;»&nbsp;?</span>}
          options={answered ? replacing : filling}
          defaultValue={(chosen ? chosen.choice : proposed) ?? undefined}
          error={problems[choiceFields.choice(place)]}
          inline
          small
        />
      </div>
    </li>
  );
}

const filling = [
  { value: 'use', label: 'Utiliser' },
  { value: 'leave', label: 'Ignorer' },
];
const replacing = [
  { value: 'leave', label: 'Garder ma réponse' },
  { value: 'use', label: 'Utiliser le texte du document à la place' },
];

/** A question about which there is nothing to choose. */
function SettledRow({ label, state, isAnswered }: { label: string; state: 'absent' | 'same'; isAnswered: boolean }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-(--border-default-grey) py-3">
      <h3 className="fr-text--sm m-0 font-normal">{label}</h3>
      {state === 'same' ? (
        <Badge as="span" small noIcon severity="success">
          Déjà dans le dossier
        </Badge>
      ) : (
        <Badge as="span" small>
          Absente
        </Badge>
      )}
      {state === 'absent' && isAnswered && <span className="fr-text--sm m-0">Votre réponse actuelle est gardée.</span>}
    </li>
  );
}
