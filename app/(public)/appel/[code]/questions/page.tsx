import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { QuestionList } from '#components/dossier/question-list.tsx';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { questionFields, searchQuestions } from '#lib/domain/call-question.ts';
import { frenchClosed, frenchClosing } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { plural } from '#lib/domain/text.ts';
import { callByCode, databaseNow } from '#lib/queries/call.ts';
import { publishedQuestions } from '#lib/queries/call-question.ts';
import { ask } from './actions.ts';

const MAX_SEARCH = 200;

export async function generateMetadata({ params }: PageProps<'/appel/[code]/questions'>): Promise<Metadata> {
  const call = await callByCode((await params).code);
  return { title: call ? `Questions et réponses – ${call.definition.shortTitle}` : 'Page introuvable' };
}

/** What was asked and answered about a call, the same for everybody, and the way to ask. */
export default async function QuestionsPage({ params, searchParams }: PageProps<'/appel/[code]/questions'>) {
  const call = await callByCode((await params).code);
  if (!call) notFound();
  const { q, fait } = await searchParams;
  const search = (typeof q === 'string' ? q : '').slice(0, MAX_SEARCH);
  const all = await publishedQuestions(call.id);
  const found = searchQuestions(all, search);
  const phase = phaseAt(call, await databaseNow());
  const { definition } = call;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Questions et réponses" back={{ href: `/appel/${definition.code}`, label: definition.shortTitle }}>
        <p>Tous les candidats lisent ici les mêmes réponses, avec leur date. Une réponse corrigée garde ce qu’elle disait avant.</p>
      </PageTitle>
      {fait === 'question' && (
        <Alert severity="success" role="status" title="Votre question est envoyée">
          <p>La Mission la lira. Elle paraîtra ici avec sa réponse, sans votre nom.</p>
        </Alert>
      )}
      {all.length > 0 && (
        <search>
          <form method="get" className="mb-6 flex flex-wrap items-end gap-4">
            <div className="min-w-[14rem] flex-1">
              <label className="fr-label" htmlFor="q">
                Chercher dans les questions et les réponses
              </label>
              <input className="fr-input mt-1" type="search" id="q" name="q" defaultValue={search} maxLength={MAX_SEARCH} />
            </div>
            <button type="submit" className="fr-btn">
              Chercher
            </button>
          </form>
        </search>
      )}
      <p role="status" className="font-bold">
        {all.length === 0 ? 'Aucune réponse n’est encore publiée.' : plural(found.length, 'question', 'questions')}
        {search !== '' && all.length > 0 && (
          <>
            {' '}
            pour «&nbsp;{search}&nbsp;». <a href="?">Tout afficher</a>
          </>
        )}
      </p>
      <QuestionList questions={found} />
      <section aria-labelledby="poser" className="mt-10">
        <h2 className="fr-h4" id="poser">
          Poser une question
        </h2>
        {phase === 'deposit' ? (
          <>
            <p>
              Vous pouvez le faire sans compte, {frenchClosing(call.closesAt)}. Votre question sera peut-être reformulée. N’y écrivez ni
              nom, ni numéro de téléphone, ni rien qui ne concerne que votre dossier&nbsp;: pour cela, utilisez les messages de votre
              dossier.
            </p>
            <SimpleForm fields={askFields} action={ask.bind(null, definition.code)} submitLabel="Envoyer ma question" />
          </>
        ) : (
          <p>
            {phase === 'closed' ? `Le dépôt est clos ${frenchClosed(call.closesAt)}.` : 'Le dépôt n’est pas encore ouvert.'} Pour toute
            question, écrivez à <a href={`mailto:${definition.contact.email}`}>{definition.contact.email}</a>.
          </p>
        )}
      </section>
    </div>
  );
}

const askFields: FieldView[] = [
  { code: questionFields.question, label: 'Votre question', control: 'paragraphs', rows: 5 },
  {
    code: questionFields.email,
    label: 'Votre courriel',
    hint: 'Facultatif. Pour être averti de la réponse\u00a0: il ne sert qu’à cela, n’est pas publié, et sera effacé ensuite.',
    control: 'line',
    type: 'email',
    autoComplete: 'email',
    narrow: false,
  },
];
