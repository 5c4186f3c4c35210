import { composeApart } from '../documents/composer-process.ts';
import type { Actor } from '../domain/actor.ts';
import { letterDocx } from '../exchange/letter-docx.ts';
import { turnsOfEach } from '../exchange/turns.ts';
import { settings } from '../infra/settings.ts';
import { letterToSign } from '../queries/letter-to-sign.ts';
import { receive } from './reception.ts';

/** Nobody asks for papers faster than they are made. */
const inTurnOfEach = turnsOfEach();

const formats = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
export type LetterFormat = keyof typeof formats;

/** True for a format the letter can be printed from. */
export function isLetterFormat(format: string): format is LetterFormat {
  return Object.hasOwn(formats, format);
}

/** The letter to print and sign by hand, as a file to download; null for who does not belong to the dossier. */
export async function letterToPrint(actor: Actor, dossierId: string, format: LetterFormat) {
  const letter = await letterToSign(actor, dossierId, receive());
  if (!letter) return null;
  const compose = () => composeApart({ kind: 'letterToSign', data: letter }, settings().APP_ROOT);
  const content = format === 'docx' ? letterDocx(letter) : (await inTurnOfEach(actor.userId, compose)).pdf;
  return { name: `lettre-de-soutien-a-signer.${format}`, mediaType: formats[format], bytes: content.length, pieces: one(content) };
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
