import type { FieldView } from '#components/form/field-view.ts';

/** The one field of a message. */
export const messageFields: FieldView[] = [
  { code: 'message', label: 'Votre message', control: 'paragraphs', rows: 6, advisedLength: 1500 },
];
