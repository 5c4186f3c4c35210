import { SubmitButton } from '#components/form/submit-button.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import type { BoardLine } from '#lib/domain/board.ts';
import type { BoardView } from '#lib/domain/board-view.ts';
import { plural } from '#lib/domain/text.ts';

type Props = {
  id: string;
  board: BoardView;
  freeze: () => Promise<void>;
  reopen: (form: FormData) => Promise<void>;
  release: () => Promise<void>;
};

/** What can be done with a whole category now, each act with what it will do and to whom. */
export function SelectionActs({ id, board, freeze, reopen, release }: Props) {
  const territories = plural(board.lines.length, 'territoire recevra', 'territoires recevront');
  return (
    <div className="mt-4 flex flex-col gap-4">
      {board.mayFreeze && (
        <Confirmation label="Relire puis figer">
          <p>
            La proposition ne bougera plus&nbsp;: {recap(board.lines)}. Personne n’en sera prévenu. Une autre personne pourra ensuite
            publier les décisions&nbsp;; vous ne pourrez pas le faire vous-même.
          </p>
          <form action={freeze}>
            <SubmitButton>Figer la proposition</SubmitButton>
          </form>
        </Confirmation>
      )}
      {board.mayRelease && (
        <Confirmation label="Relire puis publier">
          <p>
            {territories} un courriel&nbsp;: {recap(board.lines)}. Les lauréats seront nommés sur la page publique des territoires. Une
            décision publiée ne se reprend pas.
          </p>
          <form action={release}>
            <SubmitButton>Publier les décisions</SubmitButton>
          </form>
        </Confirmation>
      )}
      {board.mayReopen && (
        <Confirmation label="Rouvrir" secondary>
          <form action={reopen}>
            <label className="fr-label" htmlFor={`${id}-rouvrir`}>
              Pourquoi rouvrir la proposition
            </label>
            <textarea className="fr-input mt-1 mb-3 [field-sizing:content]" id={`${id}-rouvrir`} name="raison" rows={2} required />
            <SubmitButton secondary>Rouvrir la proposition</SubmitButton>
          </form>
        </Confirmation>
      )}
    </div>
  );
}

/** « 7 lauréats, 1 en liste complémentaire, 3 non retenus ». */
function recap(lines: BoardLine[]): string {
  const count = (place: BoardLine['place']) => lines.filter((line) => line.place === place).length;
  return [
    plural(count('laureate'), 'lauréat', 'lauréats'),
    plural(count('reserve'), 'en liste complémentaire', 'en liste complémentaire'),
    plural(count('notSelected'), 'non retenu', 'non retenus'),
  ].join(', ');
}
