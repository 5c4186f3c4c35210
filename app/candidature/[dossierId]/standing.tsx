import { SubmissionState } from '#components/dossier/submission-state.tsx';
import { ExtensionNotice } from '#components/time/extension-notice.tsx';
import { WithdrawalPanel } from '#components/time/withdrawal-panel.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchClosing, frenchInstant } from '#lib/domain/dates.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { extensionOf } from '#lib/queries/closing.ts';
import { type OwnDossier, withdrawalOf } from '#lib/queries/dossier.ts';
import { takeBack } from './retirer/actions.ts';

const doneSentences = { 'retrait-annule': 'Le retrait est annulé\u00a0: votre dossier est de nouveau déposé.' };

/** On the dossier's page: until when it can be submitted and why, then whether it is submitted, or withdrawn. */
export async function StandingOnHub({ own, query }: { own: OwnDossier; query: { fait: unknown; refus: unknown } }) {
  const { dossier, call, submitted, changes, correction, phase, situation, authorisation } = own;
  const open = phase === 'deposit';
  const [extension, withdrawal] = await Promise.all([open ? extensionOf(call) : null, withdrawalOf(dossier)]);
  const done = knownWord(doneSentences, query.fait);
  return (
    <>
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(query.refus) && (
        <Alert severity="error" role="alert" title={refusalSentence(query.refus, { ...call, now: situation.now })} />
      )}
      <ExtensionNotice incident={extension} />
      {authorisation && open && !withdrawal && (
        <Alert severity="info" title={`Une autorisation vous permet de déposer ${frenchClosing(authorisation.until)}`}>
          <p className="written-text">
            Donnée le {frenchInstant(authorisation.givenAt)}. Motif&nbsp;: {authorisation.reason}
          </p>
        </Alert>
      )}
      {withdrawal ? (
        <WithdrawalPanel
          dossier={dossier}
          withdrawal={withdrawal}
          closesAt={call.closesAt}
          open={open}
          cancel={obstacle('cancelWithdrawal', situation) === null ? takeBack.bind(null, dossier.id, situation.actor?.userId ?? '') : null}
        />
      ) : (
        <SubmissionState
          {...{ dossier, call, submitted, changes, phase }}
          correctionDueAt={correction?.state === 'open' ? correction.dueAt : null}
          now={situation.now}
        />
      )}
    </>
  );
}
