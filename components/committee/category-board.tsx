import { Fragment } from 'react';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Scrollable } from '#components/ui/scrollable.tsx';
import type { BoardLine } from '#lib/domain/board.ts';
import type { CallDefinition, Category } from '#lib/domain/call.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { statusLabels } from '#lib/domain/dossier-status.ts';
import { plural } from '#lib/domain/text.ts';
import { BoardRow } from './board-row.tsx';
import { type Unexamined, UnexaminedDossiers } from './unexamined-dossiers.tsx';

type Props = {
  definition: CallDefinition;
  board: {
    category: Category;
    state: { status: 'open' | 'frozen' | 'released'; frozenAt: Date | null; releasedAt: Date | null; boardSha256: string | null };
    lines: BoardLine[];
    hidden: number;
    unexamined: Unexamined;
    mayMove: boolean;
    mayFreeze: boolean;
    mayReopen: boolean;
    mayRelease: boolean;
  };
  move: (form: FormData) => Promise<void>;
  freeze: () => Promise<void>;
  reopen: (form: FormData) => Promise<void>;
  release: () => Promise<void>;
};

/** The board of a category: who passes the gate, in which order and why, where the line is cut, and what can be done now. */
export function CategoryBoard({ definition, board, move, freeze, reopen, release }: Props) {
  const { category, state, lines } = board;
  const seated = lines.filter((line) => line.place === 'laureate').length;
  const problems = lines.filter((line) => line.problem !== null).length;
  const id = `categorie-${category.code}`;
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2 className="fr-h4 mb-1" id={id}>
        {category.shortLabel} : {plural(category.seats, 'place', 'places')}
      </h2>
      <p className="fr-text--sm max-w-[60rem]">{category.label}</p>
      <details className="mb-4">
        <summary className="cursor-pointer">Comment les dossiers sont classés</summary>
        <ul className="mt-2">
          <li>
            Pour être lauréat : {category.minimumCriteria} critères remplis au moins sur {category.criteria.length}.
          </li>
          {definition.evaluation.rankingStatement.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <StateOfSelection state={state} seated={seated} seats={category.seats} problems={problems} />
      <UnexaminedDossiers unexamined={board.unexamined} />
      {board.hidden > 0 && (
        <p className="fr-text--sm">
          {plural(board.hidden, 'dossier n’est pas montré', 'dossiers ne sont pas montrés')} : vous vous en êtes déporté. Une autre personne
          doit figer ou publier cette catégorie.
        </p>
      )}
      {lines.length === 0 ? (
        <p>Aucun dossier recevable dans cette catégorie.</p>
      ) : (
        <Scrollable label={`Tableau : ${category.shortLabel}`}>
          <table className="w-full border-collapse text-left text-sm">
            <caption className="fr-sr-only">Dossiers de la catégorie {category.shortLabel}, dans l’ordre</caption>
            <thead>
              <tr className="border-b-2 border-(--border-plain-grey) align-bottom">
                <th scope="col" className="px-2 py-2">
                  Dossier
                </th>
                {category.criteria.map((criterion) => (
                  <th key={criterion.code} scope="col" className="px-2 py-2">
                    <abbr title={criterion.label}>{criterion.code}</abbr>
                  </th>
                ))}
                {['Remplis', 'Appréciation', 'Évaluations', 'Place'].map((title) => (
                  <th key={title} scope="col" className="px-2 py-2">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <Fragment key={line.dossierId}>
                  {lines[index - 1]?.place === 'laureate' && line.place !== 'laureate' && (
                    <CutLine columns={category.criteria.length + 5} category={category} />
                  )}
                  <BoardRow
                    line={line}
                    next={lines[index + 1]}
                    category={category}
                    definition={definition}
                    move={board.mayMove ? move : null}
                  />
                </Fragment>
              ))}
            </tbody>
          </table>
        </Scrollable>
      )}
      <div className="mt-4 flex flex-wrap items-end gap-4">
        {board.mayFreeze && (
          <form action={freeze}>
            <SubmitButton>Figer la proposition</SubmitButton>
          </form>
        )}
        {board.mayRelease && (
          <form action={release}>
            <SubmitButton>Publier les décisions</SubmitButton>
          </form>
        )}
        {board.mayReopen && (
          <form action={reopen} className="flex flex-wrap items-end gap-3">
            <div>
              <label className="fr-label" htmlFor={`${id}-rouvrir`}>
                Pourquoi rouvrir la proposition
              </label>
              <input className="fr-input mt-1" id={`${id}-rouvrir`} name="raison" required />
            </div>
            <SubmitButton secondary>Rouvrir la proposition</SubmitButton>
          </form>
        )}
      </div>
    </section>
  );
}

function StateOfSelection({
  state,
  seated,
  seats,
  problems,
}: {
  state: Props['board']['state'];
  seated: number;
  seats: number;
  problems: number;
}) {
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
          Empreinte SHA-256 : <code className="break-all">{state.boardSha256}</code>
        </p>
      </Alert>
    );
  }
  return (
    <p>
      {seated} sur {plural(seats, 'place pourvue', 'places pourvues')} dans l’ordre actuel.{' '}
      {problems > 0
        ? `${plural(problems, 'dossier n’est pas prêt', 'dossiers ne sont pas prêts')} : la proposition ne peut pas encore être figée.`
        : 'La proposition peut être figée par la présidence.'}
    </p>
  );
}

function CutLine({ columns, category }: { columns: number; category: Category }) {
  return (
    <tr>
      <td colSpan={columns} className="border-y-4 border-(--border-plain-blue-france) px-2 py-1 text-center font-bold">
        {plural(category.seats, 'place', 'places')} : la ligne passe ici. {statusLabels.reserve} et dossiers non retenus ci-dessous.
      </td>
    </tr>
  );
}
