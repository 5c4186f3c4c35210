import { questionAnchor } from '#lib/domain/call-question.ts';
import { frenchInstant } from '#lib/domain/dates.ts';

type Wording = { question: string; answer: string; publishedAt: Date };
type Props = { questions: (Wording & { number: number; modifiedAt: Date | null; former: Wording[] })[] };

/** Published questions with their answers, each at an address of its own. */
export function QuestionList({ questions }: Props) {
  return questions.map(({ number, question, answer, publishedAt, modifiedAt, former }) => (
    <article key={number} id={questionAnchor(number)} className="mb-6 border-t border-(--border-default-grey) pt-4">
      <h2 className="fr-h5 written-text mb-1">{question}</h2>
      <p className="fr-text--sm mb-2">
        <a href={`#${questionAnchor(number)}`}>Question {number}</a>, publiée le {frenchInstant(publishedAt)}
        {modifiedAt && `, modifiée le ${frenchInstant(modifiedAt)}`}.
      </p>
      <p className="written-text">{answer}</p>
      {former.length > 0 && (
        <details>
          <summary className="cursor-pointer">Lire ce qui était publié avant</summary>
          {former.map((old) => (
            <div key={old.publishedAt.toISOString()} className="mt-3 border-l-4 border-(--border-default-grey) pl-4">
              <p className="fr-text--sm mb-1">Publié le {frenchInstant(old.publishedAt)}.</p>
              <p className="written-text mb-1 font-bold">{old.question}</p>
              <p className="written-text">{old.answer}</p>
            </div>
          ))}
        </details>
      )}
    </article>
  ));
}
