import { frenchInstant } from '#lib/domain/dates.ts';

type Props = { mails: { id: string; subject: string; text: string; at: Date; to: string[] }[] };

/** The mails about a dossier, each closed until it is asked for. */
export function MailList({ mails }: Props) {
  if (mails.length === 0) return <p>Aucun courriel n’est encore parti au sujet de ce dossier.</p>;
  return (
    <ul className="fr-raw-list">
      {mails.map(({ id, subject, text, at, to }) => (
        <li key={id} className="mb-3 border border-(--border-default-grey) p-4">
          <h2 className="fr-text--md mb-1 font-bold break-words">{subject}</h2>
          <p className="fr-text--sm mb-2 break-words">
            {frenchInstant(at)}, à {to.join(', ')}
          </p>
          <details>
            <summary className="cursor-pointer">
              Lire ce courriel<span className="fr-sr-only">&nbsp;: {subject}</span>
            </summary>
            <p className="written-text mt-3 mb-0">{text.trim()}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
