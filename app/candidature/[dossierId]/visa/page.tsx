import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VisaState } from '#components/dossier/visa-state.tsx';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { currentVisa } from '#lib/queries/visa.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Le visa de votre hiérarchie' };

const doneSentences = {
  demande: 'La demande de visa est partie par courriel.',
  retrait: 'Le visa n’est plus demandé.',
  obligatoire: 'Le dossier ne se déposera pas sans visa.',
  facultatif: 'Le visa n’est pas obligatoire pour déposer.',
};

export default async function VisaPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/visa'>) {
  const { dossierId } = await params;
  const { fait, refus } = await searchParams;
  const actor = await signedInActor(`/candidature/${dossierId}/visa`);
  const own = await ownDossier(actor, dossierId, receive());
  if (!own) notFound();
  const { visa, required } = await currentVisa(dossierId);
  const leads = obstacle('requireVisa', own.situation) === null;
  const done = knownWord(doneSentences, fait);
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Le visa de votre hiérarchie" back={{ href: `/candidature/${dossierId}`, label: own.dossier.organisationName }}>
        <p>
          Vous pouvez demander l’accord d’une personne avant de déposer, par exemple celui de la direction générale des services.{' '}
          {required
            ? 'L’appel ne le demande pas, et la Mission ne le lit pas ; votre équipe l’a rendu obligatoire.'
            : 'C’est facultatif : l’appel ne le demande pas, et la Mission ne le lit pas.'}
        </p>
      </PageTitle>
      {done && <Alert severity="success" role="status" title={done} />}
      {isRefusal(refus) && <Alert severity="error" role="alert" title={refusalSentence(refus)} />}
      <VisaState visa={visa} required={required} />
      {leads && visa && (
        <div className="mb-8">
          <Confirmation label={visa.answer ? 'Ne plus en tenir compte' : 'Retirer la demande'} secondary>
            <p>{visa.name} ne pourra plus lire le dossier. Vous pourrez demander un visa de nouveau.</p>
            <form action={actions.withdraw.bind(null, dossierId, actor.userId)}>
              <SubmitButton small>Confirmer</SubmitButton>
            </form>
          </Confirmation>
        </div>
      )}
      {leads && (
        <>
          <section aria-labelledby="demander" className="mb-10">
            <h2 className="fr-h4" id="demander">
              {visa ? 'Demander un nouveau visa' : 'Demander un visa'}
            </h2>
            <p>
              La personne se connecte avec l’adresse que vous donnez. Elle lit le dossier, puis donne ou refuse son visa&nbsp;; elle n’y
              modifie rien et ne le dépose pas.{visa && ' Cette demande remplacera la précédente.'}
            </p>
            <SimpleForm
              fields={requestFields}
              action={actions.ask.bind(null, dossierId)}
              carried={{ auteur: actor.userId }}
              submitLabel="Envoyer la demande"
            />
          </section>
          <section aria-labelledby="obligation">
            <h2 className="fr-h4" id="obligation">
              Le rendre obligatoire&nbsp;?
            </h2>
            <p>
              {required
                ? 'Le dossier ne se dépose pas sans un visa donné pour ce qui y est écrit. Pour que personne ne soit en retard, cette règle cesse deux heures avant la clôture.'
                : 'Aujourd’hui, le dossier se dépose avec ou sans visa.'}
            </p>
            <form action={actions.require.bind(null, dossierId, actor.userId, !required)}>
              <SubmitButton secondary>{required ? 'Ne plus le rendre obligatoire' : 'Rendre le visa obligatoire'}</SubmitButton>
            </form>
          </section>
        </>
      )}
    </div>
  );
}

const requestFields: FieldView[] = [
  { code: 'nom', label: 'Prénom et nom', control: 'line', type: 'text', autoComplete: 'off', narrow: false },
  {
    code: 'fonction',
    label: 'Fonction',
    hint: 'Par exemple «\u00a0directrice générale des services\u00a0»',
    control: 'line',
    type: 'text',
    autoComplete: 'off',
    narrow: false,
  },
  {
    code: 'courriel',
    label: 'Courriel',
    hint: 'Par exemple prenom.nom@territoire.fr',
    control: 'line',
    type: 'email',
    autoComplete: 'off',
    narrow: false,
  },
];
