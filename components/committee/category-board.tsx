import { Fragment } from 'react';
import { StillAuthorisedNotice } from '#components/time/still-authorised-notice.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Scrollable } from '#components/ui/scrollable.tsx';
import { byPlace } from '#lib/domain/board.ts';
import type { BoardView } from '#lib/domain/board-view.ts';
import type { CallDefinition } from '#lib/domain/call.ts';
import { thresholdWords } from '#lib/domain/consensus.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { plural } from '#lib/domain/text.ts';
import { BoardRow } from './board-row.tsx';
import type { MoveAction } from './move-form.tsx';
import { SelectionActs } from './selection-acts.tsx';
import { ToReviewFirst } from './to-review-first.tsx';
import { UnexaminedDossiers } from './unexamined-dossiers.tsx';

type Props = {
  definition: CallDefinition;
  board: BoardView;
  move: MoveAction;
  freeze: () => Promise<void>;
  reopen: (form: FormData) => Promise<void>;
  release: () => Promise<void>;
};

/** The board of a category: who passes the gate, in which order and why, where the line is cut, and what can be done now. */
export function CategoryBoard({ definition, board, move, freeze, reopen, release }: Props) {
  const { category } = board;
  const id = `categorie-${category.code}`;
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2 className="fr-h4 mb-1" id={id}>
        {category.shortLabel}&nbsp;: {plural(category.seats, 'place', 'places')}
      </h2>
      <p className="fr-text--sm max-w-[60rem]">{category.label}</p>
      <details className="mb-4">
        <summary className="cursor-pointer">Comment les dossiers sont classés</summary>
        <ul className="mt-2">
          <li>Pour être lauréat&nbsp;: remplir {thresholdWords(category)}.</li>
          {definition.evaluation.rankingStatement.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <StateOfSelection board={board} />
      <StillAuthorisedNotice authorised={board.authorised}>La proposition ne peut pas être figée avant.</StillAuthorisedNotice>
      {board.withdrawn > 0 && (
        <Alert severity="warning" title={plural(board.withdrawn, 'dossier a été retiré', 'dossiers ont été retirés')}>
          <p>La proposition a été figée avant ce retrait. Rouvrez-la, puis figez-la de nouveau&nbsp;: la place ira au dossier suivant.</p>
        </Alert>
      )}
      <UnexaminedDossiers unexamined={board.unexamined} />
      {board.hidden > 0 && (
        <p className="fr-text--sm">
          {plural(board.hidden, 'dossier n’est pas montré', 'dossiers ne sont pas montrés')}&nbsp;: vous vous en êtes déporté. Une autre
          personne doit figer ou publier cette catégorie.
        </p>
      )}
      <ToReviewFirst dossiers={board.toReviewFirst} />
      {board.lines.length > 0 && <BoardTable definition={definition} board={board} move={board.mayMove ? move : null} />}
      <SelectionActs id={id} board={board} freeze={freeze} reopen={reopen} release={release} />
    </section>
  );
}

function BoardTable({ definition, board, move }: { definition: CallDefinition; board: BoardView; move: MoveAction | null }) {
  const { category, state } = board;
  const lines = byPlace(board.lines);
  const seated = lines.filter((line) => line.place === 'laureate').length;
  const decided = state.status === 'released';
  const cut = (
    <tbody>
      <tr>
        <td
          colSpan={category.criteria.length + 5}
          className="border-y-4 border-(--border-plain-blue-france) px-2 py-1 font-bold lg:text-center"
        >
          <span className="sticky left-2 inline-block max-w-[calc(100vw-4rem)]">
            {seatsTaken(seated, category.seats, decided)}. La ligne passe ici.
          </span>
        </td>
      </tr>
    </tbody>
  );
  return (
    <Scrollable label={`Tableau\u00a0: ${category.shortLabel}`}>
      <table className="w-full border-collapse text-left text-sm">
        <caption className="fr-sr-only">
          Dossiers de la catégorie {category.shortLabel}&nbsp;: les lauréats, la liste complémentaire, puis les autres
        </caption>
        <thead>
          <tr className="border-b-2 border-(--border-plain-grey) align-bottom">
            <th scope="col" className="min-w-[11rem] px-2 py-2">
              Dossier
            </th>
            {category.criteria.map((criterion) => (
              <th key={criterion.code} scope="col" className="min-w-[5.5rem] px-2 py-2">
                {criterion.code}
                <span className="block text-xs font-normal">{criterion.label}</span>
              </th>
            ))}
            {['Remplis', 'Appréciation', 'Évaluations', 'Place'].map((title) => (
              <th key={title} scope="col" className="px-2 py-2">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {lines.map((line, index) => (
          <Fragment key={line.dossierId}>
            {index === seated && cut}
            <BoardRow line={line} category={category} definition={definition} decided={decided} move={move} />
          </Fragment>
        ))}
        {lines.length === seated && cut}
      </table>
    </Scrollable>
  );
}

function StateOfSelection({ board: { category, state, lines, unexamined, authorised } }: { board: BoardView }) {
  if (state.status === 'released' && state.releasedAt) {
    return (
      <Alert severity="success">
        <p>Décisions publiées le {frenchInstant(state.releasedAt)}.</p>
      </Alert>
    );
  }
  if (state.status === 'frozen' && state.frozenAt) {
    return (
      <Alert severity="warning" title="Proposition figée">
        <p>Figée le {frenchInstant(state.frozenAt)}. Une seconde personne doit publier les décisions.</p>
        <p className="fr-text--sm">
          Empreinte SHA-256&nbsp;: <code className="break-all">{state.boardSha256}</code>
        </p>
      </Alert>
    );
  }
  if (lines.length === 0) return <p>Aucun dossier recevable dans cette catégorie&nbsp;: il n’y a rien à figer pour l’instant.</p>;
  const seated = lines.filter((line) => line.place === 'laureate').length;
  const problems = lines.filter((line) => line.problem !== null).length;
  return (
    <p>
      {seatsTaken(seated, category.seats, false)}, dans l’ordre actuel.{' '}
      {problems > 0 &&
        `${plural(problems, 'dossier n’est pas prêt', 'dossiers ne sont pas prêts')}\u00a0: la proposition ne peut pas encore être figée.`}
      {problems === 0 && unexamined.total === 0 && authorised.count === 0 && 'La proposition peut être figée par la présidence.'}
    </p>
  );
}

/** « 6 lauréats proposés sur 7 places », and « 6 lauréats sur 7 places » once decided. */
function seatsTaken(seated: number, seats: number, decided: boolean): string {
  const laureates = decided ? plural(seated, 'lauréat', 'lauréats') : plural(seated, 'lauréat proposé', 'lauréats proposés');
  return `${laureates} sur ${plural(seats, 'place', 'places')}`;
}
