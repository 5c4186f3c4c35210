import { type CallDefinition, organisationKindOf } from './call.ts';

export type EligibilityVerdict = 'eligible' | 'ineligible';
export const eligibilityLabels: Record<EligibilityVerdict, string> = { eligible: 'Éligible', ineligible: 'Non éligible' };

/** What the application proposes, with its reason and the words of the call; a person decides. */
export type EligibilityProposal = { proposal: 'eligible' | 'ineligible' | 'toJudge'; reason: string; quote: string };

/**
 * Call, 3.1: « Les collectivités - y compris les collectivités à statut particulier et d'outre-mer - dont l'échelle
 * territoriale est comprise entre l'intercommunalité (ou métropole) et le département ; Des structures de coopération ;
 * D'autres structures à participation publique ». Which kind of structure leads to which proposal is data of the call.
 */
export function proposeEligibility(definition: CallDefinition, organisationKind: string): EligibilityProposal {
  const kind = organisationKindOf(definition, organisationKind);
  if (kind) return { proposal: kind.proposal, reason: kind.reason, quote: kind.quote };
  return {
    proposal: 'toJudge',
    reason: 'La nature de la structure n’est pas indiquée dans le dossier\u00a0: elle reste à établir.',
    quote: definition.organisationKinds[0]?.quote ?? '',
  };
}
