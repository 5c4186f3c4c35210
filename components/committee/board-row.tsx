import type { Route } from 'next';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { BoardLine } from '#lib/domain/board.ts';
import type { CallDefinition, Category, RankingStep } from '#lib/domain/call.ts';
import type { Consensus } from '#lib/domain/consensus.ts';
import { outcomes, statusLabels } from '#lib/domain/dossier-status.ts';
import { findingLabels } from '#lib/domain/finding-labels.ts';

type Props = {
  line: BoardLine;
  next: BoardLine | undefined;
  category: Category;
  definition: CallDefinition;
  /** Null: the board is not open, or this person may not move dossiers. */
  move: ((form: FormData) => Promise<void>) | null;
};

const separations: Record<RankingStep, string> = {
  criteriaMet: '',
  meanAppreciation: 'À égalité de critères avec le suivant : départagés par l’appréciation.',
  lot: 'À égalité complète avec le suivant : départagés par le tirage au sort.',
};

/** One dossier of the board with what explains its place, and the way to move it with a reason. */
export function BoardRow({ line, next, category, definition, move }: Props) {
  const tie = next && line.separation !== 'none' && line.place !== next.place ? separations[line.separation] : '';
  return (
    <tr className="border-b border-(--border-default-grey) align-top">
      <th scope="row" className="px-2 py-2 font-normal">
        <Link href={`/comite/${line.dossierId}` as Route} className="font-bold">
          {line.organisationName}
        </Link>
        <span className="block">
          {line.number}, {line.territoryName}
        </span>
        {line.problem && <span className="block font-bold">À faire : {line.problem}</span>}
        {tie && <span className="block italic">{tie}</span>}
      </th>
      {category.criteria.map(({ code }) => (
        <td key={code} className="px-2 py-2">
          <ConsensusMark consensus={line.consensus.find((c) => c.criterionCode === code)} />
        </td>
      ))}
      <td className="px-2 py-2 whitespace-nowrap">
        {line.gate.met} sur {category.criteria.length}
        <span className="block">{line.gate.passes ? 'condition remplie' : 'condition non remplie'}</span>
      </td>
      <td className="px-2 py-2">{line.meanAppreciation === null ? '—' : line.meanAppreciation.toFixed(2).replace('.', ',')}</td>
      <td className="px-2 py-2 whitespace-nowrap">
        {line.reviews} sur {definition.evaluation.reviewsPerDossier}
      </td>
      <td className="min-w-[9rem] px-2 py-2">
        <strong>{line.problem ? 'En attente' : statusLabels[line.place]}</strong>
        {!line.problem && line.place !== 'notSelected' && ` (${line.rank})`}
        {line.moved && <span className="block">place donnée par le comité</span>}
        {move && <MoveForm line={line} move={move} />}
      </td>
    </tr>
  );
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

function MoveForm({ line, move }: { line: BoardLine; move: (form: FormData) => Promise<void> }) {
  const id = `deplacer-${line.dossierId}`;
  return (
    <details className="mt-1">
      <summary className="cursor-pointer">Déplacer</summary>
      <form action={move} className="mt-2 min-w-[14rem]">
        <input type="hidden" name="dossier" value={line.dossierId} />
        <label className="fr-label" htmlFor={`${id}-place`}>
          Nouvelle place
        </label>
        <select className="fr-select mt-1 mb-2" id={`${id}-place`} name="place" defaultValue={line.place}>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {statusLabels[outcome]}
            </option>
          ))}
          <option value="">Place calculée</option>
        </select>
        <label className="fr-label" htmlFor={`${id}-raison`}>
          Raison
        </label>
        <textarea className="fr-input mt-1 mb-2" id={`${id}-raison`} name="raison" rows={2} required />
        <SubmitButton small>Déplacer</SubmitButton>
      </form>
    </details>
  );
}
