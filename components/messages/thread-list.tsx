import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { Link } from '#components/ui/link.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';
import { type ThreadState, threadStateLabels } from '#lib/domain/message.ts';

type Props = {
  /** Null: they are not read by this person yet. */
  threads: { dossierId: string; organisationName: string; lastAt: Date; state: ThreadState }[] | null;
};

/** The conversations of a call, those that wait first. */
export function ThreadList({ threads }: Props) {
  if (!threads) return <p>Les messages se liront ici après la clôture. D’ici là, l’administration y répond.</p>;
  if (threads.length === 0) return <p>Aucun candidat n’a écrit.</p>;
  return (
    <ul className="fr-raw-list max-w-[48rem] border-t border-(--border-default-grey)">
      {threads.map(({ dossierId, organisationName, lastAt, state }) => (
        <li key={dossierId} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-(--border-default-grey) py-2">
          <span>
            <Link href={`/instruction/${dossierId}/messages`}>{organisationName}</Link>
            <span className="fr-text--sm m-0 block">Dernier message le {frenchInstant(lastAt)}</span>
          </span>
          <ThreadBadge state={state} />
        </li>
      ))}
    </ul>
  );
}

/** Only what waits carries a colour. */
function ThreadBadge({ state }: { state: ThreadState }) {
  if (state === 'answered') return <span className="fr-text--sm m-0">{threadStateLabels.answered}</span>;
  return (
    <Badge as="span" small noIcon severity={state === 'unread' ? 'new' : 'info'}>
      {threadStateLabels[state]}
    </Badge>
  );
}
