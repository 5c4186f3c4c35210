import type { CallDefinition, TextBlock } from '../../domain/call.ts';
import { tani2020 } from '../tani-2020/call.ts';

export type DemonstrationCall = { code: string; promotion: number; labelYear: number; opensAt: Date; closesAt: Date; letterUntil?: Date };

/** An invented call with the rules and the words of the real one, other dates, and « appel d'essai » written everywhere. */
export function demonstrationCall({ code, promotion, labelYear, opensAt, closesAt, letterUntil }: DemonstrationCall): CallDefinition {
  const closingQuote = 'le dossier de candidature complet se dépose sur ce site avant la clôture indiquée.';
  return {
    ...tani2020,
    code,
    numberPrefix: `ESSAI-${labelYear}`,
    title: `Appel d’essai ${labelYear} : « Territoires d’Actions pour un Numérique Inclusif »`,
    shortTitle: `Appel d’essai ${labelYear} (fictif)`,
    promotion,
    fictitious: true,
    presentation: tani2020.presentation.map((block) => adapted(block, labelYear, closingQuote)),
    calendar: {
      ...tani2020.calendar,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      closingQuote,
      labelYear,
      ...(letterUntil && { letterUntil: letterUntil.toISOString() }),
    },
    // Who signed in 2020 signs nothing invented.
    charters: tani2020.charters.map((version) => ({ ...version, stateSignatory: { name: '', title: '' } })),
    contact: {
      service: 'Mission Société Numérique (démonstration)',
      email: 'mission@tani.example',
      postalAddress: '1 place de l’Exemple, 75000 Paris',
      phone: '01 99 00 00 00',
    },
  };
}

function adapted(block: TextBlock, labelYear: number, closingQuote: string): TextBlock {
  if (block.kind !== 'paragraph') return block;
  if (block.text.includes('avant le 5 octobre 2019'))
    return { ...block, text: `Pour répondre à cet appel à manifestation d’intérêt, ${closingQuote}` };
  return { ...block, text: block.text.replaceAll('l’année 2020', `l’année ${labelYear}`) };
}
