import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecapList } from '#components/dossier/recap-list.tsx';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { frenchClosing, frenchInstant } from '#lib/domain/dates.ts';
import { recapOf } from '#lib/domain/form.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { dossierForVisa } from '#lib/queries/visa.ts';
import { answer } from './actions.ts';

export const metadata: Metadata = { title: 'Votre visa' };

export default async function GiveVisaPage({ params, searchParams }: PageProps<'/candidature/visa/[dossierId]'>) {
  const { dossierId } = await params;
  const { fait } = await searchParams;
  const actor = await signedInActor(`/candidature/visa/${dossierId}`);
  const asked = await dossierForVisa(actor, dossierId, receive());
  if (!asked) notFound();
  const { dossier, call, answers, sha256, visa, refusal, situation } = asked;
  const times = { opensAt: call.opensAt, closesAt: call.closesAt, now: situation.now };
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title={withFrenchSpaces(`Votre visa sur le dossier de «\u00a0${dossier.organisationName}\u00a0»`)}
        back={{ href: '/candidature', label: 'Ma candidature' }}
      >
        <p>
          {call.definition.shortTitle}. Voici le dossier tel qu’il est écrit maintenant. Vous donnez ou refusez votre visa au bas de la
          page ; vous ne modifiez rien.
        </p>
      </PageTitle>
      {visa?.answer && (
        <Alert
          severity="info"
          role={fait === 'reponse' ? 'status' : undefined}
          title={visa.answer.value === 'given' ? 'Vous avez donné votre visa' : 'Vous avez refusé votre visa'}
        >
          <p>
            Le {frenchInstant(visa.answer.at)}.{' '}
            {visa.answer.outdated ? 'Le dossier a été modifié depuis.' : 'Le dossier n’a pas été modifié depuis.'} Pour changer de réponse,
            demandez aux personnes du dossier de vous solliciter de nouveau.
          </p>
        </Alert>
      )}
      {refusal && <Alert severity="info" title={refusalSentence(refusal, times)} />}
      {answers && <RecapList recaps={recapOf(call.definition, answers)} dossierId={dossierId} editable={[]} />}
      {answers && !visa?.answer && (
        <section aria-labelledby="reponse" className="border-t border-(--border-default-grey) pt-6">
          <h2 className="fr-h4" id="reponse">
            Votre réponse
          </h2>
          <p>
            Votre visa vaut pour le dossier tel que vous venez de le lire. Il peut être déposé {frenchClosing(call.closesAt)}. Les personnes
            du dossier lisent votre réponse&nbsp;; la Mission ne la lit pas.
          </p>
          <SimpleForm
            fields={answerFields}
            action={answer.bind(null, dossierId, sha256)}
            carried={{ auteur: actor.userId }}
            submitLabel="Enregistrer ma réponse"
          />
        </section>
      )}
    </div>
  );
}

const answerFields: FieldView[] = [
  {
    code: 'reponse',
    label: 'Donnez-vous votre visa\u00a0?',
    control: 'choice',
    options: [
      { value: 'given', label: 'Oui, je donne mon visa' },
      { value: 'refused', label: 'Non, je le refuse', hint: 'Dites pourquoi ci-dessous.' },
    ],
  },
  { code: 'commentaire', label: 'Commentaire', hint: 'Facultatif si vous donnez votre visa.', control: 'paragraphs', rows: 4 },
];
