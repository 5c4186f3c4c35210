import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import type { Territory } from './territories.ts';

/** An invented support letter, signed by an invented elected official, as a PDF. */
export async function supportLetter({ name, territory }: Territory): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(`Lettre de soutien – ${name}`);
  const page = document.addPage([595, 842]);
  const [regular, bold, italic] = await Promise.all(
    [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.HelveticaOblique].map((font) => document.embedFont(font)),
  );
  if (!regular || !bold || !italic) throw new Error('standard fonts are part of the library');
  page.drawText(name, { x: 60, y: 770, size: 12, font: bold });
  page.drawText('Objet : soutien à la candidature', { x: 60, y: 700, size: 11, font: bold });
  const body = [
    'Madame, Monsieur,',
    '',
    `Élu de ce territoire, je soutiens la candidature de « ${territory} » à l’appel`,
    'Territoires d’Actions pour un Numérique Inclusif.',
    '',
    'Ce travail répond à une attente forte de nos habitants. La collectivité y consacrera',
    'le temps et les moyens nécessaires pendant toute l’année d’accompagnement.',
    '',
    'Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.',
  ];
  for (const [index, line] of body.entries()) {
    page.drawText(line.replaceAll('’', "'"), { x: 60, y: 660 - index * 18, size: 11, font: regular, maxWidth: 480 });
  }
  page.drawText('Dominique Lanier', { x: 340, y: 430, size: 11, font: bold });
  page.drawText('Vice-présidence chargée du numérique', { x: 340, y: 414, size: 10, font: regular });
  page.drawText('(signature)', { x: 360, y: 380, size: 14, font: italic, color: rgb(0.1, 0.1, 0.6) });
  page.drawText("Document d'essai : personne et territoire inventés", { x: 60, y: 60, size: 9, font: italic });
  return document.save();
}
