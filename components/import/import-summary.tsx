import { fieldId } from '#components/form/field-parts.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { certaintyCounts, type Reading, type ReviewRow } from '#lib/domain/import/review.ts';
import { plural, withFrenchSpaces } from '#lib/domain/text.ts';

/** What was found, in numbers, and what there is to do of it. */
export function ImportSummary({ reading, rows }: { reading: Reading; rows: readonly ReviewRow[] }) {
  const { sure, toCheck, absent } = certaintyCounts(reading);
  const toDecide = rows.filter(({ state, proposed }) => state === 'open' && proposed === null);
  const kept = rows.filter(({ state, proposed }) => state === 'open' && proposed === 'leave').length;
  const counts = [
    plural(sure, 'réponse trouvée sûre', 'réponses trouvées sûres'),
    `${toCheck} à vérifier`,
    plural(absent, 'absente', 'absentes'),
  ];
  if (sure + toCheck === 0)
    return (
      <Alert severity="warning" title="Aucune question de l’appel n’a été reconnue dans ce document">
        <p>Son texte est plus bas, sous « Ce qui reste » : vous pouvez le placer vous-même dans les questions.</p>
      </Alert>
    );
  return (
    <Alert severity="info" title={`${counts.join(', ')}.`}>
      <p>
        Rien n’est encore enregistré. Les réponses sûres sont prêtes à être reprises
        {kept > 0 &&
          ` ; ${kept < 2 ? 'celle que vous avez déjà écrite est gardée' : `les ${kept} que vous avez déjà écrites sont gardées`}`}
        . Changez ce que vous voulez, puis utilisez « Reprendre ces réponses » en bas de la page.
      </p>
      {toDecide.length > 0 && (
        <>
          <p>Dites vous-même ce qu’il faut faire de :</p>
          <ul>
            {toDecide.map(({ place, question }) => (
              <li key={place}>
                <a href={`#${fieldId(place)}-question`}>{withFrenchSpaces(question.label)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
