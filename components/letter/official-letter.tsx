import type { Route } from 'next';
import type { FieldView } from '#components/form/field-view.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Official } from '#lib/domain/letter.ts';
import { LetterPaper } from './letter-paper.tsx';

export type FormAction = (state: SectionFormState, form: FormData) => Promise<SectionFormState>;
/** What the official needs to know to decide in two minutes. */
export type LetterFacts = {
  organisationName: string;
  callTitle: string;
  asker: string;
  until: string;
  official: Official;
  signature: string[];
  text: string;
  contactEmail: string;
};

/** First screen: who asks, for what, and one button. Opening is a gesture, so that a mail scanner opens nothing. */
export function LetterCover({ letter, open }: { letter: LetterFacts; open: () => Promise<void> }) {
  return (
    <>
      <p>
        <strong className="break-words">{letter.asker}</strong> vous demande une lettre de soutien : l’appel l’exige d’un élu du territoire.
      </p>
      <p>
        La lettre est prête. Vous pourrez la modifier, la confirmer ou la refuser. Comptez deux minutes ; aucun compte n’est nécessaire.
      </p>
      <form action={open}>
        <SubmitButton>Lire la lettre</SubmitButton>
      </form>
      <p className="fr-text--sm mt-6">
        La lettre est attendue {letter.until}. Vous ne connaissez pas cette candidature ? Ne confirmez rien et écrivez à{' '}
        <a className="[overflow-wrap:anywhere]" href={`mailto:${letter.contactEmail}`}>
          {letter.contactEmail}
        </a>
        .
      </p>
    </>
  );
}

/** The letter itself, to amend or leave as it is, then to confirm. */
export function LetterForm({ letter, prepare, address }: { letter: LetterFacts; prepare: FormAction; address: string }) {
  return (
    <>
      <p>Relisez la lettre et changez ce que vous voulez. Vous la confirmerez ensuite avec un code envoyé à votre adresse.</p>
      <SimpleForm
        fields={letterFields(letter.official.name)}
        values={signedTexts(letter)}
        action={prepare}
        submitLabel="Recevoir mon code pour confirmer"
      >
        <p className="fr-text--sm mt-4 mb-0">
          Le code partira à <span className="break-all">{letter.official.email}</span>. La lettre est attendue {letter.until}.
        </p>
      </SimpleForm>
      <h2 className="fr-h6 mt-8 mb-2">Vous ne signez pas ?</h2>
      <ul className="m-0">
        <li>
          <Link href={`${address}?etape=autre` as Route}>Ce n’est pas moi qui signe, ou mon nom est mal écrit</Link>
        </li>
        <li>
          <Link href={`${address}?etape=refus` as Route}>Je refuse de signer cette lettre</Link>
        </li>
      </ul>
    </>
  );
}

type CodeProps = {
  letter: LetterFacts;
  sentence: string;
  confirm: FormAction;
  resend: FormAction;
  address: string;
  /** Names the last code, once another was asked for; null for the first. */
  again: string | null;
};

/** The code, with what it confirms under the eyes, and another code for whoever has not received it. */
export function LetterCode({ letter, sentence, confirm, resend, address, again }: CodeProps) {
  return (
    <>
      {again && <Alert severity="success" role="status" title="Un autre code vient de partir : le précédent ne sert plus" />}
      <p>
        Un courriel a été envoyé à <strong className="break-all">{letter.official.email}</strong>. Il contient un code à six chiffres,
        valable dix minutes. En le saisissant, vous dites&nbsp;:
      </p>
      <p className="border-l-4 border-(--border-default-blue-france) pl-4 font-bold">{sentence}</p>
      {/* Begun anew with another code: what was said of the former one is over. */}
      <SimpleForm key={again} fields={codeField} action={confirm} submitLabel="Confirmer la lettre" />
      <p className="mt-6 mb-0">
        Le code n’est pas arrivé, ou ne sert plus ? Regardez dans les courriers indésirables, ou demandez-en un autre : le précédent ne
        servira plus.
      </p>
      <SimpleForm secondary fields={[]} carried={signedTexts(letter)} action={resend} submitLabel="Recevoir un autre code" />
      <h2 className="fr-h6 mt-8 mb-2">La lettre que vous confirmez</h2>
      <LetterPaper text={letter.text} name={letter.official.name} signature={letter.signature} />
      <p className="mt-4 mb-2">
        <Link href={`${address}?etape=texte` as Route}>Revenir au texte pour le modifier</Link>
      </p>
    </>
  );
}

/** « Je refuse », with a reason the team will read. */
export function LetterRefusal({ refuse, address }: { refuse: FormAction; address: string }) {
  return (
    <>
      <p>L’équipe sera prévenue, et pourra s’adresser à une autre personne élue. Ce lien ne servira plus.</p>
      <SimpleForm fields={reasonField} action={refuse} submitLabel="Refuser et prévenir l’équipe" />
      <p className="mt-4">
        <Link href={address as Route}>Revenir à la lettre</Link>
      </p>
    </>
  );
}

/** « Ce n’est pas moi qui signe »: who does. */
export function OtherSigner({ designate, address }: { designate: FormAction; address: string }) {
  return (
    <>
      <p>Dites qui signera. L’équipe vérifiera, puis enverra la demande à cette personne. Ce lien ne servira plus.</p>
      <SimpleForm fields={signerFields} action={designate} submitLabel="Prévenir l’équipe" />
      <p className="mt-4">
        <Link href={address as Route}>Revenir à la lettre</Link>
      </p>
    </>
  );
}

/** What is posted of a letter: its text, and in what capacity it is signed. */
function signedTexts({ text, official: { function: held, structure, mandate } }: LetterFacts): Record<string, string> {
  return { text, function: held, structure, mandate };
}

function letterFields(name: string): FieldView[] {
  const line = { control: 'line', type: 'text', autoComplete: 'off', narrow: false } as const;
  return [
    { code: 'text', label: 'Votre lettre', control: 'paragraphs', rows: 14 },
    {
      ...line,
      code: 'function',
      label: 'Votre fonction',
      hint: `Sous la lettre, après votre nom\u00a0: ${name}.`,
      autoComplete: 'organization-title',
    },
    { ...line, code: 'structure', label: 'Votre collectivité' },
    { ...line, code: 'mandate', label: 'Votre mandat (facultatif)', hint: 'S’il dit plus que votre fonction.' },
  ];
}

const codeField: FieldView[] = [
  {
    code: 'code',
    label: 'Code à six chiffres',
    control: 'line',
    type: 'text',
    inputMode: 'numeric',
    autoComplete: 'one-time-code',
    narrow: true,
  },
];
const reasonField: FieldView[] = [
  { code: 'reason', label: 'Pourquoi refusez-vous ?', hint: 'Quelques mots suffisent. L’équipe les lira.', control: 'paragraphs', rows: 4 },
];
const signerFields: FieldView[] = [
  { code: 'name', label: 'Prénom et nom de la personne qui signera', control: 'line', type: 'text', autoComplete: 'off', narrow: false },
  { code: 'email', label: 'Son courriel', control: 'line', type: 'email', autoComplete: 'off', narrow: false },
];
