import type { FieldView } from '#components/form/field-view.ts';
import { dayField as dayOf } from '#components/form/instant-fields.ts';
import type { CallDefinition } from '#lib/domain/call.ts';

export const dayField = 'jour';
export const laterDayField = 'jour-prolongation';
export const reasonField = 'raison';
const PREFIX = 'page-';

/** The field that says what to correct on a page of the form. */
export function pageField(sectionCode: string): string {
  return `${PREFIX}${sectionCode}`;
}

/** The page of the form such a field is about; null for another field. */
export function sectionOfField(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
}

/** One text per page of the form, then the last day. */
export function requestFields({ sections }: CallDefinition): FieldView[] {
  return [
    ...sections.map(({ code, title }): FieldView => ({ control: 'paragraphs', code: pageField(code), label: title, rows: 2 })),
    dayView(dayField),
  ];
}

export function dayView(code: string): FieldView {
  const hint = 'Le candidat peut déposer ses corrections jusqu’à 23 h 59 ce jour-là, heure de Paris, dans les 30 jours au plus.';
  return dayOf(code, 'Dernier jour pour corriger', hint);
}

export const reasonFields: FieldView[] = [
  { control: 'paragraphs', code: reasonField, label: 'Raison du retrait', hint: 'Elle est envoyée au candidat.', rows: 2 },
];
