import type { CallDefinition } from '../../domain/call.ts';
import type { DossierAnswers } from '../../domain/form.ts';
import { offlineForm } from '../../domain/offline-form/blocks.ts';
import { formDocx } from './docx.ts';
import { formOdt } from './odt.ts';

/** A form to fill in a word processor, ready to be sent to a browser. */
export type FormFile = { name: string; mediaType: string; content: Uint8Array };

const formats = {
  docx: { write: formDocx, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  odt: { write: formOdt, mediaType: 'application/vnd.oasis.opendocument.text' },
} as const;

/** The form of a call as a file of this format (« docx » or « odt »), empty or with these answers; null for any other format. */
export function formFile(definition: CallDefinition, answers: DossierAnswers, format: string): FormFile | null {
  if (format !== 'docx' && format !== 'odt') return null;
  const { write, mediaType } = formats[format];
  const content = write(definition.title, offlineForm(definition, answers));
  return { name: `formulaire-${definition.code}.${format}`, mediaType, content };
}
