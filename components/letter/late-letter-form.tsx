import { depositorField } from '#components/dossier/depositor-field.ts';
import { FileField } from '#components/form/file-field.tsx';
import { TextField } from '#components/form/text-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { letterQuestions } from '#lib/domain/letter-place.ts';

type Props = {
  action: string;
  until: string;
  place: { questionCode: string; maxBytes: number };
  signed: { name: string; mandate: string };
  /** Of the page, and who opened it. */
  version: number;
  writer: string;
  /** The account does not say yet who this person is. */
  asksName: boolean;
  nameProblem: string | null;
  /** Why nothing was attached. */
  sentence: string | null;
  problem: string | null;
};

/** After the closing, in a call that gives the letter its own date: the letter, and who signed it. A plain form. */
export function LateLetterForm({ action, until, place, signed, version, writer, asksName, nameProblem, sentence, problem }: Props) {
  return (
    <section aria-labelledby="joindre" className="mb-8 border border-(--border-default-grey) p-4">
      <h2 className="fr-h5" id="joindre">
        Joindre la lettre signée
      </h2>
      <p>
        Elle complétera votre dossier déposé, sans rien y changer d’autre. C’est possible {until}. Une lettre jointe ne se remplace plus.
      </p>
      {sentence && <Alert severity="error" title={sentence} role="alert" />}
      <form action={action} method="post" encType="multipart/form-data">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="auteur" value={writer} />
        <FileField code={place.questionCode} label="Lettre de soutien signée (PDF)" maxBytes={place.maxBytes} file={null} error={problem} />
        <TextField
          name={letterQuestions.name}
          label="Nom de l’élu qui signe"
          autoComplete="off"
          className="max-w-[36rem]"
          defaultValue={signed.name}
        />
        <TextField
          name={letterQuestions.mandate}
          label="Mandat et collectivité"
          autoComplete="off"
          className="max-w-[36rem]"
          defaultValue={signed.mandate}
        />
        {asksName && (
          <TextField
            name={depositorField}
            label="Votre prénom et votre nom"
            hint="L’accusé de réception dit qui a joint la lettre. Ils vous sont demandés une seule fois."
            autoComplete="name"
            className="max-w-[36rem]"
            error={nameProblem}
          />
        )}
        <button type="submit" className="fr-btn mt-4">
          Joindre la lettre au dossier déposé
        </button>
      </form>
    </section>
  );
}
