import { Alert } from '#components/ui/alert.tsx';
import { type CallDefinition, categoryOf } from '#lib/domain/call.ts';
import { type Consensus, consensusSentence, thresholdWords } from '#lib/domain/consensus.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import type { Outcome } from '#lib/domain/dossier-status.ts';

type Props = {
  definition: CallDefinition;
  categoryCode: string | null;
  decisions: {
    inadmissible: { reason: string; decidedAt: Date } | null;
    decision: { outcome: Outcome; findings: unknown; reasons: string[]; releasedAt: Date } | null;
    categoryChange: { fixedCode: string; reason: string } | null;
  };
};

const titles: Record<Outcome, { severity: 'success' | 'warning' | 'info'; title: string }> = {
  laureate: { severity: 'success', title: 'Votre territoire est lauréat' },
  reserve: { severity: 'warning', title: 'Votre dossier est sur la liste complémentaire' },
  notSelected: { severity: 'info', title: 'Votre dossier n’est pas retenu' },
};

/** What was decided, why, criterion by criterion, and how to contest it. */
export function DecisionPanel({ definition, categoryCode, decisions }: Props) {
  const { inadmissible, decision, categoryChange } = decisions;
  if (inadmissible) {
    return (
      <Alert severity="error" title="Votre dossier n’est pas recevable">
        <p>
          Décision du {frenchInstant(inadmissible.decidedAt)}. {inadmissible.reason}
        </p>
        <Remedies definition={definition} />
      </Alert>
    );
  }
  const category = categoryOf(definition, categoryCode);
  if (!decision || !category) return null;
  return (
    <Alert {...titles[decision.outcome]}>
      <p>
        Décision du {frenchInstant(decision.releasedAt)}. Catégorie&nbsp;: {category.label}.
      </p>
      {categoryChange && <p>Catégorie fixée par la Mission&nbsp;: {categoryChange.reason}</p>}
      <p>Il fallait remplir {thresholdWords(category)}&nbsp;:</p>
      <ul>
        {(decision.findings as Consensus[]).map((consensus) => (
          <li key={consensus.criterionCode}>{consensusSentence(category, consensus)}</li>
        ))}
      </ul>
      {decision.reasons.map((reason) => (
        <p key={reason} className="written-text">
          {reason}
        </p>
      ))}
      {decision.outcome !== 'laureate' && <Remedies definition={definition} />}
    </Alert>
  );
}

function Remedies({ definition }: { definition: CallDefinition }) {
  return (
    <>
      <p className="font-bold">Voies et délais de recours</p>
      {definition.remedies.map((remedy) => (
        <p key={remedy}>{remedy}</p>
      ))}
    </>
  );
}
