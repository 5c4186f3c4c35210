import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { freshSiren } from './test.ts';

export type Structure = { name: string; kind: string; siren?: string; territory: string; population: string };

/** Creates a dossier on the call of this code. Returns its address. */
export async function startDossier(
  page: Page,
  callCode: string,
  { name, kind, siren = freshSiren(), territory, population }: Structure,
): Promise<string> {
  await page.goto(`/candidature/nouveau?appel=${callCode}&saisie=libre`);
  await page.getByLabel('Nom de la structure').fill(name);
  await page.getByLabel(kind, { exact: true }).check({ force: true });
  await page.getByLabel('Numéro SIREN').fill(siren);
  await page.getByLabel('Territoire concerné').fill(territory);
  await page.getByLabel('Population du territoire').fill(population);
  await page.getByRole('button', { name: 'Créer le dossier' }).click();
  await page.waitForURL(/\/candidature\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** Fills the fields of the page shown, by their labels, then goes on to the next page. */
export async function fillPage(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(answers)) await page.getByLabel(label, { exact: true }).fill(text);
  await saveAndContinue(page);
}

/** Presses « Enregistrer et continuer » and waits for the next page. */
export async function saveAndContinue(page: Page): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name: 'Enregistrer et continuer' }).click();
  await page.waitForURL((url) => url.href !== before);
}

/** Presses « Déposer », with the name a new account has not given yet. */
export async function deposit(page: Page, name = 'Camille Exemple'): Promise<void> {
  const asked = page.getByLabel('Votre prénom et votre nom');
  if (await asked.isVisible()) await asked.fill(name);
  await page.getByRole('button', { name: 'Déposer le dossier de candidature' }).click();
}

/** Writes a support letter of two pages on the disk; returns its path. */
export async function letterOnDisk(file: string, words = 'Lettre de soutien'): Promise<string> {
  const document = await PDFDocument.create();
  for (const n of [1, 2]) document.addPage([595, 842]).drawText(`${words}, page ${n}`, { x: 60, y: 700 });
  await writeFile(file, await document.save());
  return file;
}
