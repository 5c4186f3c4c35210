import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { frenchInstant } from '#lib/domain/dates.ts';
import type { MessageSide } from '#lib/domain/message.ts';

type Message = { id: string; side: MessageSide; author: string; text: string; at: Date; unread: boolean };
type Props = { messages: Message[]; service: string; empty: string };

/** A conversation, the first message first. */
export function MessageThread({ messages, service, empty }: Props) {
  if (messages.length === 0) return <p>{empty}</p>;
  return (
    <ol className="fr-raw-list mb-8">
      {messages.map(({ id, side, author, text, at, unread }) => (
        <li key={id}>
          <article
            aria-labelledby={`message-${id}`}
            className={`mb-4 border border-l-4 border-(--border-default-grey) p-4 ${side === 'mission' ? 'border-l-(--border-plain-blue-france)' : ''}`}
          >
            <h2 className="fr-text--md mb-1 font-bold break-words" id={`message-${id}`}>
              {side === 'mission' ? [author, service].filter(Boolean).join(', ') : author}
              {unread && (
                <>
                  {' '}
                  <Badge as="span" small noIcon severity="new">
                    Non lu
                  </Badge>
                </>
              )}
            </h2>
            <p className="fr-text--sm mb-2">{frenchInstant(at)}</p>
            <p className="written-text m-0">{text}</p>
          </article>
        </li>
      ))}
    </ol>
  );
}
