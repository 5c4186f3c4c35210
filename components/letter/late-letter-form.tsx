import { FileField } from '#components/form/file-field.tsx';
import { TextField } from '#components/form/text-field.tsx';
import { letterQuestions } from '#lib/domain/letter-place.ts';

type Props = {
  action: string;
  until: string;
  place: { questionCode: string; maxBytes: number };
  signed: { name: string; mandate: string };
  problem: string | null;
};

/** After the closing, in a call that gives the letter its own date: the letter, and who signed it. A plain form. */
export function LateLetterForm({ action, until, place, signed, problem }: Props) {
  return (
    <section aria-labelledby="joindre" className="mb-8 border border-(--border-default-grey) p-4">
      <h2 className="fr-h5" id="joindre">
        Joindre la lettre signée
      </h2>
      <p>
        Elle complétera votre dossier déposé, sans rien y changer d’autre. C’est possible {until}. Une lettre jointe ne se remplace plus.
      </p>
      <form action={action} method="post" encType="multipart/form-data">
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
        <button type="submit" className="fr-btn mt-4">
          Joindre la lettre au dossier déposé
        </button>
      </form>
    </section>
  );
}
