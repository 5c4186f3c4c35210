import type { DocumentFormat } from './import/document.ts';
import { fileSize } from './text.ts';

/** Why an uploaded file is not taken. */
export const uploadRefusals = [
  'missing',
  'empty',
  'tooLarge',
  'notPdf',
  'password',
  'unreadable',
  'tooManyPages',
  'program',
  'attachments',
  'unchecked',
  'interrupted',
] as const;
export type UploadRefusal = (typeof uploadRefusals)[number];

/** The field that says which document the page showed: another one is never replaced unseen. Empty when there was none. */
export const seenFileField = 'document-vu';

/** A support letter has a page or two; beyond this a file is not a letter. */
export const maxPages = 50;

/** What to tell the person, with the way out. Nothing of a refused file is kept. */
export function uploadRefusalSentence(refusal: UploadRefusal, maxBytes: number): string {
  return sentences[refusal].replace('{max}', fileSize(maxBytes));
}

/** True for the value of a refusal in an address. */
export function isUploadRefusal(value: unknown): value is UploadRefusal {
  return (uploadRefusals as readonly unknown[]).includes(value);
}

/** Names a computer keeps for itself, or hides. */
const reservedName = /^(\.|con$|prn$|aux$|nul$|com\d$|lpt\d$)/i;

/** What a file of these kinds is called at its end. */
const extensions = ['pdf', 'docx', 'odt', 'doc', 'txt'] as const;
type Extension = (typeof extensions)[number];
const KNOWN_ENDING = new RegExp(`\\.(${extensions.join('|')})$`, 'i');

/** How the name of a document ends, by what it is and not by what it was called. */
export function documentExtension(format: DocumentFormat): Extension {
  return format === 'text' ? 'txt' : format;
}

/**
 * The name to show and to propose at download: ending as what the file is, without path, no control or
 * direction-changing character, at most 150 characters.
 */
export function cleanFileName(name: string, extension: Extension = 'pdf'): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .trim();
  const ending = extension === 'pdf' ? /\.pdf$/i : KNOWN_ENDING;
  const stem = clean.replace(ending, '').trim() || 'document';
  const longest = 148 - extension.length;
  const short = stem.length > longest ? `${stem.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : stem;
  return `${reservedName.test(short) ? `_${short}` : short}.${extension}`;
}

const sentences: Record<UploadRefusal, string> = {
  missing: 'Aucun fichier n’a été choisi. Choisissez le PDF de la lettre puis envoyez-le.',
  empty: 'Ce fichier est vide. Ouvrez-le sur votre ordinateur pour vérifier son contenu, puis envoyez-le de nouveau.',
  tooLarge:
    'Ce fichier dépasse {max}. Enregistrez-le en plus petit (numérisation en noir et blanc, à 150 ou 200 points par pouce) puis envoyez-le de nouveau.',
  notPdf: 'Ce fichier n’est pas un PDF. Depuis votre traitement de texte ou votre numériseur, enregistrez-le au format PDF.',
  password: 'Ce PDF est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, par exemple en l’imprimant vers un PDF.',
  unreadable: 'Ce PDF est abîmé\u00a0: ses pages ne s’ouvrent pas. Numérisez ou enregistrez la lettre de nouveau.',
  tooManyPages: `Ce PDF compte plus de ${maxPages} pages. N’envoyez que la lettre de soutien.`,
  program:
    'Ce PDF contient un programme, un formulaire à remplir ou une vidéo : par précaution, il n’est pas accepté. Imprimez-le vers un nouveau PDF, qui ne gardera que ses pages, puis envoyez celui-ci.',
  attachments:
    'Ce PDF contient d’autres fichiers en pièces jointes : par précaution, il n’est pas accepté. Imprimez-le vers un nouveau PDF, qui ne gardera que ses pages, puis envoyez celui-ci.',
  unchecked: 'Ce PDF n’a pas pu être vérifié en entier. Imprimez-le vers un nouveau PDF, puis envoyez celui-ci.',
  interrupted: 'L’envoi a été interrompu avant la fin. Rien n’a été enregistré\u00a0: envoyez le fichier de nouveau.',
};
