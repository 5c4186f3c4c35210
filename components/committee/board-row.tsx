import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import type { BoardLine } from '#lib/domain/board.ts';
import type { CallDefinition, Category } from '#lib/domain/call.ts';
import type { Consensus } from '#lib/domain/consensus.ts';
import { frenchDay, frenchTime } from '#lib/domain/dates.ts';
import { type Outcome, statusLabels } from '#lib/domain/dossier-status.ts';
import { findingLabels } from '#lib/domain/finding-labels.ts';
import { reviewCount } from '#lib/domain/review.ts';
import { tieSentence } from '#lib/domain/selection.ts';
import { type MoveAction, MoveForm } from './move-form.tsx';

type Props = {
  line: BoardLine;
  category: Category;
  definition: CallDefinition;
  /** The decisions are published: places are no longer proposals. */
  decided: boolean;
  /** Null: the board is not open, or this person may not move dossiers. */
  move: MoveAction | null;
};

/** One dossier of the board with what explains its place, and below it the committee's reason and the way to move it. */
export function BoardRow({ line, category, definition, decided, move }: Props) {
  const { reviewsPerDossier } = definition.evaluation;
  return (
    <tbody className="border-b border-(--border-default-grey)">
      <tr className="align-top">
        <th scope="row" className="px-2 py-2 font-normal">
          <Link href={`/comite/${line.dossierId}` as Route} className="font-bold">
            {line.organisationName}
          </Link>
          <span className="block">
            {line.number}, {line.territoryName}
          </span>
          {line.problem && <span className="block font-bold">À faire&nbsp;: {line.problem}</span>}
          {line.tie && <span className="block italic">{tieSentence(line.tie)}</span>}
        </th>
        {category.criteria.map(({ code }) => (
          <td key={code} className="px-2 py-2">
            <ConsensusMark consensus={line.consensus.find((c) => c.criterionCode === code)} />
          </td>
        ))}
        <td className="px-2 py-2">
          {line.reviews > 0 && (
            <span className="block whitespace-nowrap">
              {line.gate.met} sur {category.criteria.length}
            </span>
          )}
          {gateWord(line, reviewsPerDossier)}
        </td>
        <td className="px-2 py-2">{line.meanAppreciation === null ? '—' : line.meanAppreciation.toFixed(2).replace('.', ',')}</td>
        <td className="px-2 py-2">{reviewCount(line.reviews, reviewsPerDossier)}</td>
        <td className="px-2 py-2">
          <PlaceCell line={line} decided={decided} />
        </td>
      </tr>
      {(line.move || move) && (
        <tr>
          <td colSpan={category.criteria.length + 5} className="px-2 pb-2">
            {/* Stays in view while a narrow screen scrolls the columns. */}
            <div className="sticky left-2 w-[min(100%,calc(100vw-4rem))]">
              {line.move && <GivenPlace line={line} />}
              {move && (
                // Another key after each move: the form closes and starts again from the place now given.
                <MoveForm
                  key={`${line.place} ${line.move?.at}`}
                  dossierId={line.dossierId}
                  organisationName={line.organisationName}
                  place={line.place}
                  action={move}
                />
              )}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Who gave a dossier its place, when, why, and what the order alone would have given. */
export function GivenPlace({ line }: { line: BoardLine }) {
  if (!line.move) return null;
  const { by, at, reason } = line.move;
  return (
    <p className="written-text mb-1">
      <strong>Place donnée par le comité</strong> ({by}, {frenchDay(new Date(at))} à {frenchTime(new Date(at))})&nbsp;: {reason}
      {line.place !== line.computedPlace && ` — L’ordre annoncé donnerait\u00a0: ${statusLabels[line.computedPlace].toLowerCase()}.`}
    </p>
  );
}

/** What a place is called before anybody has decided, and after. */
export function placeLabel(place: Outcome, decided: boolean): string {
  return !decided && place === 'laureate' ? 'Lauréat proposé' : statusLabels[place];
}

function PlaceCell({ line, decided }: { line: BoardLine; decided: boolean }) {
  const label = placeLabel(line.place, decided);
  const withRank = line.place === 'notSelected' ? label : `${label} (${line.rank})`;
  if (!line.problem) return <strong>{withRank}</strong>;
  return (
    <>
      <strong>En attente</strong>
      {line.place !== 'notSelected' && <span className="block">{withRank.toLowerCase()} si rien ne change</span>}
    </>
  );
}

function gateWord({ reviews, gate }: BoardLine, expected: number): string {
  if (reviews === 0) return 'pas encore évalué';
  if (reviews < expected) return 'évaluation en cours';
  if (gate.passes) return 'condition remplie';
  return gate.couldPass ? 'désaccord à départager' : 'condition non remplie';
}

function ConsensusMark({ consensus }: { consensus: Consensus | undefined }) {
  if (!consensus || consensus.basis === 'none') return <span>—</span>;
  if (consensus.basis === 'disagreement') return <strong>Désaccord</strong>;
  return (
    <span>
      {consensus.finding && findingLabels[consensus.finding]}
      {consensus.basis === 'settled' && <span className="block text-xs">départagé</span>}
    </span>
  );
}
