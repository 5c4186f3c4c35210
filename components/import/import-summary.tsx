import { fieldId } from '#components/form/field-parts.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { certaintyCounts, type Reading, type ReviewRow } from '#lib/domain/import/review.ts';
import { plural, withFrenchSpaces } from '#lib/domain/text.ts';

/** What was found, in numbers, and what there is to do of it. */
export function ImportSummary({ reading, rows }: { reading: Reading; rows: readonly ReviewRow[] }) {
  const { sure, toCheck, absent } = certaintyCounts(reading);
  const toDecide = rows.filter(({ state, proposed }) => state === 'open' && proposed === null);
  const kept = rows.filter(({ state, proposed }) => state === 'open' && proposed === 'leave').length;
  const ready = rows.filter(({ state, proposed }) => state === 'open' && proposed === 'use').length;
  const counts = [
    [sure, plural(sure, 'réponse trouvée et sûre', 'réponses trouvées et sûres')],
    [toCheck, plural(toCheck, 'réponse à vérifier', 'réponses à vérifier')],
    [reading.tray.length, plural(reading.tray.length, 'passage à placer', 'passages à placer')],
    [absent, plural(absent, 'question sans réponse dans ce document', 'questions sans réponse dans ce document')],
  ] as const;
  const listed = counts.filter(([count]) => count > 0).map(([, words]) => words);
  if (sure + toCheck === 0)
    return (
      <Alert severity="warning" title="Aucune question de l’appel n’a été reconnue dans ce document">
        <p>Son texte est plus bas, sous «&nbsp;Ce qui reste&nbsp;»&nbsp;: vous pouvez le placer vous-même dans les questions.</p>
      </Alert>
    );
  return (
    <Alert severity="info" title={`${listed.join(', ')}.`}>
      <p>
        Rien n’est encore enregistré. {sentencesOf(ready, kept)} Changez ce que vous voulez, puis utilisez «&nbsp;Reprendre ces
        réponses&nbsp;», <a href="#reprendre">en bas de la page</a>.
      </p>
      {toDecide.length > 0 && (
        <>
          <p>Dites vous-même ce qu’il faut faire de&nbsp;:</p>
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

/** What happens to whoever changes nothing. */
function sentencesOf(ready: number, kept: number): string {
  const taking =
    ready > 0 ? `${plural(ready, 'réponse est prête', 'réponses sont prêtes')} à être ${ready < 2 ? 'reprise' : 'reprises'}.` : '';
  const keeping =
    kept > 0
      ? `Vous avez déjà répondu à ${kept} de ces questions\u00a0: ${kept < 2 ? 'votre réponse est gardée' : 'vos réponses sont gardées'}, sauf si vous choisissez le texte du document.`
      : '';
  return [taking, keeping].filter(Boolean).join(' ');
}
