import { type AssistanceState, assistanceLabels, channelWords, type DepositChannel } from '#lib/domain/assisted-deposit.ts';
import { frenchInstant } from '#lib/domain/dates.ts';

type Props = {
  assisted: {
    channel: DepositChannel;
    receivedAt: Date;
    reference: string;
    contactEmail: string;
    enteredBy: string;
    original: { fileId: string; name: string } | null;
    state: AssistanceState;
    depositedAt: Date | null;
    answeredAt: Date | null;
    reason: string;
  };
  /** Who reads may open the original. */
  withOriginal?: boolean;
};

/** How a dossier was received, who entered it, and what the territory says of it. */
export function AssistedFacts({ assisted, withOriginal = false }: Props) {
  const { channel, receivedAt, reference, contactEmail, enteredBy, original, state, depositedAt, answeredAt, reason } = assisted;
  const facts: [string, React.ReactNode][] = [
    ['État', <strong key="state">{assistanceLabels[state]}</strong>],
    ['Reçu', `${channelWords[channel]} le ${frenchInstant(receivedAt)}`],
    ['Référence', reference],
    ['Saisi par', enteredBy],
    // Nobody is written to before the deposit.
    [state === 'entering' ? 'Confirmation à demander à' : 'Confirmation demandée à', contactEmail],
  ];
  if (depositedAt) facts.push(['Saisie déposée', `le ${frenchInstant(depositedAt)}`]);
  if (answeredAt) facts.push(['Réponse du territoire', `le ${frenchInstant(answeredAt)}`]);
  if (reason)
    facts.push([
      'Message du territoire',
      <span key="reason" className="written-text">
        {reason}
      </span>,
    ]);
  if (original && withOriginal) {
    facts.push([
      'Original',
      <a key="original" href={`/api/fichiers/${original.fileId}`}>
        {original.name}
      </a>,
    ]);
  }
  return (
    <dl className="mb-6 p-0">
      {facts.map(([term, value]) => (
        <div key={term} className="mb-2 border-b border-(--border-default-grey) pb-2 sm:grid sm:grid-cols-[14rem_1fr]">
          <dt className="font-bold">{term}</dt>
          <dd className="m-0 p-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
