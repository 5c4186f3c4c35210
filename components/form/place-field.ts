import { overseasPlaces } from '#lib/domain/local-time.ts';
import type { FieldView } from './field-view.ts';

/** Name of the field that says where an overseas territory is. */
export const placeFieldName = 'lieu';

/** Where the territory is, to tell its own hour beside that of Paris. */
export function placeField(summary?: string): FieldView {
  return {
    code: placeFieldName,
    label: 'Où se trouve votre territoire\u00a0?',
    hint: 'Facultatif. L’heure de clôture vous est alors donnée aussi à l’heure de ce territoire.',
    control: 'select',
    summary,
    options: [
      { value: '', label: 'En métropole, à l’heure de Paris' },
      ...overseasPlaces.map(({ code, label }) => ({ value: code as string, label })),
    ],
  };
}
