import { fileSize, frenchNumber } from '../text.ts';
import type { UploadRefusal } from '../upload.ts';
import { documentLimits } from './document.ts';

/** Why a document cannot be read; the codes shared with other uploads mean the same. */
export const documentRefusals = [
  'missing',
  'empty',
  'tooLarge',
  'notADocument',
  'password',
  'unreadable',
  'tooManyPages',
  'interrupted',
  'scanned',
  'tooLong',
] as const satisfies readonly (Exclude<UploadRefusal, 'notPdf'> | 'notADocument' | 'scanned' | 'tooLong')[];
export type DocumentRefusal = (typeof documentRefusals)[number];

/** What to tell the person, with the way out. Nothing of a refused document is kept. */
export function documentRefusalSentence(refusal: DocumentRefusal): string {
  return sentences[refusal];
}

/** True for the value of a refusal in an address or in an answer of the reading program. */
export function isDocumentRefusal(value: unknown): value is DocumentRefusal {
  return (documentRefusals as readonly unknown[]).includes(value);
}

const sentences: Record<DocumentRefusal, string> = {
  missing: 'Aucun fichier n’a été choisi. Choisissez votre document puis envoyez-le.',
  empty: 'Ce fichier est vide. Ouvrez-le sur votre ordinateur pour vérifier son contenu, puis envoyez-le de nouveau.',
  tooLarge: `Ce document dépasse ${fileSize(documentLimits.bytes)}. Retirez-en les images ou gardez-en une copie sans annexe, puis envoyez-le de nouveau.`,
  notADocument:
    'Ce fichier n’est pas un document que nous savons lire. Depuis votre traitement de texte, enregistrez-le au format .docx, .odt ou .pdf.',
  password: 'Ce document est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe puis envoyez-la.',
  unreadable:
    'Ce document est abîmé ou trop complexe\u00a0: il ne s’ouvre pas. Ouvrez-le dans votre traitement de texte, enregistrez-en une copie au format .docx ou .odt, puis envoyez-la.',
  tooManyPages: `Ce document compte plus de ${documentLimits.pages} pages. N’envoyez que la candidature, sans ses annexes.`,
  interrupted: 'L’envoi a été interrompu avant la fin. Rien n’a été enregistré\u00a0: envoyez le fichier de nouveau.',
  scanned:
    'Ce document ne contient pas de texte\u00a0: ses pages sont sans doute des images numérisées. Envoyez le fichier d’origine du traitement de texte, ou copiez vos réponses dans le formulaire.',
  tooLong: `Ce document contient plus de ${frenchNumber(documentLimits.characters)} caractères. N’envoyez que la candidature, sans ses annexes.`,
};
