import { SubmitButton } from '#components/form/submit-button.tsx';

/** Withdrawing from a dossier, in one click; the reason is optional. */
export function RecusalForm({ recuse }: { recuse: (form: FormData) => Promise<void> }) {
  return (
    <form action={recuse} className="mt-8 border-t border-(--border-default-grey) pt-4">
      <h2 className="fr-h6">Un lien avec ce territoire ?</h2>
      <p className="fr-text--sm">
        Si vous vous déportez, ce dossier disparaît de vos écrans et vous ne prenez plus part à rien qui le concerne.
      </p>
      <label className="fr-label" htmlFor="deport-raison">
        Raison (facultatif)
      </label>
      <input className="fr-input mt-1 mb-3" id="deport-raison" name="deport-raison" type="text" />
      <SubmitButton secondary small>
        Je me déporte
      </SubmitButton>
    </form>
  );
}
