import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { questionFields } from '#lib/domain/call-question.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { callById } from '#lib/queries/call.ts';
import { administeredQuestion } from '#lib/queries/call-question.ts';
import { dismiss, publish } from './actions.ts';

export const metadata: Metadata = { title: 'Répondre à une question' };

export default async function AdministeredQuestionPage({ params }: PageProps<'/administration/questions/[questionId]'>) {
  const { questionId } = await params;
  const actor = await signedInActor(`/administration/questions/${questionId}`);
  const asked = await administeredQuestion(actor, questionId);
  const call = asked && (await callById(asked.callId));
  if (!asked || !call) notFound();
  const values = {
    [questionFields.question]: asked.current?.question ?? asked.askedText,
    [questionFields.answer]: asked.current?.answer ?? '',
  };
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title={asked.number === null ? 'Répondre à une question' : `Corriger la question ${asked.number}`}
        back={{ href: `/administration/questions?appel=${call.definition.code}`, label: 'Questions des candidats' }}
      />
      <h2 className="fr-h5">La question telle qu’elle a été posée</h2>
      <p className="fr-text--sm mb-1">Le {frenchInstant(asked.askedAt)}. Elle n’est pas publiée ainsi.</p>
      <blockquote className="written-text m-0 mb-6 border-l-4 border-(--border-default-blue-france) pl-4">{asked.askedText}</blockquote>
      {asked.state === 'dismissed' && (
        <Alert severity="info" title="Cette question est écartée">
          <p>{asked.dismissedFor}</p>
        </Alert>
      )}
      <h2 className="fr-h5">{asked.current ? 'Corriger' : 'Publier'}</h2>
      {asked.current && <p>Ce qui est publié aujourd’hui restera lisible, avec sa date, sous la correction.</p>}
      <SimpleForm
        fields={answerFields}
        values={values}
        action={publish.bind(null, call.definition.code, questionId)}
        submitLabel={asked.current ? 'Publier la correction' : 'Publier la question et sa réponse'}
      />
      {asked.state === 'asked' && (
        <section aria-labelledby="ecarter" className="mt-10">
          <h2 className="fr-h5" id="ecarter">
            Écarter cette question
          </h2>
          <p>Elle a déjà sa réponse, elle ne concerne qu’un dossier, elle ne porte pas sur l’appel…</p>
          <SimpleForm
            fields={reasonFields}
            action={dismiss.bind(null, call.definition.code, questionId)}
            submitLabel="Écarter sans la publier"
          />
        </section>
      )}
    </div>
  );
}

const answerFields: FieldView[] = [
  {
    code: questionFields.question,
    label: 'La question telle que tous la liront',
    hint: 'Retirez les noms, les coordonnées et ce qui permet de reconnaître qui la pose.',
    control: 'paragraphs',
    rows: 4,
  },
  { code: questionFields.answer, label: 'La réponse', control: 'paragraphs', rows: 8 },
];

const reasonFields: FieldView[] = [
  {
    code: questionFields.reason,
    label: 'Raison',
    hint: 'La personne qui a posé la question la lira, si elle a laissé son adresse.',
    control: 'paragraphs',
    rows: 3,
  },
];
