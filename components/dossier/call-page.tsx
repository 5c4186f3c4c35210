import { OfflineFormLinks } from '#components/import/offline-form-links.tsx';
import { ExtensionNotice } from '#components/time/extension-notice.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Scrollable } from '#components/ui/scrollable.tsx';
import { TextBlocks } from '#components/ui/text-blocks.tsx';
import type { Call, CallDefinition, OrganisationKind } from '#lib/domain/call.ts';
import { daysLeft, frenchClosed, frenchClosing, frenchInstant } from '#lib/domain/dates.ts';
import type { Incident } from '#lib/domain/extension.ts';
import { letterPlaceOf, letterUntil } from '#lib/domain/letter-place.ts';
import { overseasClosings } from '#lib/domain/local-time.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { lowerFirst, plural, withFrenchSpaces } from '#lib/domain/text.ts';

/** Everything a public reader needs of a call: when, what to gather, how dossiers are chosen, and its text, word for word. */
export function CallPage({ call, now, others, extension }: { call: Call; now: Date; others: Call[]; extension: Incident | null }) {
  const { definition } = call;
  const phase = phaseAt(call, now);
  const letterLater = letterUntil(call);
  return (
    <div className="max-w-[48rem]">
      <PageTitle title={withFrenchSpaces(definition.title)} />
      {definition.fictitious && (
        <Alert severity="warning">
          <p>Appel fictif, pour la démonstration. Son texte et ses règles sont ceux de l’appel de 2019.</p>
        </Alert>
      )}
      {phase === 'deposit' && (
        <Alert severity="info" title={`Dépôt ouvert ${frenchClosing(call.closesAt)}`}>
          <p>
            {plural(daysLeft(call.closesAt, now), 'jour restant', 'jours restants')}. Comptez environ trois heures, en plusieurs fois&nbsp;:
            tout s’enregistre au fur et à mesure.
          </p>
          <p className="flex flex-wrap gap-4">
            <Link href={`/candidature/nouveau?appel=${definition.code}`} className="fr-btn">
              Commencer un dossier
            </Link>
            <Link href={`/appel/${definition.code}/test`} className="fr-btn fr-btn--secondary">
              Suis-je concerné&nbsp;?
            </Link>
          </p>
        </Alert>
      )}
      {phase === 'deposit' && <OverseasHours closesAt={call.closesAt} />}
      {phase === 'beforeOpening' && call.opensAt && <Alert severity="info" title={`Le dépôt ouvrira le ${frenchInstant(call.opensAt)}`} />}
      {phase === 'closed' && <Alert severity="info" title={`Le dépôt est clos ${frenchClosed(call.closesAt)}`} />}
      <ExtensionNotice incident={extension} />
      <WhoMayApply definition={definition} />
      <section aria-labelledby="a-preparer">
        <h2 className="fr-h4" id="a-preparer">
          Ce qu’il faut préparer
        </h2>
        <ol>
          {definition.parts.map((part) => (
            <li key={part.code} className="mb-2">
              <strong>{part.label}</strong>
              {part.preparation && <span className="block">{withFrenchSpaces(part.preparation)}</span>}
              {letterLater && part.code === letterPart(definition) && (
                <span className="block">Dans cet appel, elle peut arriver après le dépôt du dossier, {frenchClosing(letterLater)}.</span>
              )}
            </li>
          ))}
        </ol>
        <p className="mb-1">Pour préparer vos réponses hors connexion, puis les reprendre ici&nbsp;:</p>
        <OfflineFormLinks code={definition.code} />
      </section>
      <section aria-labelledby="choix">
        <h2 className="fr-h4" id="choix">
          Comment les lauréats sont choisis
        </h2>
        <ul>
          {definition.categories.map((category) => (
            <li key={category.code}>
              {plural(category.seats, 'place', 'places')}&nbsp;: {lowerFirst(category.label)}.
            </li>
          ))}
          {definition.evaluation.rankingStatement.map((sentence) => (
            <li key={sentence}>{withFrenchSpaces(sentence)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="questions" className="mb-8">
        <h2 className="fr-h4" id="questions">
          Questions et réponses
        </h2>
        <p>
          <Link href={`/appel/${definition.code}/questions`}>
            Lire les réponses de la Mission{phase === 'deposit' && ', ou poser une question'}
          </Link>
          .
        </p>
      </section>
      <section aria-labelledby="texte" className="mb-8">
        <h2 className="fr-h4" id="texte">
          Le texte de l’appel
        </h2>
        <TextBlocks definition={definition} blocks={definition.presentation} />
      </section>
      {others.length > 0 && (
        <section aria-labelledby="autres-appels">
          <h2 className="fr-h5" id="autres-appels">
            Les autres appels
          </h2>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <Link href={`/appel/${other.definition.code}`}>{other.definition.shortTitle}</Link>,{' '}
                {other.closesAt <= now ? `clos ${frenchClosed(other.closesAt)}` : `dépôt ${frenchClosing(other.closesAt)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The part of the dossier that the support letter is. */
function letterPart(definition: CallDefinition): string | null {
  return definition.sections.find(({ code }) => code === letterPlaceOf(definition)?.sectionCode)?.part ?? null;
}

/** The closing told where the day is not the same, or does not end at the same hour. */
function OverseasHours({ closesAt }: { closesAt: Date }) {
  return (
    <details className="mb-6">
      <summary className="cursor-pointer">L’heure de clôture outre-mer</summary>
      <Scrollable label="L’heure de clôture outre-mer">
        <table className="fr-text--sm mt-4 border-collapse">
          <thead>
            <tr className="border-b border-(--border-default-grey) text-left">
              <th scope="col" className="py-1 pr-6">
                Territoire
              </th>
              <th scope="col" className="py-1">
                Dernière minute pour déposer, heure locale
              </th>
            </tr>
          </thead>
          <tbody>
            {overseasClosings(closesAt).map(({ places, closing }) => (
              <tr key={closing} className="border-b border-(--border-default-grey) align-top">
                <td className="py-1 pr-6">{places}</td>
                <td className="py-1">{closing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </details>
  );
}

/** Which structures the call names, which it leaves to be judged and which it seems to exclude, each with why. */
function WhoMayApply({ definition }: { definition: CallDefinition }) {
  const kinds = (proposal: OrganisationKind['proposal']) => definition.organisationKinds.filter((kind) => kind.proposal === proposal);
  return (
    <section aria-labelledby="qui">
      <h2 className="fr-h4" id="qui">
        Qui peut candidater
      </h2>
      <ul>
        {kinds('eligible').map(({ code, label, hint }) => (
          <li key={code}>
            {label}
            {hint && <span className="fr-hint-text block">{hint}</span>}
          </li>
        ))}
        {kinds('toJudge').map(({ code, label, reason }) => (
          <li key={code}>
            {label}, après examen
            <span className="fr-hint-text block">{withFrenchSpaces(reason)}</span>
          </li>
        ))}
      </ul>
      {kinds('ineligible').length > 0 && (
        <>
          <p className="mb-1">Ne sont pas éligibles d’après le texte de l’appel&nbsp;:</p>
          <ul>
            {kinds('ineligible').map(({ code, label, reason }) => (
              <li key={code}>
                {label}
                <span className="fr-hint-text block">{withFrenchSpaces(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
