import { SubmitButton } from '#components/form/submit-button.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';

/** Withdrawing from a dossier, once told what it means; the reason is optional. */
export function RecusalForm({ recuse }: { recuse: (form: FormData) => Promise<void> }) {
  return (
    <section aria-labelledby="deport" className="mt-8 border-t border-(--border-default-grey) pt-4">
      <h2 className="fr-h6" id="deport">
        Un lien avec ce territoire&nbsp;?
      </h2>
      <Confirmation label="Me déporter de ce dossier" secondary>
        <form action={recuse}>
          <p className="fr-text--sm">
            Ce dossier disparaîtra de vos écrans, votre évaluation commencée sera effacée, et vous ne prendrez plus part à rien qui le
            concerne. Un déport ne se reprend pas.
          </p>
          <label className="fr-label" htmlFor="deport-raison">
            Raison (facultative)
          </label>
          <input className="fr-input mt-1 mb-3" id="deport-raison" name="deport-raison" type="text" />
          <SubmitButton secondary small>
            Je me déporte
          </SubmitButton>
        </form>
      </Confirmation>
    </section>
  );
}
