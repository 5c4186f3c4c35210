import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '#components/ui/alert.tsx';
import { CallPicker } from '#components/ui/call-picker.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { holdsRole } from '#lib/domain/actor.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import { publishedQuestions, waitingQuestions } from '#lib/queries/call-question.ts';
import { callsOfTheMission } from '#lib/queries/instruction.ts';

export const metadata: Metadata = { title: 'Questions des candidats' };

const doneSentences = {
  publication: 'La réponse est publiée\u00a0: tous les candidats la lisent.',
  ecart: 'La question est écartée.',
};

export default async function AdministeredQuestionsPage({ searchParams }: PageProps<'/administration/questions'>) {
  const { appel, fait } = await searchParams;
  const actor = await signedInActor('/administration/questions');
  const calls = (await callsOfTheMission(actor)).filter((call) => holdsRole(actor, 'administrator', call.id));
  const call = calls.find(({ definition }) => definition.code === appel) ?? calls[0];
  if (!call) notFound();
  const [waiting, published] = await Promise.all([waitingQuestions(actor, call.id), publishedQuestions(call.id)]);
  const done = knownWord(doneSentences, fait);
  const publicPage = `/appel/${call.definition.code}/questions` as Route;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Questions des candidats" back={{ href: '/administration', label: 'Administration' }}>
        <p>
          Personne ne voit une question avant que vous la publiiez avec sa réponse. Une question reçue par courriel ou par téléphone se pose
          sur <Link href={publicPage}>la page publique</Link>, puis se publie ici&nbsp;: tous les candidats ont ainsi les mêmes réponses.
        </p>
      </PageTitle>
      {done && <Alert severity="success" role="status" title={done} />}
      <CallPicker calls={calls} current={call} path="/administration/questions" />
      <h2 className="fr-h4">À traiter ({waiting.length})</h2>
      {waiting.length === 0 && <p>Aucune question n’attend de réponse.</p>}
      <ul className="fr-raw-list">
        {waiting.map(({ id, askedText, askedAt, wantsAnswer }) => (
          <li key={id} className="border-t border-(--border-default-grey) py-3">
            <p className="written-text mb-1">{askedText}</p>
            <p className="fr-text--sm mb-1">
              Posée le {frenchInstant(askedAt)}. {wantsAnswer && 'La personne sera avertie de la réponse.'}
            </p>
            <Link href={`/administration/questions/${id}` as Route}>Traiter cette question</Link>
          </li>
        ))}
      </ul>
      <h2 className="fr-h4 mt-8">Publiées ({published.length})</h2>
      <ul className="fr-raw-list">
        {published.map(({ id, number, question, publishedAt, modifiedAt }) => (
          <li key={id} className="border-t border-(--border-default-grey) py-3">
            <p className="written-text mb-1">
              {number}. {question}
            </p>
            <p className="fr-text--sm mb-1">
              Publiée le {frenchInstant(publishedAt)}
              {modifiedAt && `, modifiée le ${frenchInstant(modifiedAt)}`}.
            </p>
            <Link href={`/administration/questions/${id}` as Route}>Corriger la question {number} ou sa réponse</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
