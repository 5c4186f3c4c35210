import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import type { FieldView } from '#components/form/field-view.ts';
import { Reopened } from '#components/form/reopened.tsx';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { LetterStatus } from '#components/letter/letter-status.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isAwaited } from '#lib/domain/letter.ts';
import { letterPlaceOf } from '#lib/domain/letter-place.ts';
import { preparedLetter } from '#lib/domain/letter-text.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { type LetterRequestView, lastLetterRequest } from '#lib/queries/letter.ts';
import { withLetterDeadline } from '#lib/queries/letter-situation.ts';
import { hasLostSession, LostSession } from '../../lost-session.tsx';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Demander la lettre de l’élu' };

const doneSentences = {
  envoyee: 'La demande est partie par courriel.',
  renvoyee: 'Le courriel est reparti. Les liens déjà envoyés restent bons.',
  retiree: 'La demande est retirée : ses liens ne servent plus.',
};

export default async function LetterRequestPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/demande-lettre'>) {
  const { dossierId } = await params;
  const { fait, refus } = await searchParams;
  const page = `/candidature/${dossierId}/demande-lettre`;
  if (await hasLostSession()) return <LostSession action={actions.ask.bind(null, dossierId)} page={page} fields={fields} />;
  const actor = await signedInActor(page);
  const own = await ownDossier(actor, dossierId, receive());
  const place = own && letterPlaceOf(own.call.definition);
  if (!own || !place) notFound();
  const [letter, { situation, deadline }] = await Promise.all([lastLetterRequest(dossierId), withLetterDeadline(own)]);
  const refusal = obstacle('requestLetter', situation);
  const awaited = letter !== null && isAwaited(letter.state);
  const done = knownWord(doneSentences, fait);
  const form = (
    <Reopened version={letter ? letter.sentAt.getTime() : 0}>
      <SimpleForm
        fields={actor.name.trim() ? fields : [...fields, asker]}
        values={startingValues(own, letter)}
        action={actions.ask.bind(null, dossierId)}
        page={page}
        carried={{ auteur: actor.userId }}
        submitLabel={awaited ? 'Remplacer la demande' : 'Envoyer la demande à l’élu'}
      />
    </Reopened>
  );
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title="Demander la lettre de l’élu"
        back={{ href: `/candidature/${dossierId}/${place.sectionCode}`, label: 'Lettre de soutien' }}
      >
        <p>
          L’élu reçoit un lien personnel. Il relit la lettre, la modifie s’il le souhaite, et la confirme avec un code envoyé à son adresse.
          Elle est attendue {frenchClosing(deadline)}.
        </p>
      </PageTitle>
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(refus) && <Alert severity="error" role="alert" title={refusalSentence(refus)} />}
      {letter && <LetterStatus letter={letter} />}
      {refusal && <Alert severity="info" title={refusalSentence(refusal)} />}
      {!refusal && awaited && (
        <>
          <div className="mb-6 flex flex-wrap gap-4">
            <form action={actions.sendAgain.bind(null, dossierId, actor.userId)}>
              <SubmitButton secondary>Renvoyer le courriel</SubmitButton>
            </form>
            <form action={actions.takeBack.bind(null, dossierId, actor.userId)}>
              <SubmitButton secondary>Retirer la demande</SubmitButton>
            </form>
          </div>
          <Confirmation label="Corriger l’adresse, le texte ou la personne" secondary>
            <p>Une nouvelle demande remplacera celle-ci : le lien déjà envoyé ne servira plus.</p>
            {form}
          </Confirmation>
        </>
      )}
      {!refusal && !awaited && letter?.state !== 'confirmed' && form}
      {!refusal && letter?.state === 'confirmed' && (
        <Confirmation label="Demander une autre lettre" secondary>
          <p>La lettre confirmée reste dans le dossier tant qu’une autre ne la remplace pas.</p>
          {form}
        </Confirmation>
      )}
      {letter?.confirmation?.sealed && (
        <p className="mt-6">
          <Link href={`/candidature/${dossierId}/${place.sectionCode}` as Route}>Voir la lettre jointe au dossier</Link>
        </p>
      )}
      <p className="mt-6">
        <Link href={`/candidature/${dossierId}`}>Revenir au dossier</Link>
      </p>
    </div>
  );
}

/** What the form starts from: the last request, the person named instead, or the letter prepared from the dossier. */
function startingValues(
  own: NonNullable<Awaited<ReturnType<typeof ownDossier>>>,
  letter: LetterRequestView | null,
): Record<string, string> {
  const { organisationName, territoryName } = own.dossier;
  const text = preparedLetter({ organisationName, territoryName, callTitle: own.call.definition.shortTitle });
  if (!letter || letter.state === 'refused') return { text: letter?.text ?? text };
  if (letter.proposed) return { ...letter.proposed, structure: letter.official.structure, text: letter.text };
  return { ...letter.official, text: letter.text };
}

const line = { control: 'line', type: 'text', autoComplete: 'off', narrow: false } as const;
const fields: FieldView[] = [
  { ...line, code: 'name', label: 'Prénom et nom de l’élu' },
  { ...line, code: 'function', label: 'Fonction', hint: 'Par exemple « maire » ou « vice-présidente chargée du numérique ».' },
  { ...line, code: 'structure', label: 'Collectivité', hint: 'Par exemple « Conseil départemental de la Drôme ».' },
  { ...line, code: 'mandate', label: 'Mandat', hint: 'Facultatif. Par exemple « conseillère départementale du canton de Crest ».' },
  {
    ...line,
    code: 'email',
    type: 'email',
    label: 'Courriel de l’élu',
    hint: 'Son adresse personnelle ou professionnelle, pas celle d’un service : le code de confirmation y sera envoyé.',
  },
  {
    code: 'text',
    label: 'La lettre proposée',
    hint: 'L’élu pourra tout changer. Son nom et sa fonction sont ajoutés sous le texte.',
    control: 'paragraphs',
    rows: 14,
  },
];

/** Of who asks, when the account does not say it yet. */
const asker: FieldView = {
  ...line,
  code: 'asker',
  label: 'Votre prénom et votre nom',
  hint: 'L’élu saura qui lui écrit. Ils vous sont demandés une seule fois.',
  autoComplete: 'name',
};
