import { SubmitButton } from '#components/form/submit-button.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { channelWords, type DepositChannel } from '#lib/domain/assisted-deposit.ts';
import type { Gap } from '#lib/domain/completeness.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { plural } from '#lib/domain/text.ts';
import { GapList } from './gap-list.tsx';

type Props = {
  dossierId: string;
  assisted: { channel: DepositChannel; receivedAt: Date; contactEmail: string };
  gaps: Gap[];
  deposit: () => Promise<void>;
};

/** The last step of an entry: what is missing, then a deposit in two gestures, for the territory’s word is given for it. */
export function DepositForTerritory({ dossierId, assisted: { channel, receivedAt, contactEmail }, gaps, deposit }: Props) {
  const missing = plural(gaps.length, 'élément', 'éléments');
  return (
    <>
      <GapList
        severity="warning"
        title={`Il manque ${missing}. Ce qui manque dans l’envoi manquera au dossier.`}
        gaps={gaps}
        dossierId={dossierId}
        testId="manques"
      />
      <div className="mb-8">
        <Confirmation label="Déposer le dossier tel que reçu">
          <p>{gaps.length === 0 ? 'Il ne manque aucun élément.' : `Il manque ${missing} : le dossier sera déposé incomplet.`}</p>
          <p>
            Le dossier sera déposé comme reçu {channelWords[channel]} le {frenchInstant(receivedAt)}. Vous ne pourrez plus le modifier
            ensuite.
          </p>
          <p>
            Un courriel demandera aussitôt à <strong className="[overflow-wrap:anywhere]">{contactEmail}</strong> de le relire, puis de le
            confirmer ou de le refuser.
          </p>
          <form action={deposit}>
            <SubmitButton>Déposer maintenant</SubmitButton>
          </form>
        </Confirmation>
      </div>
    </>
  );
}
