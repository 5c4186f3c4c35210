import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import { type CallDefinition, sectionOf } from '#lib/domain/call.ts';
import type { AskedCorrection } from '#lib/domain/correction.ts';
import { frenchClosed, frenchClosing, frenchInstant } from '#lib/domain/dates.ts';

/** On the dossier being examined: where the last request stands, whether decisions wait for it, and the way to ask or to see all. */
export function CorrectionPanel({
  definition,
  requests,
  href,
  versionsHref,
  mayAsk,
}: {
  definition: CallDefinition;
  requests: AskedCorrection[];
  href: Route;
  versionsHref: Route;
  mayAsk: boolean;
}) {
  const [last] = requests;
  if (!last && !mayAsk) return null;
  return (
    <section aria-labelledby="corrections" className="mb-8 border border-(--border-default-grey) p-4">
      <h2 className="fr-h6 mb-2" id="corrections">
        Corrections demandées au candidat
      </h2>
      {last && (
        <p className="mb-2" data-testid="etat-corrections">
          {stateSentence(last, definition)}
          {last.state === 'open' && ' La recevabilité ne se décide pas d’ici là.'}
        </p>
      )}
      {last?.state === 'answered' && (
        <p className="mb-2">
          <Link href={versionsHref}>Voir ce qui a changé</Link>
        </p>
      )}
      <p className="m-0">
        <Link href={href}>{last ? 'Voir les demandes de corrections' : 'Demander des corrections'}</Link>
      </p>
    </section>
  );
}

/** Everything that was asked, the last first, with the words of each request and what became of it. */
export function CorrectionHistory({ requests, definition }: { requests: AskedCorrection[]; definition: CallDefinition }) {
  return requests.map((request) => (
    <section key={request.id} aria-labelledby={`demande-${request.id}`} className="mb-6 border-l-4 border-(--border-default-grey) pl-4">
      <h2 className="fr-h6 mb-1" id={`demande-${request.id}`}>
        Demande du {frenchInstant(request.askedAt)}, par {request.by}
      </h2>
      <p className="mb-2">
        Sur la version {request.version}. {stateSentence(request, definition)}
      </p>
      {request.withdrawal && <p className="written-text mb-2">Raison du retrait&nbsp;: {request.withdrawal.reason}</p>}
      <dl className="m-0 p-0">
        {request.points.map(({ section, text }) => (
          <div key={section} className="mb-2">
            <dt className="font-bold">{sectionOf(definition, section)?.title ?? section}</dt>
            <dd className="written-text m-0">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function stateSentence({ state, dueAt, answeredVersion, unchanged, withdrawal }: AskedCorrection, definition: CallDefinition): string {
  switch (state) {
    case 'open':
      return `En attente : le candidat peut corriger ${frenchClosing(dueAt)}.`;
    case 'overdue':
      return `Sans réponse : le délai est passé ${frenchClosed(dueAt)}.`;
    case 'answered':
      return `Réponse reçue : la version ${answeredVersion} est déposée.${leftAsTheyWere(unchanged, definition)}`;
    case 'withdrawn':
      return `Retirée le ${withdrawal ? frenchInstant(withdrawal.at) : ''} par ${withdrawal?.by ?? 'la Mission'}.`;
  }
}

/** A candidate may answer without touching a page that was asked for: whoever examines is told, and does not look for it. */
function leftAsTheyWere(codes: readonly string[], definition: CallDefinition): string {
  const titles = codes.map((code) => sectionOf(definition, code)?.title ?? code);
  return titles.length ? ` ${titles.length > 1 ? 'Pages' : 'Page'} sans changement : ${titles.join(' ; ')}.` : '';
}
