import type { ReceiptMentions } from '#lib/domain/receipt-mentions.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

type Props = {
  mentions: ReceiptMentions;
  email: string;
  number: string;
  /** Once a decision is told, what silence would have meant no longer matters. */
  decided: boolean;
};

/** What an acknowledgement of receipt owes its reader beside the date: silence, remedies, and the service to write to. */
export function ReceiptRights({ mentions, email, number, decided }: Props) {
  return (
    <>
      {!decided && (
        <>
          <h2 className="fr-h4">Si vous ne recevez pas de décision</h2>
          {mentions.silence.map((sentence) => (
            <p key={sentence}>{withFrenchSpaces(sentence)}</p>
          ))}
          <h2 className="fr-h4">Recours</h2>
          {mentions.remedies.map((sentence) => (
            <p key={sentence}>{withFrenchSpaces(sentence)}</p>
          ))}
        </>
      )}
      <h2 className="fr-h4">Service à contacter</h2>
      <dl className="mb-2 p-0">
        {mentions.contact.map(({ label, value }) => (
          <div key={label} className="mb-2 border-b border-(--border-default-grey) pb-2 sm:grid sm:grid-cols-[14rem_1fr]">
            <dt className="font-bold">{label}</dt>
            <dd className="m-0 p-0 [overflow-wrap:anywhere]">
              {value === email ? <a href={`mailto:${email}`}>{email}</a> : withFrenchSpaces(value)}
            </dd>
          </div>
        ))}
      </dl>
      <p>En écrivant, citez le numéro {number}.</p>
    </>
  );
}
