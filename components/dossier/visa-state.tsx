import { Alert } from '#components/ui/alert.tsx';
import { type Visa, visaSentence } from '#lib/domain/visa.ts';

/** Where the visa stands, with the words of who answered; nothing while none was asked nor required. */
export function VisaState({ visa, required }: { visa: Visa | null; required: boolean }) {
  if (!visa)
    return required ? <Alert severity="warning" title="Un visa est obligatoire pour déposer&nbsp;: il n’est pas encore demandé." /> : null;
  const answer = visa.answer;
  const good = answer?.value === 'given' && !answer.outdated;
  return (
    <Alert severity={good ? 'success' : answer ? 'warning' : 'info'} title={titleOf(visa)}>
      <p>{visaSentence(visa)}</p>
      {answer?.comment && <p className="written-text">{answer.comment}</p>}
      {required && !good && <p>Un visa donné pour ce qui est écrit maintenant est obligatoire pour déposer.</p>}
    </Alert>
  );
}

/** The state in two words; who, when and whether it still holds are said under it. */
function titleOf({ answer }: Visa): string {
  if (!answer) return 'Visa demandé';
  return answer.value === 'given' ? 'Visa donné' : 'Visa refusé';
}
