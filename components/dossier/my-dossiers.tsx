import { StatusBadge } from '#components/dossier/status-badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { frenchClosing, frenchInstant } from '#lib/domain/dates.ts';
import type { DossierStatus } from '#lib/domain/dossier-status.ts';
import { plural } from '#lib/domain/text.ts';

type Waiting = { correctionsDueAt: Date | null; toConfirm: boolean; unreadMessages: number; accessRequests: number };
type Listed = {
  id: string;
  number: string | null;
  shown: { status: DossierStatus; label: string };
  changed: boolean;
  organisationName: string;
  callTitle: string;
  closesAt: Date;
  updatedAt: Date;
};

/** The dossiers one takes part in, each with what waits for its people. */
export function MyDossiers({ dossiers, waiting, now }: { dossiers: Listed[]; waiting: ReadonlyMap<string, Waiting>; now: Date }) {
  if (dossiers.length === 0) return null;
  return (
    <section aria-labelledby="mes-dossiers" className="mb-10">
      <h2 className="fr-h4" id="mes-dossiers">
        {dossiers.length > 1 ? 'Mes dossiers' : 'Mon dossier'}
      </h2>
      <ul className="fr-raw-list">
        {dossiers.map((dossier) => (
          <li key={dossier.id} className="mb-3 border border-(--border-default-grey) p-4">
            <p className="mb-1">
              <Link href={`/candidature/${dossier.id}`} className="text-lg font-bold">
                {dossier.organisationName}
              </Link>{' '}
              <StatusBadge {...dossier.shown} />
            </p>
            <p className="fr-text--sm m-0">
              {dossier.callTitle}
              {dossier.number && ` – dossier n° ${dossier.number}`}
            </p>
            {sentencesOf(dossier, waiting.get(dossier.id), now).map((sentence) => (
              <p key={sentence} className="fr-text--sm m-0 font-bold">
                {sentence}
              </p>
            ))}
            <p className="fr-text--sm m-0">
              {dossier.shown.status === 'draft' && now < dossier.closesAt
                ? `À déposer ${frenchClosing(dossier.closesAt)}.`
                : `Dernière modification le ${frenchInstant(dossier.updatedAt)}.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What waits for the reader, the most pressing first. */
function sentencesOf({ changed, shown, closesAt }: Listed, waiting: Waiting | undefined, now: Date): string[] {
  const sentences: string[] = [];
  if (waiting?.correctionsDueAt)
    sentences.push(`La Mission demande des corrections, à déposer ${frenchClosing(waiting.correctionsDueAt)}.`);
  else if (changed && shown.status !== 'withdrawn' && now < closesAt) sentences.push('Des modifications ne sont pas déposées.');
  if (waiting?.toConfirm) sentences.push('La Mission a saisi ce dossier\u00a0: relisez-le, puis confirmez-le ou refusez-le.');
  if (waiting?.unreadMessages) sentences.push(`${plural(waiting.unreadMessages, 'message non lu', 'messages non lus')} de la Mission.`);
  if (waiting?.accessRequests)
    sentences.push(`${plural(waiting.accessRequests, 'demande d’accès attend', 'demandes d’accès attendent')} votre réponse.`);
  return sentences;
}
