import type { FieldView } from './field-view.ts';

type Line = Extract<FieldView, { control: 'line' }>;

/** A day: the browser's own calendar; where it has none, typed as « 4/10/2019 ». */
export function dayField(code: string, label: string, hint?: string): Line {
  return { control: 'line', type: 'date', narrow: true, code, label, hint };
}

/** An hour of the clocks in Paris, unless the hint tells of others; where the browser has no field for it, typed as « 14 h 05 ». */
export function timeField(code: string, label: string, hint = 'À l’heure de Paris.'): Line {
  return { control: 'line', type: 'time', narrow: true, code, label, hint };
}
